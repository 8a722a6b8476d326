using BotCoach.Chat;
using BotCoach.Storage;

namespace BotCoach.Coaching;

/// <summary>Weeks whose figures no longer fit what is counted, because somebody's part was taken away. Names nobody.</summary>
internal sealed class StaleWeeks(ITableStore store)
{
    /// <summary>What the row of every note starts with.</summary>
    public const string Prefix = "stale ";

    private readonly ITable _table = store.Table(InsightsTable.Name);

    /// <summary>Notes a week.</summary>
    public Task NoteAsync(WorkspaceAddress workspace, IsoWeek week, CancellationToken cancellationToken) =>
        _table.WriteAsync([new RowWrite.Upsert { Key = KeyOf(workspace, week), Properties = [] }], cancellationToken);

    /// <summary>The weeks that are noted, with the state of their notes.</summary>
    public async Task<IReadOnlyList<(IsoWeek Week, RowVersion Version)>> ReadAsync(WorkspaceAddress workspace, CancellationToken cancellationToken)
    {
        List<(IsoWeek, RowVersion)> weeks = [];
        await foreach (var row in _table.ReadRangeAsync(RowRange.WithPrefix(GroupsTable.PartitionOf(workspace), Prefix), cancellationToken))
        {
            if (IsoWeek.TryParse(row.Key.Row[Prefix.Length..], out var week))
            {
                weeks.Add((week.Value, row.Version));
            }
        }

        return weeks;
    }

    /// <summary>Takes a note away; one that was written again meanwhile stays.</summary>
    public Task ForgetAsync(WorkspaceAddress workspace, IsoWeek week, RowVersion version, CancellationToken cancellationToken) =>
        _table.WriteAsync([new RowWrite.Delete { Key = KeyOf(workspace, week), Version = version }], cancellationToken);

    private static RowKey KeyOf(WorkspaceAddress workspace, IsoWeek week) => new(GroupsTable.PartitionOf(workspace), $"{Prefix}{week}");
}
