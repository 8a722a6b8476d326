using System.Globalization;

namespace BotCoach.Benchmarks;

/// <summary>Reads options of the form <c>--name value</c>.</summary>
internal static class Options
{
    /// <summary>Reads whole numbers from 1 on.</summary>
    /// <param name="args">The options as they were given.</param>
    /// <param name="defaults">What each option is when it is not given.</param>
    /// <exception cref="BenchmarkException">An option is not known, or is no such number.</exception>
    public static Dictionary<string, int> Read(string[] args, Dictionary<string, int> defaults)
    {
        var values = new Dictionary<string, int>(defaults);
        foreach (var option in args.Chunk(2))
        {
            if (!defaults.ContainsKey(option[0]))
            {
                throw new BenchmarkException($"{option[0]} is not among {string.Join(", ", defaults.Keys)}.");
            }

            values[option[0]] = option.Length == 2 && int.TryParse(option[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
                ? number
                : throw new BenchmarkException($"{option[0]} takes a whole number from 1 on.");
        }

        return values;
    }
}
