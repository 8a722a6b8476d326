using BotCoach.Chat;
using BotCoach.Storage;

namespace BotCoach.Coaching;

/// <summary>A check-in that waits for an answer, or for the line that goes with one.</summary>
/// <param name="Nudge">The nudge that asks.</param>
/// <param name="Message">The message that shows it.</param>
/// <param name="SentAt">When it was sent.</param>
/// <param name="Reply">The answer without a line; null when there is none yet.</param>
internal sealed record OpenCheckIn(NudgeKey Nudge, MessageAddress Message, DateTimeOffset SentAt, StoredReply? Reply);

/// <summary>Finds which check-ins a free message may be meant for.</summary>
internal sealed class OpenCheckIns(ITableStore store, DeliveriesTable deliveries, Meetings meetings, PracticeCatalogue catalogue, TimeProvider clock)
{
    /// <summary>How long a check-in waits: someone who was off for a day can still answer without looking for a button.</summary>
    public static readonly TimeSpan OpenFor = TimeSpan.FromHours(48);

    // Whoever taps "3" and then writes within ten minutes is telling us about the 3.
    private static readonly TimeSpan LineFollowsWithin = TimeSpan.FromMinutes(10);

    private readonly ITable _table = store.Table(PeopleTable.Name);

    /// <summary>The check-ins that a message may answer: one if it is clear, several if it is not.</summary>
    public async Task<IReadOnlyList<OpenCheckIn>> FindAsync(PersonState person, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var today = LocalTime.DateOf(now, person.Zone);

        // 48 hours reach into at most three local days.
        var days = await Task.WhenAll(Enumerable.Range(0, 3)
            .Select(back => deliveries.OfDayAsync(person.Address, today.AddDays(-back), cancellationToken)));
        var sent = days.SelectMany(day => day)
            .Where(delivery => delivery is { Outcome: DeliveryOutcome.Sent, Message: not null } && now - delivery.At <= OpenFor)
            .GroupBy(SubjectOf)
            .Select(same => same.MaxBy(delivery => delivery.At)!)
            .ToList();
        if (sent.Count == 0)
        {
            return [];
        }

        var replies = await RepliesSinceAsync(person.Address, today.AddDays(-2), cancellationToken);
        List<OpenCheckIn> open = [];
        foreach (var delivery in sent.OrderBy(delivery => delivery.At))
        {
            var checkIn = new OpenCheckIn(delivery.Key, delivery.Message!.Value, delivery.At, replies.GetValueOrDefault(delivery.Key));
            if (await IsOpenAsync(person.Address, checkIn, cancellationToken))
            {
                open.Add(checkIn);
            }
        }

        var answeredJustNow = open.Where(checkIn => checkIn.Reply is { Reply: var reply } && now - reply.ChangedAt <= LineFollowsWithin).ToList();
        return answeredJustNow.Count == 1 ? answeredJustNow : open;
    }

    /// <summary>The reply to a nudge; null when there is none.</summary>
    public async Task<StoredReply?> ReplyAsync(PersonAddress person, NudgeKey nudge, CancellationToken cancellationToken) =>
        await _table.ReadAsync(PeopleTable.Reply(person, nudge), cancellationToken) is { } row ? StoredReply.Read(row) : null;

    /// <summary>Whether the person found a nudge of use; null when they have not said.</summary>
    public async Task<bool?> UsefulAsync(PersonAddress person, NudgeKey nudge, CancellationToken cancellationToken) =>
        (await _table.ReadAsync(PeopleTable.Useful(person, nudge), cancellationToken))?.Properties.Flag("Useful");

    /// <summary>Whether a nudge is put off.</summary>
    public async Task<bool> IsPutOffAsync(PersonAddress person, NudgeKey nudge, CancellationToken cancellationToken) =>
        await _table.ReadAsync(PeopleTable.PutOff(person, nudge), cancellationToken) is not null;

    // A practice that came twice, put off or asked for again, is one question: the later card stands for both.
    private static string SubjectOf(Delivery delivery) => delivery.Key.Topic == MeetingTopics.Check
        ? $"{delivery.Key.Topic}.{delivery.Key.Detail}"
        : delivery.Key.Topic;

    private async Task<bool> IsOpenAsync(PersonAddress person, OpenCheckIn checkIn, CancellationToken cancellationToken) =>
        checkIn.Nudge.Topic == MeetingTopics.Check
            ? await meetings.FindAsync(person, checkIn.Nudge.Detail, cancellationToken) is { Meeting.Learned: null }
            : catalogue.Find(checkIn.Nudge.Topic) is { } practice
                && (checkIn.Reply is null || (checkIn.Reply.Reply.Line is null && practice.CheckIn.Line is not null));

    private async Task<Dictionary<NudgeKey, StoredReply>> RepliesSinceAsync(PersonAddress person, DateOnly day, CancellationToken cancellationToken)
    {
        var first = PeopleTable.Reply(person, new NudgeKey(day, "", ""));
        var range = RowRange.WithPrefix(first.Partition, "reply ") with { From = first.Row };
        var page = await _table.QueryAsync(range, TableRules.MaxPage, cancellationToken);
        return page.Rows.Select(StoredReply.Read).ToDictionary(stored => stored.Reply.Nudge);
    }
}
