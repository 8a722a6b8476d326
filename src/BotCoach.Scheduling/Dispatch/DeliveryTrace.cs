using System.Diagnostics;
using BotCoach.Coaching;

namespace BotCoach.Scheduling;

/// <summary>
/// Traces of what is sent on a schedule, for whoever listens: one for each nudge that was taken up, from its due row through
/// the gate to the platform. Whose it is stands nowhere in it.
/// </summary>
public static class DeliveryTrace
{
    /// <summary>The name of the source.</summary>
    public const string SourceName = "BotCoach.Scheduling";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>Begins the trace of a nudge; null when nobody listens.</summary>
    internal static Activity? Begin(DueRow row, DateTimeOffset now) => Source.StartActivity("deliver nudge")?
        .SetTag("botcoach.channel", row.Nudge.Person.Channel)
        .SetTag("botcoach.nudge.kind", row.Nudge.Kind.ToString())
        .SetTag("botcoach.nudge.lateness", (now - row.Nudge.DueAt).TotalSeconds);

    /// <summary>Says how it ended.</summary>
    internal static DispatchOutcome End(this Activity? trace, DispatchOutcome outcome)
    {
        trace?.SetTag("botcoach.outcome", outcome switch
        {
            DispatchOutcome.Done { Delivery.Outcome: var delivered } => delivered.ToString(),
            DispatchOutcome.Done => "Dropped",
            _ => "Rests",
        });
        return outcome;
    }
}
