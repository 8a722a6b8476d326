using BotCoach.Chat;
using BotCoach.Coaching;
using BotCoach.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BotCoach.Scheduling;

/// <summary>
/// Delivers what is due in a shard: reads a page, claims it in one transaction, decides and sends each nudge, records the
/// deliveries, and puts what follows in place of what is done. A crash at any point leaves rows that the next run takes
/// up when their claim has run out; the delivery of a nudge that went out is then met, and nothing is sent again.
/// </summary>
public sealed partial class Dispatcher
{
    // A completion deletes one row and adds another: two writes of the hundred that a transaction holds.
    private const int CompletionsPerTransaction = TableRules.MaxTransaction / 2;

    private readonly DueTable _due;
    private readonly DeliveriesTable _deliveries;
    private readonly NudgeDecider _decider;
    private readonly People _people;
    private readonly NudgeSender _sender;
    private readonly SchedulingOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger<Dispatcher> _logger;

    /// <summary>Makes one.</summary>
    public Dispatcher(
        DueTable due,
        DeliveriesTable deliveries,
        NudgeDecider decider,
        People people,
        ChatChannels channels,
        IOptions<SchedulingOptions> options,
        TimeProvider clock,
        ILogger<Dispatcher> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        _due = due;
        _deliveries = deliveries;
        _decider = decider;
        _people = people;
        _sender = new NudgeSender(channels, people);
        _options = options.Value;
        _clock = clock;
        _logger = logger;
    }

    /// <summary>Delivers everything that is due in a shard now and that no other node holds.</summary>
    /// <param name="shard">The shard.</param>
    /// <param name="cancellationToken">Takes up nothing more; what is being sent by then is finished and recorded.</param>
    /// <returns>How many nudges were sent.</returns>
    public async Task<int> RunAsync(int shard, CancellationToken cancellationToken)
    {
        var sent = 0;
        string? from = "";
        while (from is not null && !cancellationToken.IsCancellationRequested)
        {
            var now = _clock.GetUtcNow();
            var (rows, next) = await _due.ReadDueAsync(shard, now, from, cancellationToken);
            var free = rows.Where(row => row.ClaimedUntil is null || row.ClaimedUntil <= now).ToList();
            if (free.Count > 0)
            {
                var claimed = await _due.ClaimAsync(free, now.AddSeconds(_options.ClaimSeconds), cancellationToken);
                if (claimed is null)
                {
                    // Another node is at this shard: what it leaves is taken up by the next run.
                    return sent;
                }

                // A row that was claimed before may have been sent by whoever claimed it.
                var suspects = free.Where(row => row.ClaimedUntil is not null).Select(row => row.Key).ToHashSet();
                sent += await DeliverAsync(claimed, suspects, cancellationToken);
            }

            from = next;
        }

        return sent;
    }

    private async Task<int> DeliverAsync(IReadOnlyList<DueRow> rows, HashSet<RowKey> suspects, CancellationToken cancellationToken)
    {
        // When the service stops, what has not begun is given back and what has begun is seen through and recorded: a
        // send that is cut short would go out a second time.
        var outcomes = new DispatchOutcome[rows.Count];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = _options.Concurrency, CancellationToken = CancellationToken.None };
        await Parallel.ForAsync(0, rows.Count, parallel, async (place, _) => outcomes[place] = cancellationToken.IsCancellationRequested
            ? new DispatchOutcome.Rest(rows[place], _clock.GetUtcNow(), rows[place].Nudge.Attempts)
            : await DeliverOrRestAsync(rows[place], suspects.Contains(rows[place].Key)));

        var done = outcomes.OfType<DispatchOutcome.Done>().ToList();
        var deliveries = done.Select(outcome => outcome.Delivery).OfType<Delivery>().ToList();
        await _deliveries.RecordAsync(deliveries, CancellationToken.None);
        foreach (var chunk in done.Chunk(CompletionsPerTransaction))
        {
            if (!await _due.CompleteAsync([.. chunk.Select(outcome => (outcome.Row, outcome.Next))], CancellationToken.None))
            {
                await CompleteOneByOneAsync(chunk);
            }
        }

        foreach (var rest in outcomes.OfType<DispatchOutcome.Rest>())
        {
            await _due.RestAsync(rest.Row, rest.Until, rest.Attempts, CancellationToken.None);
        }

