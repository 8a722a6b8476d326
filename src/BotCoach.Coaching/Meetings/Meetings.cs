using BotCoach.Chat;
using BotCoach.Storage;

namespace BotCoach.Coaching;

/// <summary>Reads a person's meetings.</summary>
internal sealed class Meetings(ITableStore store)
{
    private readonly ITable _table = store.Table(PeopleTable.Name);

    /// <summary>One meeting with the state of its row; null when there is none of that id.</summary>
    public async Task<(Meeting Meeting, RowVersion Version)?> FindAsync(PersonAddress person, string id, CancellationToken cancellationToken) =>
        await _table.ReadAsync(PeopleTable.Meeting(person, id), cancellationToken) is { } row
            ? (MeetingRow.Read(row), row.Version)
            : null;

    /// <summary>The meetings that have not ended, the next one first.</summary>
    public async Task<IReadOnlyList<Meeting>> ComingAsync(PersonAddress person, DateTimeOffset now, CancellationToken cancellationToken)
    {
        List<Meeting> coming = [];
        await foreach (var row in _table.ReadRangeAsync(PeopleTable.Meetings(person), cancellationToken))
        {
            if (MeetingRow.Read(row) is { IsCancelled: false } meeting && meeting.EndsAt > now)
            {
                coming.Add(meeting);
            }
        }

        return [.. coming.OrderBy(meeting => meeting.StartsAt)];
    }
}
