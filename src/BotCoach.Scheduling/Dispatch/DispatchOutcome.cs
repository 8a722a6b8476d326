using BotCoach.Coaching;

namespace BotCoach.Scheduling;

/// <summary>What became of one row that was taken up.</summary>
internal abstract record DispatchOutcome(DueRow Row)
{
    /// <summary>It is done with: the delivery is recorded and the next nudge takes its place.</summary>
    public sealed record Done(DueRow Row, Delivery? Delivery, DueNudge? Next) : DispatchOutcome(Row)
    {
        /// <summary>What an operator may want to send after all; null unless it was given up.</summary>
        public FailedNudge? Failure { get; init; }
    }

    /// <summary>It is tried again at a later time.</summary>
    /// <param name="Row">The row.</param>
    /// <param name="Until">Until when it rests.</param>
    /// <param name="Attempts">How often sending it has failed by now.</param>
    /// <param name="MayBeSent">Whether it may have gone out all the same.</param>
    public sealed record Rest(DueRow Row, DateTimeOffset Until, int Attempts, bool MayBeSent) : DispatchOutcome(Row);
}
