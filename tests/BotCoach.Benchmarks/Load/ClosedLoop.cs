using System.Diagnostics;

namespace BotCoach.Benchmarks;

/// <summary>
/// Callers that each do one thing after another, as fast as they are answered: what a client and its server get done
/// together. Nothing else may run in this process meanwhile, since all that it allocates is counted.
/// </summary>
internal static class ClosedLoop
{
    /// <summary>Does something so many times.</summary>
    /// <param name="callers">How many do it at the same time.</param>
    /// <param name="operations">How many times in all.</param>
    /// <param name="act">Does the one of that number, from 0 on.</param>
    public static async Task<Pace> RunAsync(int callers, int operations, Func<int, Task> act)
    {
        var clock = TimeProvider.System;
        var latencies = new TimeSpan[operations];
        var next = -1;
        using var process = Process.GetCurrentProcess();

        // What was left behind before is collected before, not while somebody else is measured.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        process.Refresh();
        var processor = process.TotalProcessorTime;
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var start = clock.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(CallAsync)));
        var took = clock.GetElapsedTime(start);
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        process.Refresh();
        return new Pace(latencies, took, allocated, process.TotalProcessorTime - processor);

        async Task CallAsync()
        {
            while (Interlocked.Increment(ref next) is var number && number < operations)
            {
                var begin = clock.GetTimestamp();
                await act(number);
                latencies[number] = clock.GetElapsedTime(begin);
            }
        }
    }
}

/// <summary>How one round of something went.</summary>
/// <param name="Each">How long each operation took.</param>
/// <param name="Took">How long all of them took together.</param>
/// <param name="Allocated">The bytes that this process allocated.</param>
/// <param name="ProcessorTime">What this process used of the processors.</param>
internal sealed record Pace(IReadOnlyList<TimeSpan> Each, TimeSpan Took, long Allocated, TimeSpan ProcessorTime)
{
    /// <summary>Operations a second.</summary>
    public double Rate => Each.Count / Took.TotalSeconds;
}

/// <summary>How several rounds of the same went.</summary>
internal sealed class Paces(IReadOnlyList<Pace> rounds)
{
    private readonly IReadOnlyList<Pace> _rounds = rounds;
    private readonly int _operations = rounds.Sum(round => round.Each.Count);

    /// <summary>Operations a second, in the median round.</summary>
    public double Rate => Median(_rounds.Select(round => round.Rate));

    /// <summary>How long an operation took.</summary>
    public Latencies Latencies { get; } = new(rounds.SelectMany(round => round.Each));

    /// <summary>What an operation used of the processors, in milliseconds.</summary>
    public double ProcessorTime => _rounds.Sum(round => round.ProcessorTime.TotalMilliseconds) / _operations;

    /// <summary>
    /// The bytes that an operation allocated, in the median round: the runtime's count jumps back when its server collector
    /// gives up a heap, which spoils a round now and then.
    /// </summary>
    public double Allocated => Median(_rounds.Select(round => (double)round.Allocated / round.Each.Count));

    /// <summary>
    /// How many times the rate of others this is: the median over the rounds, each compared with the one that was measured
    /// right before or after it, so that what the machine did otherwise meanwhile weighs on both.
    /// </summary>
    public double RateAgainst(Paces others) => Median(_rounds.Zip(others._rounds, (ours, theirs) => ours.Rate / theirs.Rate));

    private static double Median(IEnumerable<double> numbers)
    {
        var ordered = numbers.Order().ToList();
        return ordered[ordered.Count / 2];
    }
}
