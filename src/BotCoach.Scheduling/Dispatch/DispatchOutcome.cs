using BotCoach.Coaching;

namespace BotCoach.Scheduling;

/// <summary>What became of one row that was taken up.</summary>
internal abstract record DispatchOutcome(DueRow Row)
{
    /// <summary>It is done with: the delivery is recorded and the next nudge takes its place.</summary>
    public sealed record Done(DueRow Row, Delivery? Delivery, DueNudge? Next) : DispatchOutcome(Row);

    /// <summary>It is tried again at a later time.</summary>
    public sealed record Rest(DueRow Row, DateTimeOffset Until) : DispatchOutcome(Row);
}
