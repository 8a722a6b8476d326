using BotCoach.Coaching;
using BotCoach.Storage;
using Microsoft.Extensions.Logging;

namespace BotCoach.Scheduling;

/// <summary>
/// Writes down one group of outcomes: first the deliveries, then what takes the place of the rows. A crash in between
/// leaves rows that meet their delivery when they are taken up again.
/// </summary>
internal sealed class LedgerPage(DueTable due, DeliveriesTable deliveries, FailuresTable failures, StoreLoad load, TimeProvider clock, ILogger logger)
{
    // A completion deletes one row and adds another: two writes of the hundred that a transaction holds.
    private const int CompletionsPerTransaction = TableRules.MaxTransaction / 2;

    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Writes a group down. While the store is out of reach it is tried again, as long as the rows are held: giving up
    /// would let what was sent go out again.
    /// </summary>
    /// <returns>How many were sent.</returns>
    public async Task<int> WriteAsync(IReadOnlyList<DispatchOutcome> outcomes)
    {
        var heldUntil = outcomes.Min(outcome => outcome.Row.ClaimedUntil) ?? DateTimeOffset.MinValue;
        while (true)
        {
            try
            {
                await WriteOnceAsync(outcomes);
                return outcomes.Count(outcome => outcome is DispatchOutcome.Done { Delivery.Outcome: DeliveryOutcome.Sent });
            }
            catch (TableUnavailableException away) when (clock.GetUtcNow() + _pause < heldUntil)
            {
                DispatchLog.NotWritten(logger, outcomes.Count, away.Message);
                await Task.Delay(_pause, clock);
            }
            catch (TableUnavailableException away)
            {
                DispatchLog.GivenUp(logger, outcomes.Count, away);
                throw;
            }
        }
    }

    // Each of the writes may be repeated: a delivery that is there stays, and a row that is gone is a claim that ran out.
    private async Task WriteOnceAsync(IReadOnlyList<DispatchOutcome> outcomes)
    {
        var done = outcomes.OfType<DispatchOutcome.Done>().ToList();
        await load.WriteAsync(() => RecordAsync(done));
        var completions = done.Chunk(CompletionsPerTransaction).Select(CompleteAsync);
        var rests = outcomes.OfType<DispatchOutcome.Rest>().Chunk(TableRules.MaxTransaction).Select(RestAsync);
        await Task.WhenAll([.. completions, .. rests]);
    }

    private async Task<bool> RecordAsync(List<DispatchOutcome.Done> done)
    {
        // First, so that none is recorded as given up that nobody finds.
        await failures.KeepAsync(done.Select(outcome => outcome.Failure).OfType<FailedNudge>(), CancellationToken.None);
        await deliveries.RecordAsync(done.Select(outcome => outcome.Delivery).OfType<Delivery>(), CancellationToken.None);
        return true;
    }

    private async Task CompleteAsync(DispatchOutcome.Done[] outcomes)
    {
        if (await load.WriteAsync(() => due.CompleteAsync([.. outcomes.Select(outcome => (outcome.Row, outcome.Next))], CancellationToken.None)))
        {
            return;
        }

        foreach (var outcome in outcomes)
        {
            if (!await load.WriteAsync(() => due.CompleteAsync([(outcome.Row, outcome.Next)], CancellationToken.None)))
            {
                // The claim ran out and another node has the row now; it will meet the delivery that was just recorded.
                DispatchLog.ClaimLost(logger, outcome.Row.Nudge.Kind);
            }
        }
    }

    private async Task RestAsync(DispatchOutcome.Rest[] outcomes)
    {
        if (await load.WriteAsync(() => due.RestAsync([.. outcomes.Select(Rest)], CancellationToken.None)))
        {
            return;
        }

        foreach (var outcome in outcomes)
        {
            // A row that another node has changed meanwhile stays as that node left it.
            await load.WriteAsync(() => due.RestAsync([Rest(outcome)], CancellationToken.None));
        }
    }

    private static DueRest Rest(DispatchOutcome.Rest outcome) => new(outcome.Row, outcome.Until, outcome.Attempts, outcome.MayBeSent);
}
