using System.Security.Cryptography;
using System.Text;
using BotCoach.Chat;
using BotCoach.Storage;

namespace BotCoach.Coaching;

/// <summary>
/// Counts what the members of a group did in a week: takes the scales and choices out of their rows and puts them into the
/// Pulse table under pseudonyms. Counting a person again replaces what was counted before, so an answer that came late,
/// was changed or was taken back is right after the next time.
/// </summary>
internal sealed class Harvest(
    ITableStore store, DeliveriesTable deliveries, People people, PulseTable pulses, WorkspaceKeys keys, PracticeCatalogue catalogue)
{
    private readonly ITable _people = store.Table(PeopleTable.Name);

    /// <summary>Counts one member in one week, if they belonged to the group then.</summary>
    public async Task CountAsync(GroupMember member, IsoWeek week, CancellationToken cancellationToken)
    {
        var times = member.Stays.ToList().FindIndex(stay => stay.From <= week && (stay.Before is not { } before || week < before));
        if (times < 0)
        {
            return;
        }

        var key = await keys.OfAsync(member.Person.Home, cancellationToken);
        var pseudonym = new Pseudonyms(key).Of(member.Person, times);
        var person = await people.ReadAsync(member.Person, cancellationToken);
        List<Pulse> counted = [new Pulse.Member { Pseudonym = pseudonym, Subject = "member", IsActive = IsActive(person, week) }];
        counted.AddRange(await NudgesAsync(member.Person, week, pseudonym, cancellationToken));
        await foreach (var row in _people.ReadRangeAsync(PeopleTable.Meetings(member.Person), cancellationToken))
        {
            if (MeetingRow.Read(row) is { IsCancelled: false } meeting
                && IsoWeek.Of(LocalTime.DateOf(meeting.StartsAt, person.Zone)) == week)
            {
                counted.Add(OfMeeting(meeting, pseudonym, key));
            }
        }

        await pulses.ReplaceAsync(member.Person.Home, member.Group, week, pseudonym, counted, cancellationToken);
    }

    private static bool IsActive(PersonState person, IsoWeek week) =>
        person.Plan is { } plan && plan.IsActiveAt(LocalTime.At(week.Plus(1).Monday, TimeOnly.MinValue, person.Zone), person.Zone);

    // A nudge that was put off, or asked for as well, is the same practice once more: it counts once in a week.
    private async Task<IEnumerable<Pulse>> NudgesAsync(PersonAddress person, IsoWeek week, string pseudonym, CancellationToken cancellationToken)
    {
        var days = await Task.WhenAll(Enumerable.Range(0, 7).Select(day => deliveries.OfDayAsync(person, week.Monday.AddDays(day), cancellationToken)));
        Dictionary<NudgeKey, Reply> replies = [];
        await foreach (var row in _people.ReadRangeAsync(PeopleTable.Replies(person, week.Monday, week.Sunday), cancellationToken))
        {
            var reply = Reply.Read(row);
            replies.Add(reply.Nudge, reply);
        }

        Dictionary<string, bool> useful = new(StringComparer.Ordinal);
        await foreach (var row in _people.ReadRangeAsync(PeopleTable.Useful(person, week.Monday, week.Sunday), cancellationToken))
        {
            // In the order of days: what was said last about a practice counts.
            useful[row.Required("Practice")] = row.Required(row.Properties.Flag("Useful"), "Useful");
        }

        return days.SelectMany(day => day)
            .Where(delivery => delivery.Outcome == DeliveryOutcome.Sent && catalogue.Find(delivery.Key.Topic) is not null)
            .GroupBy(delivery => delivery.Key.Topic, StringComparer.Ordinal)
            .Select(practice =>
            {
                var answers = practice.Select(delivery => replies.GetValueOrDefault(delivery.Key)).OfType<Reply>().OrderBy(reply => reply.ChangedAt).ToList();
                return new Pulse.Nudge
                {
                    Pseudonym = pseudonym,
                    Subject = $"nudge {practice.Key}",
                    Practice = practice.Key,
                    IsAnswered = answers.Count > 0,
                    Value = answers.LastOrDefault(reply => reply.Value is not null)?.Value,
                    IsUseful = useful.TryGetValue(practice.Key, out var said) ? said : null,
                };
            });
    }

    // The meeting's own id would lead back to the person whose rows hold it.
    private static Pulse.Meeting OfMeeting(Meeting meeting, string pseudonym, byte[] key) => new()
    {
        Pseudonym = pseudonym,
        Subject = $"meeting {Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{pseudonym} {meeting.Id}")).AsSpan(0, 8))}",
        Spoke = meeting.Spoke,
        Goal = meeting.GoalResult,
        IsFollowedUp = meeting is not { Spoke: null, Asked: null, Commented: null, GoalResult: null, Learned: null },
    };
}
