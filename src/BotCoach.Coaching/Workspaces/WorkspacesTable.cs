using BotCoach.Chat;
using BotCoach.Storage;

namespace BotCoach.Coaching;

/// <summary>
/// The keys and columns of the Workspaces table: one partition, with a row for each workspace that said when it installed or
/// removed the app. Those that never did have none.
/// </summary>
internal sealed class WorkspacesTable(ITableStore store)
{
    public const string Name = "Workspaces";

    private const string Partition = "workspaces";

    private readonly ITable _table = store.Table(Name);

    /// <summary>Every workspace that removed the app.</summary>
    public async Task<IReadOnlyList<WorkspaceState>> RemovedAsync(CancellationToken cancellationToken)
    {
        List<WorkspaceState> removed = [];
        await foreach (var row in _table.ReadRangeAsync(new RowRange(Partition), cancellationToken))
        {
            if (Read(row) is { RemovedAt: not null } workspace)
            {
                removed.Add(workspace);
            }
        }

        return removed;
    }

    /// <summary>What is known of a workspace.</summary>
    public async Task<WorkspaceState> ReadAsync(WorkspaceAddress workspace, CancellationToken cancellationToken) =>
        await _table.ReadAsync(KeyOf(workspace), cancellationToken) is { } row ? Read(row) : new WorkspaceState(workspace);

    /// <summary>Writes what is known of a workspace; when that is nothing, its row goes.</summary>
    /// <returns>False when the row is not in the state any more in which it was read: then nothing is written.</returns>
    public async Task<bool> WriteAsync(WorkspaceState workspace, CancellationToken cancellationToken) =>
        await _table.WriteAsync([Write(workspace)], cancellationToken) is WriteResult.Written;

    private static RowWrite Write(WorkspaceState workspace)
    {
        var key = KeyOf(workspace.Workspace);
        var properties = new RowProperties
        {
            { "Channel", workspace.Workspace.Channel },
            { "Workspace", workspace.Workspace.Workspace },
            { "InstalledAt", workspace.InstalledAt },
            { "RemovedAt", workspace.RemovedAt },
            { "ErasingSince", workspace.ErasingSince },
        };
        return workspace switch
        {
            { Version: null } => new RowWrite.Insert { Key = key, Properties = properties },
            { InstalledAt: null, RemovedAt: null } => new RowWrite.Delete { Key = key, Version = workspace.Version },
            _ => new RowWrite.Replace { Key = key, Version = workspace.Version, Properties = properties },
        };
    }

    private static RowKey KeyOf(WorkspaceAddress workspace) => new(Partition, GroupsTable.PartitionOf(workspace));

    private static WorkspaceState Read(TableRow row) => new(new WorkspaceAddress(row.Required("Channel"), row.Required("Workspace")))
    {
        InstalledAt = row.Properties.Time("InstalledAt"),
        RemovedAt = row.Properties.Time("RemovedAt"),
        ErasingSince = row.Properties.Time("ErasingSince"),
        Version = row.Version,
    };
}
