using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>What became of the wish to send a nudge after all that was given up.</summary>
public enum PutBack
{
    /// <summary>It is due again, and goes the way of every nudge.</summary>
    Due,

    /// <summary>It was due again already.</summary>
    DueAlready,

    /// <summary>It was sent meanwhile.</summary>
    SentMeanwhile,

    /// <summary>It is too late to be of use.</summary>
    TooLate,

    /// <summary>The plan, meeting or group that it was made for is no longer so, or the person wants nothing.</summary>
    NotWanted,
}

/// <summary>The nudges that were given up, and putting them back so that they are sent after all.</summary>
public sealed class FailedDeliveries(FailuresTable failures, DeliveriesTable deliveries, DueTable due, NudgeDecider decider, TimeProvider clock)
{
    /// <summary>What was given up, the earliest first.</summary>
    /// <param name="since">What was given up before is left out.</param>
    /// <param name="workspace">What belongs to another workspace is left out; null for all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<FailedNudge>> ListAsync(DateTimeOffset since, string? workspace, CancellationToken cancellationToken)
    {
        List<FailedNudge> found = [];
        await foreach (var failure in failures.ReadAllAsync(cancellationToken))
        {
            if (failure.At >= since && (workspace is null || failure.Person.Workspace == workspace))
            {
                found.Add(failure);
            }
        }

        return [.. found.OrderBy(failure => failure.At)];
    }

    /// <summary>A nudge that was given up; null when there is none of that key.</summary>
    public Task<FailedNudge?> FindAsync(PersonAddress person, NudgeKey nudge, CancellationToken cancellationToken) =>
        failures.FindAsync(person, nudge, cancellationToken);

    /// <summary>
    /// Makes a nudge due again if it would be sent now. Whether it really is sent is decided when its turn comes, as for
    /// every nudge. Nothing is sent twice, whoever else does the same and wherever either is interrupted: the row that is made
    /// due says that the nudge may be sent, so that whoever takes it up looks for its delivery first.
    /// </summary>
    public async Task<PutBack> RetryAsync(FailedNudge failure, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(failure);
        var nudge = failure.Nudge with { IsRetry = true, Attempts = 0 };
        if (await deliveries.FindAsync(failure.Person, failure.Key, cancellationToken) is { Outcome: DeliveryOutcome.Sent })
        {
            await failures.RemoveAsync(failure, cancellationToken);
            return PutBack.SentMeanwhile;
        }

        switch (await decider.DecideAsync(nudge, clock.GetUtcNow(), cancellationToken))
        {
            case NudgeDecision.Skip:
                return PutBack.TooLate;
            case NudgeDecision.Drop:
                return PutBack.NotWanted;
        }

        // The record of the failure would be met, and taken for a delivery that was made.
        await deliveries.ForgetFailureAsync(failure.Person, failure.Key, cancellationToken);
        var isNew = await due.PutBackAsync(nudge, cancellationToken);
        await failures.RemoveAsync(failure, cancellationToken);
        return isNew ? PutBack.Due : PutBack.DueAlready;
    }
}
