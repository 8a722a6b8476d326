using BotCoach.Chat;
using BotCoach.Coaching;
using BotCoach.Storage;
using Microsoft.Extensions.Logging;

namespace BotCoach.Scheduling;

/// <summary>
/// Sees one nudge that was taken up through: waits at the gate, decides when its turn has come, and sends. Deciding comes
/// after waiting, so that whoever opts out or pauses meanwhile is not written to.
/// </summary>
internal sealed class NudgeDelivery(
    DeliveriesTable deliveries, NudgeDecider decider, People people, NudgeSender sender, StoreLoad load, TimeProvider clock, ILogger logger)
{
    /// <summary>Delivers a nudge, or says when to try again; one that cannot be decided on holds up no other.</summary>
    /// <param name="row">Its row, which is held.</param>
    /// <param name="gate">The gate of its workspace.</param>
    /// <param name="deadline">When it is given back if its turn has not come.</param>
    /// <param name="stopping">Gives it back unless it has begun.</param>
    public async Task<DispatchOutcome> DeliverAsync(DueRow row, WorkspaceGate gate, DateTimeOffset deadline, CancellationToken stopping)
    {
        using var trace = DeliveryTrace.Begin(row, clock.GetUtcNow());
        using var visit = new GateVisit(gate, row.Nudge.Person, deadline, clock, stopping);
        try
        {
            while (await visit.EnterAsync())
            {
                if (await DecideAsync(row, visit) is { } outcome)
                {
                    return trace.End(outcome);
                }
            }

            return trace.End(GiveBack(row, visit.PauseLeft));
        }
        catch (Exception error) when (error is TableUnavailableException or UnansweredLookException)
        {
            // All who are at hand meet it: a line for each is enough. It is no failure of the nudge's, so it does not bring
            // it nearer to being given up.
            DispatchLog.NotDecidedNow(logger, row.Nudge.Kind, error.Message);
            return trace.End(new DispatchOutcome.Rest(row, clock.GetUtcNow() + Retry.After(0), row.Nudge.Attempts, row.MayBeSent || visit.HasSent));
        }
        catch (Exception error)
        {
            DispatchLog.NotDecided(logger, row.Nudge.Kind, error);
            return trace.End(new DispatchOutcome.Rest(
                row, clock.GetUtcNow() + Retry.After(row.Nudge.Attempts), row.Nudge.Attempts + 1, row.MayBeSent || visit.HasSent));
        }
    }

    // Null when the platform asked for so short a pause that the nudge waits for its end.
    private async Task<DispatchOutcome?> DecideAsync(DueRow row, GateVisit visit)
    {
        var now = clock.GetUtcNow();
        var person = row.Nudge.Person;
        switch (await load.ReadAsync(() => decider.DecideAsync(row.Nudge, now, CancellationToken.None)))
        {
            case NudgeDecision.Send send when row.MayBeSent && await IsRecordedAsync(person, send.Key):
                return new DispatchOutcome.Done(row, Delivery: null, send.Next);
            case NudgeDecision.Send send:
                return await SendAsync(row, send, visit);
            case NudgeDecision.Skip skip:
                DeliveryMetrics.WasSkipped(row.Nudge);
                DispatchLog.Skipped(logger, row.Nudge.Kind, now - row.Nudge.DueAt);
                return new DispatchOutcome.Done(row, Record(person, skip.Key, DeliveryOutcome.SkippedLate), skip.Next);
            case NudgeDecision.Move move:
                return new DispatchOutcome.Done(row, Delivery: null, move.To);
            default:
                return new DispatchOutcome.Done(row, Delivery: null, Next: null);
        }
    }

    private async Task<bool> IsRecordedAsync(PersonAddress person, NudgeKey key) =>
        await load.ReadAsync(() => deliveries.FindAsync(person, key, CancellationToken.None)) is not null;

    private async Task<DispatchOutcome?> SendAsync(DueRow row, NudgeDecision.Send send, GateVisit visit)
    {
        var person = row.Nudge.Person;
        switch (await sender.SendAsync(send, row.MayBeSent, visit))
        {
            case DeliveryResult.Sent sent:
                DeliveryMetrics.WasSent(row.Nudge, clock.GetUtcNow());
                return new DispatchOutcome.Done(row, Record(person, send.Key, DeliveryOutcome.Sent) with { Message = sent.Message }, send.Next);
            case DeliveryResult.Throttled throttled:
                if (visit.WasTurnedAway)
                {
                    DeliveryMetrics.WasThrottled(row.Nudge);
                }

                return visit.MayComeAgain ? null : GiveBack(row, throttled.After);
            case DeliveryResult.Blocked:
                DispatchLog.Blocked(logger, person.Channel, person.Workspace);
                DeliveryMetrics.HasFailed(row.Nudge, "blocked", isGivenUp: true);
                await people.MarkUnreachableAsync(person, CancellationToken.None);
                return new DispatchOutcome.Done(row, Record(person, send.Key, DeliveryOutcome.Failed) with { Reason = "blocked" }, Next: null);
            case DeliveryResult.Failed failed:
                return Failed(row, send, failed.Reason, failed.MayHaveArrived);
            default:
                return Failed(row, send, "conversation_not_found", mayHaveArrived: false);
        }
    }

    private DispatchOutcome.Rest GiveBack(DueRow row, TimeSpan pause) =>
        new(row, clock.GetUtcNow() + pause, row.Nudge.Attempts, row.MayBeSent);

    private DispatchOutcome Failed(DueRow row, NudgeDecision.Send send, string reason, bool mayHaveArrived)
    {
        var attempts = row.Nudge.Attempts + 1;
        DispatchLog.Failed(logger, row.Nudge.Kind, attempts, reason);
        DeliveryMetrics.HasFailed(row.Nudge, reason, isGivenUp: attempts >= Retry.MaxAttempts);
        if (attempts < Retry.MaxAttempts)
        {
            return new DispatchOutcome.Rest(row, clock.GetUtcNow() + Retry.After(row.Nudge.Attempts), attempts, row.MayBeSent || mayHaveArrived);
        }

        var record = Record(row.Nudge.Person, send.Key, DeliveryOutcome.Failed) with { Reason = reason };
        return new DispatchOutcome.Done(row, record, send.Next) { Failure = new FailedNudge(row.Nudge, send.Key, record.At, reason) };
    }

    private Delivery Record(PersonAddress person, NudgeKey key, DeliveryOutcome outcome) =>
        new() { Person = person, Key = key, Outcome = outcome, At = clock.GetUtcNow() };
}
