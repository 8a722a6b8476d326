namespace BotCoach.Benchmarks;

/// <summary>How long things took.</summary>
internal sealed class Latencies(IEnumerable<TimeSpan> latencies)
{
    private readonly TimeSpan[] _ordered = [.. latencies.Order()];

    public TimeSpan Max => _ordered[^1];

    /// <summary>The time within which a share of them was done (nearest rank: one that was really measured).</summary>
    /// <param name="percent">The share, above 0 and up to 100.</param>
    public TimeSpan Percentile(double percent) => _ordered[(int)Math.Ceiling(percent / 100 * _ordered.Length) - 1];
}
