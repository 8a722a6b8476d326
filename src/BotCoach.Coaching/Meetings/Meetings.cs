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
        for (var range = PeopleTable.Meetings(person); range is not null;)
        {
            var page = await _table.QueryAsync(range, TableRules.MaxPage, cancellationToken);
            coming.AddRange(page.Rows.Select(MeetingRow.Read).Where(meeting => !meeting.IsCancelled && meeting.EndsAt > now));
            range = page.Next is null ? null : range with { From = page.Next };
        }

        return [.. coming.OrderBy(meeting => meeting.StartsAt)];
    }
}
