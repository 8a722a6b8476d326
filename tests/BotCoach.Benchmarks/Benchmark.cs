namespace BotCoach.Benchmarks;

/// <summary>Something that can be run by its name.</summary>
/// <param name="Name">What it is called on the command line.</param>
/// <param name="Options">What may follow the name.</param>
/// <param name="Measures">What it measures, in a line.</param>
/// <param name="Run">Runs it, and says whether it reached its aims.</param>
internal sealed record Benchmark(string Name, string Options, string Measures, Func<string[], Task<bool>> Run)
{
    private const int Reached = 0;
    private const int Missed = 1;
    private const int NotRun = 2;

    /// <summary>Runs the benchmark that the command line names.</summary>
    /// <returns>The exit code: 0 when the aims were reached, 1 when not, 2 when nothing was measured.</returns>
    public static async Task<int> RunAsync(string[] args, IReadOnlyList<Benchmark> benchmarks)
    {
        if (args is not [var name, .. var options] || benchmarks.FirstOrDefault(known => known.Name == name) is not { } benchmark)
        {
            await Console.Error.WriteLineAsync($"""
                Name a benchmark:
                  dotnet run -c Release --project tests/BotCoach.Benchmarks -- <name> [options]

                {string.Join(Environment.NewLine, benchmarks.Select(known => $"  {known.Name} {known.Options}{Environment.NewLine}      {known.Measures}"))}
                """);
            return NotRun;
        }

        try
        {
            return await benchmark.Run(options) ? Reached : Missed;
        }
        catch (BenchmarkException problem)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            return NotRun;
        }
    }
}

/// <summary>A benchmark could not be run; the message says why, to whoever started it.</summary>
internal sealed class BenchmarkException(string message) : Exception(message);
