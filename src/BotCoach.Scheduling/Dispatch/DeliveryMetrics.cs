using System.Diagnostics;
using System.Diagnostics.Metrics;
using BotCoach.Coaching;

namespace BotCoach.Scheduling;

/// <summary>
/// What the dispatcher tells of its work, for whoever listens: how many nudges became what, how late they were and how long
/// they waited for the platforms' limits. Names the channel and the kind of nudge, and nobody.
/// </summary>
public static class DeliveryMetrics
{
    /// <summary>The meter's name, which the traces have too.</summary>
    public const string MeterName = DeliveryTrace.SourceName;

    /// <summary>How many nudges came due: counted when they are taken up for the first time.</summary>
    public const string Due = "botcoach.nudge.due";

    /// <summary>How often a nudge was taken up.</summary>
    public const string Claimed = "botcoach.nudge.claimed";

    /// <summary>How many nudges were sent.</summary>
    public const string Sent = "botcoach.nudge.sent";

    /// <summary>How often the platform asked to wait.</summary>
    public const string Throttled = "botcoach.nudge.throttled";

    /// <summary>How often sending failed, by <c>error.type</c>, and whether the nudge was given up for it.</summary>
    public const string Failed = "botcoach.nudge.failed";

    /// <summary>How many nudges were too late to be of use.</summary>
    public const string Skipped = "botcoach.nudge.skipped";

    /// <summary>From the time of a nudge until it was sent, in seconds.</summary>
    public const string Lateness = "botcoach.nudge.lateness";

    /// <summary>How long a nudge waited at the gate of its workspace, in seconds.</summary>
    public const string GateWait = "botcoach.gate.wait";

    private const string Unit = "{nudge}";

    // From the promptness of a poll to the four hours after which a nudge is skipped.
    private static readonly InstrumentAdvice<double> LatenessBoundaries =
        new() { HistogramBucketBoundaries = [0.5, 1, 2, 5, 10, 30, 60, 120, 300, 600, 1_800, 3_600, 7_200, 14_400] };

    // From passing at once to half of the longest claim that is usual.
    private static readonly InstrumentAdvice<double> WaitBoundaries =
        new() { HistogramBucketBoundaries = [0.001, 0.005, 0.02, 0.1, 0.25, 0.5, 1, 2, 4, 8, 15, 30, 60] };

    private static readonly Meter Meter = new(MeterName);
    private static readonly Counter<long> DueCounter = Meter.CreateCounter<long>(Due, Unit, "Nudges that came due.");
    private static readonly Counter<long> ClaimedCounter = Meter.CreateCounter<long>(Claimed, Unit, "Nudges that were taken up, each time.");
    private static readonly Counter<long> SentCounter = Meter.CreateCounter<long>(Sent, Unit, "Nudges that were sent.");
    private static readonly Counter<long> ThrottledCounter = Meter.CreateCounter<long>(Throttled, Unit, "Nudges that the platform turned away for a while.");
    private static readonly Counter<long> FailedCounter = Meter.CreateCounter<long>(Failed, Unit, "Nudges that were tried and not sent.");
    private static readonly Counter<long> SkippedCounter = Meter.CreateCounter<long>(Skipped, Unit, "Nudges that were too late to be of use.");

    private static readonly Histogram<double> LatenessHistogram = Meter.CreateHistogram(
        Lateness, "s", "From the time of a nudge until it was sent.", tags: null, LatenessBoundaries);

    private static readonly Histogram<double> WaitHistogram = Meter.CreateHistogram(
        GateWait, "s", "How long a nudge waited until the platform's limits let it pass.", tags: null, WaitBoundaries);

    internal static void TakenUp(DueRow row)
    {
        var tags = Tags(row.Nudge);
        ClaimedCounter.Add(1, tags);
        if (row.IsFresh)
        {
            DueCounter.Add(1, tags);
        }
    }

    internal static void WasSent(DueNudge nudge, DateTimeOffset now)
    {
        var tags = Tags(nudge);
        SentCounter.Add(1, tags);
        LatenessHistogram.Record((now - nudge.DueAt).TotalSeconds, tags);
    }

    internal static void WasThrottled(DueNudge nudge) => ThrottledCounter.Add(1, Tags(nudge));

    internal static void HasFailed(DueNudge nudge, string reason, bool isGivenUp)
    {
        var tags = Tags(nudge);
        // The conventions' name for what kind of error it was.
        tags.Add("error.type", reason);
        tags.Add("botcoach.given_up", isGivenUp);
        FailedCounter.Add(1, tags);
    }

    internal static void WasSkipped(DueNudge nudge) => SkippedCounter.Add(1, Tags(nudge));

    internal static void Waited(string channel, TimeSpan time) => WaitHistogram.Record(time.TotalSeconds, new TagList { { "botcoach.channel", channel } });

    private static TagList Tags(DueNudge nudge) => new() { { "botcoach.channel", nudge.Person.Channel }, { "botcoach.nudge.kind", nudge.Kind.ToString() } };
}
