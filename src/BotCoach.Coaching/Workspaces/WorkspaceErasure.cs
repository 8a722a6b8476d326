using BotCoach.Chat;
using BotCoach.Storage;

namespace BotCoach.Coaching;

/// <summary>
/// Erases workspaces that removed the app, row by row, when <see cref="Removals.Grace"/> is over. An erasure that was cut
/// short is begun again, and finds what is left; two at once do no harm. It reads keys alone, a page at a time.
/// </summary>
public sealed class WorkspaceErasure
{
    // From the mark to the first row that goes: a turn that did not see the mark is over by then, and every node sees it.
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(5);

    private readonly ITableStore _store;
    private readonly ShardMap _shards;
    private readonly WorkspacesTable _workspaces;
    private readonly TimeProvider _clock;

    internal WorkspaceErasure(ITableStore store, ShardMap shards, WorkspacesTable workspaces, TimeProvider clock) =>
        (_store, _shards, _workspaces, _clock) = (store, shards, workspaces, clock);

    /// <summary>
    /// The workspaces that are to be erased now. Those whose time has come are marked first, after which nobody of theirs is
    /// listened to, and are among them at a later call.
    /// </summary>
    public async Task<IReadOnlyList<WorkspaceState>> DueAsync(CancellationToken cancellationToken)
    {
        var now = _clock.GetUtcNow();
        List<WorkspaceState> due = [];
        foreach (var workspace in await _workspaces.RemovedAsync(cancellationToken))
        {
            if (workspace.ErasingSince is { } since)
            {
                due.AddRange(since + Quiet <= now ? [workspace] : []);
            }
            else if (workspace.RemovedAt + Removals.Grace <= now)
            {
                // Should the workspace take the app back at this moment, then that counts.
                await _workspaces.WriteAsync(workspace with { ErasingSince = now }, cancellationToken);
            }
        }

        return due;
    }

    /// <summary>Erases a workspace that <see cref="DueAsync"/> gave.</summary>
    /// <returns>How many rows were there.</returns>
    public async Task<long> RunAsync(WorkspaceState workspace, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        var home = GroupsTable.PartitionOf(workspace.Workspace);
        var people = PartitionRange.WithPrefix($"{home}|");
        var due = _store.Table(DueTable.Name);
        var deliveries = _store.Table(DeliveriesTable.Name);
        var erased = await _store.Table(PeopleTable.Name).DeleteRangeAsync(people, cancellationToken);
        erased += await _store.Table(PulseTable.Name).DeleteRangeAsync(people, cancellationToken);
        foreach (var shard in Enumerable.Range(0, _shards.Count).Select(ShardMap.Name))
        {
            erased += await due.DeleteRangeAsync(new RowRange(shard) { Select = [] }, row => IsDueIn(home, row.Key.Row), cancellationToken);
            erased += await _store.Table(FailuresTable.Name).DeleteRangeAsync(OfPeople(shard), goes: null, cancellationToken);
        }

        erased += await due.DeleteRangeAsync(
            new RowRange(DueTable.AsidePartition) { Select = ["Key"] }, row => IsDueIn(home, row.Properties.Text("Key") ?? ""), cancellationToken);

        // Each shard has a partition for each day: those of all workspaces are found, and in them the rows of this one alone.
        await foreach (var day in deliveries.PartitionsAsync(new PartitionRange(), cancellationToken))
        {
            erased += await deliveries.DeleteRangeAsync(OfPeople(day), goes: null, cancellationToken);
        }

        erased += await _store.Table(InsightsTable.Name).DeleteRangeAsync(new RowRange(home) { Select = [] }, goes: null, cancellationToken);
        erased += await _store.Table(GroupsTable.Name).DeleteRangeAsync(new RowRange(home) { Select = [] }, goes: null, cancellationToken);
        await _store.Table(GroupsTable.Name).DeleteAsync([GroupsTable.List(workspace.Workspace).Key], cancellationToken);
        await EndAsync(workspace.Workspace, cancellationToken);
        return erased;

        RowRange OfPeople(string partition) => RowRange.WithPrefix(partition, $"{home}|") with { Select = [] };
    }

    // A key of the Due table is a time, a person and what is due.
    private static bool IsDueIn(string home, string key) =>
        key.Split(' ') is [_, var person, ..] && person.StartsWith($"{home}|", StringComparison.Ordinal);

    // Last: until then whoever looks finds what is left to do. A workspace that installed the app meanwhile has it from now on.
    private async Task EndAsync(WorkspaceAddress workspace, CancellationToken cancellationToken)
    {
        var known = await _workspaces.ReadAsync(workspace, cancellationToken);
        while (known.ErasingSince is not null)
        {
            var cameBack = known.InstalledAt > known.RemovedAt ? known.InstalledAt : null;
            await _workspaces.WriteAsync(known with { InstalledAt = cameBack, RemovedAt = null, ErasingSince = null }, cancellationToken);
            known = await _workspaces.ReadAsync(workspace, cancellationToken);
        }
    }
}
