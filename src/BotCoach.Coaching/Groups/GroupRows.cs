using BotCoach.Chat;
using BotCoach.Storage;

namespace BotCoach.Coaching;

/// <summary>Rows of a group that are looked at together.</summary>
internal sealed class GroupRows(ITableStore store, GroupsTable groups)
{
    private const string FoundPrefix = "found ";

    // A value holds 32 K characters, and an encoded id is hardly ever longer than 60.
    private const int PeopleInRow = 500;

    private readonly ITable _table = store.Table(GroupsTable.Name);

    /// <summary>How many people have said yes to a group.</summary>
    public async Task<int> AcceptedAsync(WorkspaceAddress workspace, string group, CancellationToken cancellationToken)
    {
        var accepted = 0;
        await foreach (var member in groups.MembersAsync(workspace, cancellationToken))
        {
            accepted += member.Group == group && member.Status == MemberStatus.Accepted ? 1 : 0;
        }

        return accepted;
    }

    /// <summary>Keeps whom a list was found to name, until the lead says that they are to be invited.</summary>
    public static IReadOnlyList<RowWrite> Found(WorkspaceAddress workspace, string id, IReadOnlyList<PersonAddress> people, DateTimeOffset now) =>
        [
            .. people.Chunk(PeopleInRow).Select((some, place) => new RowWrite.Upsert
            {
                Key = new RowKey(GroupsTable.PartitionOf(workspace), $"{FoundPrefix}{id} {place:D4}"),
                Properties = new RowProperties { { "People", string.Join(' ', some.Select(person => KeyEncoding.Encode(person.Person))) }, { "At", now } },
            }),
        ];

    /// <summary>Takes away the lists that name a person and that no lead has acted upon; the lead can paste them again.</summary>
    public async Task ForgetAsync(PersonAddress person, CancellationToken cancellationToken)
    {
        var name = KeyEncoding.Encode(person.Person);
        List<RowKey> lists = [];
        await foreach (var row in _table.ReadRangeAsync(RowRange.WithPrefix(GroupsTable.PartitionOf(person.Home), FoundPrefix), cancellationToken))
        {
            if (row.Required("People").Split(' ').Contains(name, StringComparer.Ordinal))
            {
                lists.Add(row.Key);
            }
        }

        await _table.DeleteAsync(lists, cancellationToken);
    }

    /// <summary>The people whom a list was found to name; none when it is gone.</summary>
    public async Task<IReadOnlyList<PersonAddress>> FoundAsync(WorkspaceAddress workspace, string id, CancellationToken cancellationToken)
    {
        List<PersonAddress> people = [];
        var range = RowRange.WithPrefix(GroupsTable.PartitionOf(workspace), $"{FoundPrefix}{KeyEncoding.Encode(id)} ");
        await foreach (var row in _table.ReadRangeAsync(range, cancellationToken))
        {
            people.AddRange(row.Required("People").Split(' ').Select(person =>
                new PersonAddress(workspace.Channel, workspace.Workspace, KeyEncoding.Decode(person))));
        }

        return people;
    }
}
