namespace BotCoach.Benchmarks;

/// <summary>What a benchmark is to reach, and whether it did.</summary>
internal sealed class Aims
{
    private readonly List<(string Aim, bool Reached)> _aims = [];

    /// <summary>Adds one.</summary>
    /// <param name="aim">What is to be reached, in words.</param>
    /// <param name="reached">Whether it was.</param>
    public Aims Add(string aim, bool reached)
    {
        _aims.Add((aim, reached));
        return this;
    }

    /// <summary>Prints a line for each.</summary>
    /// <returns>Whether all were reached.</returns>
    public bool Judge()
    {
        Console.WriteLine();
        foreach (var (aim, reached) in _aims)
        {
            Console.WriteLine($"{(reached ? "PASS" : "FAIL")}  {aim}");
        }

        return _aims.TrueForAll(aim => aim.Reached);
    }
}
