using System.Globalization;
using System.Runtime.CompilerServices;
using BotCoach.Chat;
using BotCoach.Storage;

namespace BotCoach.Coaching;

/// <summary>
/// The keys and columns of the Groups table: a partition for each workspace, with its groups and leads, and who was
/// enrolled. A person's rows stand together, so that they can be exported and erased.
/// </summary>
public sealed class GroupsTable(ITableStore store)
{
    /// <summary>The table's name.</summary>
    public const string Name = "Groups";

    // No workspace has this partition: theirs hold a bar.
    private const string WorkspacesPartition = "workspaces";

    private const string GroupPrefix = "group ";
    private const string LeadPrefix = "lead ";
    private const string MemberPrefix = "member ";
    private const string PausePrefix = "pause ";

    private readonly ITable _table = store.Table(Name);

    /// <summary>The partition of a workspace.</summary>
    public static string PartitionOf(WorkspaceAddress workspace) =>
        $"{KeyEncoding.Encode(workspace.Channel)}|{KeyEncoding.Encode(workspace.Workspace)}";

    /// <summary>The workspaces that have groups, or had some.</summary>
    public async Task<IReadOnlyList<WorkspaceAddress>> WorkspacesAsync(CancellationToken cancellationToken)
    {
        List<WorkspaceAddress> workspaces = [];
        await foreach (var row in _table.ReadRangeAsync(new RowRange(WorkspacesPartition), cancellationToken))
        {
            workspaces.Add(new WorkspaceAddress(row.Required("Channel"), row.Required("Workspace")));
        }

        return workspaces;
    }

    /// <summary>Lists a workspace among those that have groups; to be written before its first group.</summary>
    internal static RowWrite List(WorkspaceAddress workspace) => new RowWrite.Upsert
    {
        Key = new RowKey(WorkspacesPartition, PartitionOf(workspace)),
        Properties = new RowProperties { { "Channel", workspace.Channel }, { "Workspace", workspace.Workspace } },
    };

    /// <summary>The groups of a workspace, oldest first.</summary>
    public async Task<IReadOnlyList<Group>> GroupsAsync(WorkspaceAddress workspace, CancellationToken cancellationToken)
    {
        List<Group> groups = [];
        await foreach (var row in _table.ReadRangeAsync(RowRange.WithPrefix(PartitionOf(workspace), GroupPrefix), cancellationToken))
        {
            groups.Add(new Group(
                KeyEncoding.Decode(row.Key.Row[GroupPrefix.Length..]),
                row.Required("Name"),
                row.Properties.Text("Plan"),
                row.Required(row.Properties.Time("CreatedAt"), "CreatedAt")));
        }

        return [.. groups.OrderBy(group => group.CreatedAt).ThenBy(group => group.Id, StringComparer.Ordinal)];
    }

    /// <summary>Writes a group.</summary>
    internal static RowWrite Write(WorkspaceAddress workspace, Group group) => new RowWrite.Upsert
    {
        Key = new RowKey(PartitionOf(workspace), GroupPrefix + KeyEncoding.Encode(group.Id)),
        Properties = new RowProperties { { "Name", group.Name }, { "Plan", group.Plan }, { "CreatedAt", group.CreatedAt } },
    };

    /// <summary>Takes a group away.</summary>
    internal static RowWrite Delete(WorkspaceAddress workspace, string group) =>
        new RowWrite.Delete { Key = new RowKey(PartitionOf(workspace), GroupPrefix + KeyEncoding.Encode(group)) };

    /// <summary>The pauses of all groups of a workspace.</summary>
    public async Task<IReadOnlyList<GroupPause>> PausesAsync(WorkspaceAddress workspace, CancellationToken cancellationToken)
    {
        List<GroupPause> pauses = [];
        await foreach (var row in _table.ReadRangeAsync(RowRange.WithPrefix(PartitionOf(workspace), PausePrefix), cancellationToken))
        {
            pauses.Add(new GroupPause(
                KeyEncoding.Decode(row.Key.Row.Split(' ')[1]), Day(row.Required("From")), Day(row.Required("Until"))));
        }

        return pauses;
    }

    /// <summary>Writes a pause; one that starts on the same day is replaced.</summary>
    internal static RowWrite Write(WorkspaceAddress workspace, GroupPause pause) => new RowWrite.Upsert
    {
        Key = PauseKey(workspace, pause),
        Properties = new RowProperties { { "From", Text(pause.From) }, { "Until", Text(pause.Until) } },
    };

    /// <summary>Takes a pause back.</summary>
    internal static RowWrite Delete(WorkspaceAddress workspace, GroupPause pause) => new RowWrite.Delete { Key = PauseKey(workspace, pause) };

    /// <summary>Whether a person leads programmes of their workspace.</summary>
    public async Task<bool> IsLeadAsync(PersonAddress person, CancellationToken cancellationToken) =>
        await _table.ReadAsync(LeadKey(person), cancellationToken) is not null;

    /// <summary>The leads of a workspace.</summary>
    public async Task<IReadOnlyList<PersonAddress>> LeadsAsync(WorkspaceAddress workspace, CancellationToken cancellationToken)
    {
        List<PersonAddress> leads = [];
        await foreach (var row in _table.ReadRangeAsync(AllLeads(workspace), cancellationToken))
        {
            leads.Add(new PersonAddress(workspace.Channel, workspace.Workspace, KeyEncoding.Decode(row.Key.Row[LeadPrefix.Length..])));
        }

        return leads;
    }

