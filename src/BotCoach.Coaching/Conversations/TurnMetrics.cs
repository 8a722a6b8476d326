using System.Diagnostics.Metrics;

namespace BotCoach.Coaching;

/// <summary>What the coach tells of the turns that it took, for whoever listens: how many, of what kind, and how long each took.</summary>
public static class TurnMetrics
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "BotCoach.Coaching";

    /// <summary>The duration of each turn in seconds, from its arrival at the coach to the answer that is stored.</summary>
    public const string Duration = "botcoach.turn.duration";

    // Up to what a person notices, and on to what a platform waits for.
    private static readonly InstrumentAdvice<double> Boundaries =
        new() { HistogramBucketBoundaries = [0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] };

    private static readonly Meter Meter = new(MeterName);

    internal static Histogram<double> Turns { get; } = Meter.CreateHistogram(
        Duration, "s", "Duration of a turn of a person's, until its effect is stored.", tags: null, Boundaries);
}
