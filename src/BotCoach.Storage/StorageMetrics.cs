using System.Diagnostics.Metrics;

namespace BotCoach.Storage;

/// <summary>What a store tells of its work, for whoever listens: which calls there were, how they ended and how long they took.</summary>
public static class StorageMetrics
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "BotCoach.Storage";

    /// <summary>
    /// The duration of each call in seconds, after the semantic conventions of OpenTelemetry for clients of databases. A call
    /// to Azure Table Storage takes in everything that was sent again.
    /// </summary>
    public const string Duration = "db.client.operation.duration";

    // The boundaries that the conventions recommend for this instrument.
    private static readonly InstrumentAdvice<double> Boundaries =
        new() { HistogramBucketBoundaries = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10] };

    private static readonly Meter Meter = new(MeterName);

    internal static Histogram<double> Calls { get; } = Meter.CreateHistogram(
        Duration, "s", "Duration of a call to the store.", tags: null, Boundaries);
}