    /// <summary>Names a lead.</summary>
    internal static RowWrite WriteLead(PersonAddress person, DateTimeOffset since) => new RowWrite.Upsert
    {
        Key = LeadKey(person),
        Properties = new RowProperties { { "Since", since } },
    };

    /// <summary>Takes the lead away from a person.</summary>
    internal static RowWrite DeleteLead(PersonAddress person) => new RowWrite.Delete { Key = LeadKey(person) };

    /// <summary>Where a person stands with a group; null when they were never asked.</summary>
    public async Task<GroupMember?> FindAsync(PersonAddress person, string group, CancellationToken cancellationToken) =>
        await _table.ReadAsync(MemberKey(person, group), cancellationToken) is { } row ? ReadMember(person.Home, row) : null;

    /// <summary>Writes rows of one workspace, whatever their number; rows to delete that are gone already are passed over.</summary>
    internal Task WriteAsync(IEnumerable<RowWrite> writes, CancellationToken cancellationToken) =>
        _table.WriteUnlessGoneAsync(writes, cancellationToken);

    /// <summary>The groups that a person was asked into.</summary>
    public async Task<IReadOnlyList<GroupMember>> OfPersonAsync(PersonAddress person, CancellationToken cancellationToken)
    {
        List<GroupMember> members = [];
        await foreach (var row in _table.ReadRangeAsync(OfPerson(person), cancellationToken))
        {
            members.Add(ReadMember(person.Home, row));
        }

        return members;
    }

    /// <summary>Everybody who was asked into a group of the workspace.</summary>
    public async IAsyncEnumerable<GroupMember> MembersAsync(
        WorkspaceAddress workspace, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in _table.ReadRangeAsync(RowRange.WithPrefix(PartitionOf(workspace), MemberPrefix), cancellationToken))
        {
            yield return ReadMember(workspace, row);
        }
    }

    /// <summary>Writes where a person stands with a group.</summary>
    internal static RowWrite Write(GroupMember member) => new RowWrite.Upsert
    {
        Key = MemberKey(member.Person, member.Group),
        Properties = new RowProperties
        {
            { "Status", member.Status.ToString() },
            { "Since", member.Since },
            { "Stays", Text(member.Stays) },
        },
    };

    /// <summary>Takes away where a person stands with a group.</summary>
    internal static RowWrite Delete(GroupMember member) => new RowWrite.Delete { Key = MemberKey(member.Person, member.Group) };

    /// <summary>The range that names a person, whatever the group.</summary>
    internal static RowRange OfPerson(PersonAddress person) =>
        RowRange.WithPrefix(PartitionOf(person.Home), $"{MemberPrefix}{KeyEncoding.Encode(person.Person)} ");

    /// <summary>The row of the workspace's secret; see <see cref="WorkspaceKeys"/>.</summary>
    internal static RowKey KeyOfSecret(WorkspaceAddress workspace) => new(PartitionOf(workspace), "secret");

    private static RowKey MemberKey(PersonAddress person, string group) =>
        new(PartitionOf(person.Home), $"{MemberPrefix}{KeyEncoding.Encode(person.Person)} {KeyEncoding.Encode(group)}");

    private static RowKey PauseKey(WorkspaceAddress workspace, GroupPause pause) =>
        new(PartitionOf(workspace), $"{PausePrefix}{KeyEncoding.Encode(pause.Group)} {Text(pause.From)}");

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The range that holds the leads of a workspace.</summary>
    internal static RowRange AllLeads(WorkspaceAddress workspace) => RowRange.WithPrefix(PartitionOf(workspace), LeadPrefix);

    internal static RowKey LeadKey(PersonAddress person) =>
        new(PartitionOf(person.Home), LeadPrefix + KeyEncoding.Encode(person.Person));

    private static GroupMember ReadMember(WorkspaceAddress workspace, TableRow row) =>
        row.Key.Row[MemberPrefix.Length..].Split(' ') is [var person, var group]
            ? new GroupMember
            {
                Person = new PersonAddress(workspace.Channel, workspace.Workspace, KeyEncoding.Decode(person)),
                Group = KeyEncoding.Decode(group),
                Status = row.RequiredEnum<MemberStatus>("Status"),
                Since = row.Required(row.Properties.Time("Since"), "Since"),
                Stays = ReadStays(row.Properties.Text("Stays") ?? ""),
            }
            : throw new InvalidDataException("A stored 'member' row names no person and group.");

    internal static string Text(IReadOnlyList<Stay> stays) => string.Join(',', stays.Select(stay => $"{stay.From}/{stay.Before}"));

    internal static IReadOnlyList<Stay> ReadStays(string text) => [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(ReadStay)];

    private static Stay ReadStay(string text) => text.Split('/') is [var from, var before] && IsoWeek.TryParse(from, out var first)
        ? new Stay(first.Value, IsoWeek.TryParse(before, out var end) ? end : null)
        : throw new InvalidDataException("A stored 'member' row has a stay that is no weeks.");
}