        return deliveries.Count(delivery => delivery.Outcome == DeliveryOutcome.Sent);
    }

    private async Task CompleteOneByOneAsync(IEnumerable<DispatchOutcome.Done> outcomes)
    {
        foreach (var outcome in outcomes)
        {
            if (!await _due.CompleteAsync([(outcome.Row, outcome.Next)], CancellationToken.None))
            {
                // The claim ran out and another node has the row now; it will meet the delivery that was just recorded.
                Log.ClaimLost(_logger, outcome.Row.Nudge.Kind);
            }
        }
    }

    // One row that cannot be decided on, whatever the reason, must not hold up the others of its page.
    private async Task<DispatchOutcome> DeliverOrRestAsync(DueRow row, bool isSuspect)
    {
        try
        {
            return await DeliverAsync(row, isSuspect);
        }
        catch (Exception error)
        {
            Log.NotDecided(_logger, row.Nudge.Kind, error);
            return new DispatchOutcome.Rest(row, _clock.GetUtcNow() + Retry.After(row.Nudge.Attempts), row.Nudge.Attempts + 1);
        }
    }

    private async Task<DispatchOutcome> DeliverAsync(DueRow row, bool isSuspect)
    {
        var now = _clock.GetUtcNow();
        var person = row.Nudge.Person;
        switch (await _decider.DecideAsync(row.Nudge, now, CancellationToken.None))
        {
            case NudgeDecision.Send send when isSuspect && await _deliveries.FindAsync(person, send.Key, CancellationToken.None) is not null:
                return new DispatchOutcome.Done(row, Delivery: null, send.Next);
            case NudgeDecision.Send send:
                return await SendAsync(row, send, isSuspect);
            case NudgeDecision.Skip skip:
                Log.Skipped(_logger, row.Nudge.Kind, now - row.Nudge.DueAt);
                return new DispatchOutcome.Done(row, Record(person, skip.Key, DeliveryOutcome.SkippedLate), skip.Next);
            case NudgeDecision.Move move:
                return new DispatchOutcome.Done(row, Delivery: null, move.To);
            default:
                return new DispatchOutcome.Done(row, Delivery: null, Next: null);
        }
    }

    private async Task<DispatchOutcome> SendAsync(DueRow row, NudgeDecision.Send send, bool isSuspect)
    {
        var person = row.Nudge.Person;
        switch (await _sender.SendAsync(send, isSuspect, CancellationToken.None))
        {
            case DeliveryResult.Sent sent:
                return new DispatchOutcome.Done(row, Record(person, send.Key, DeliveryOutcome.Sent) with { Message = sent.Message }, send.Next);
            case DeliveryResult.Throttled throttled:
                return new DispatchOutcome.Rest(row, _clock.GetUtcNow() + throttled.After, row.Nudge.Attempts);
            case DeliveryResult.Blocked:
                Log.Blocked(_logger, person.Channel, person.Workspace);
                await _people.MarkUnreachableAsync(person, CancellationToken.None);
                return new DispatchOutcome.Done(row, Record(person, send.Key, DeliveryOutcome.Failed) with { Reason = "blocked" }, Next: null);
            case var failure:
                return Failed(row, send, failure is DeliveryResult.Failed failed ? failed.Reason : "conversation_not_found");
        }
    }

    private DispatchOutcome Failed(DueRow row, NudgeDecision.Send send, string reason)
    {
        var attempts = row.Nudge.Attempts + 1;
        Log.Failed(_logger, row.Nudge.Kind, attempts, reason);
        return attempts < Retry.MaxAttempts
            ? new DispatchOutcome.Rest(row, _clock.GetUtcNow() + Retry.After(row.Nudge.Attempts), attempts)
            : new DispatchOutcome.Done(row, Record(row.Nudge.Person, send.Key, DeliveryOutcome.Failed) with { Reason = reason }, send.Next);
    }

    private Delivery Record(PersonAddress person, NudgeKey key, DeliveryOutcome outcome) =>
        new() { Person = person, Key = key, Outcome = outcome, At = _clock.GetUtcNow() };

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "A {Kind} nudge came {Late} late and was skipped.")]
        public static partial void Skipped(ILogger logger, NudgeKind kind, TimeSpan late);

        [LoggerMessage(LogLevel.Warning, "A {Kind} nudge was not sent (try {Attempt}): {Reason}.")]
        public static partial void Failed(ILogger logger, NudgeKind kind, int attempt, string reason);

        [LoggerMessage(LogLevel.Error, "A {Kind} nudge could not be decided on; it is tried again later.")]
        public static partial void NotDecided(ILogger logger, NudgeKind kind, Exception error);

        [LoggerMessage(LogLevel.Information, "Somebody on {Channel} {Workspace} can no longer be written to; their nudges rest.")]
        public static partial void Blocked(ILogger logger, string channel, string workspace);

        [LoggerMessage(LogLevel.Warning, "The claim on a {Kind} nudge ran out before its sending was recorded.")]
        public static partial void ClaimLost(ILogger logger, NudgeKind kind);
    }
}
