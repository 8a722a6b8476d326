using BotCoach.Chat;
using BotCoach.Storage;

namespace BotCoach.Coaching;

/// <summary>Reads a person's meetings.</summary>
internal sealed class Meetings(ITableStore store)
{
    /// <summary>The longest id that is looked for: ours have some 30 characters, what a form or button brings may be anything, and a key has a length.</summary>
    public const int LongestId = 128;

    private readonly ITable _table = store.Table(PeopleTable.Name);

    /// <summary>One meeting with the state of its row; null when there is none of that id.</summary>
    public async Task<(Meeting Meeting, RowVersion Version)?> FindAsync(PersonAddress person, string id, CancellationToken cancellationToken) =>
        id.Length <= LongestId && await _table.ReadAsync(PeopleTable.Meeting(person, id), cancellationToken) is { } row
            ? (MeetingRow.Read(row), row.Version)
            : null;

    /// <summary>All meetings, those that are over and those that were called off too, in no particular order.</summary>
    public async Task<IReadOnlyList<Meeting>> AllAsync(PersonAddress person, CancellationToken cancellationToken) =>
        await _table.ReadRangeAsync(PeopleTable.Meetings(person), cancellationToken).Select(MeetingRow.Read).ToListAsync(cancellationToken);

    /// <summary>The meetings that have not ended, the next one first.</summary>
    public async Task<IReadOnlyList<Meeting>> ComingAsync(PersonAddress person, DateTimeOffset now, CancellationToken cancellationToken) =>
        Coming(await AllAsync(person, cancellationToken), now);

    /// <summary>Those meetings of some that have not ended, the next one first.</summary>
    public static IReadOnlyList<Meeting> Coming(IEnumerable<Meeting> meetings, DateTimeOffset now) =>
        [.. meetings.Where(meeting => !meeting.IsCancelled && meeting.EndsAt > now).OrderBy(meeting => meeting.StartsAt)];

    /// <summary>What was pasted for a meeting; null when nothing was.</summary>
    public async Task<StoredPreRead?> PreReadAsync(PersonAddress person, string id, CancellationToken cancellationToken) =>
        id.Length <= LongestId && await _table.ReadAsync(PeopleTable.PreRead(person, id), cancellationToken) is { } row ? PreReadRow.Read(row) : null;

    /// <summary>The words that everyone in the person's company knows, in small letters.</summary>
    public async Task<IReadOnlySet<string>> CompanyWordsAsync(PersonAddress person, CancellationToken cancellationToken) =>
        await _table.ReadRangeAsync(PeopleTable.Words(person), cancellationToken).Select(row => row.Required("Word"))
            .ToHashSetAsync(StringComparer.Ordinal, cancellationToken);
}
