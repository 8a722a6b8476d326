using BotCoach.Chat;
using BotCoach.Storage;

namespace BotCoach.Coaching;

/// <summary>
/// Brings the figures of a workspace up to date: takes away what belonged to deleted groups, counts each week once it is over,
/// counts again those whose answers came late, and makes the figures of just the weeks that changed. Whatever is cut short is done by the next run.
/// </summary>
public sealed class InsightsUpdate
{
    // A person costs about ten small reads; so many at once keep the store busy and leave room for people's turns.
    private const int AtOnce = 8;

    // In weeks. What is older than that is not missed by anybody who reads a page of recent weeks.
    private const int LongestOutage = 8;

    /// <summary>What the row of every week that was counted starts with.</summary>
    internal const string CountedPrefix = "counted ";

    private readonly ITable _table;
    private readonly GroupsTable _groups;
    private readonly Harvest _harvest;
    private readonly Rollup _rollup;
    private readonly LateAnswers _late;
    private readonly StaleWeeks _stale;
    private readonly GroupRemovals _removals;
    private readonly TimeProvider _clock;

    internal InsightsUpdate(
        ITableStore store, GroupsTable groups, Harvest harvest, Rollup rollup, LateAnswers late, StaleWeeks stale, GroupRemovals removals, TimeProvider clock)
    {
        _table = store.Table(InsightsTable.Name);
        (_groups, _harvest, _rollup, _late, _stale, _removals, _clock) = (groups, harvest, rollup, late, stale, removals, clock);
    }

    /// <summary>Brings a workspace up to date.</summary>
    /// <returns>The weeks whose figures were made, in order.</returns>
    public async Task<IReadOnlyList<IsoWeek>> RunAsync(WorkspaceAddress workspace, CancellationToken cancellationToken)
    {
        SortedSet<IsoWeek> changed = [];
        await _removals.FinishAsync(workspace, cancellationToken);
        var uncounted = await UncountedAsync(workspace, cancellationToken);
        foreach (var week in uncounted)
        {
            await CountAsync(workspace, week, cancellationToken);
            changed.Add(week);
        }

        var notes = await _late.ReadAsync(workspace, cancellationToken);
        foreach (var note in notes)
        {
            foreach (var member in await _groups.OfPersonAsync(note.Person, cancellationToken))
            {
                await _harvest.CountAsync(member, note.Week, cancellationToken);
            }

            changed.Add(note.Week);
        }

        var stale = await _stale.ReadAsync(workspace, cancellationToken);
        changed.UnionWith(stale.Select(note => note.Week).Where(week => week <= ClosedWeek.At(_clock.GetUtcNow())));
        foreach (var week in changed)
        {
            await _rollup.RunAsync(workspace, week, cancellationToken);
        }

        // Only now: a run that was cut short finds its work again.
        foreach (var note in notes)
        {
            await _late.ForgetAsync(note, cancellationToken);
        }

        foreach (var (week, version) in stale)
        {
            await _stale.ForgetAsync(workspace, week, version, cancellationToken);
        }

        foreach (var week in uncounted)
        {
            var row = new RowProperties { { "At", _clock.GetUtcNow() } };
            await _table.WriteAsync([new RowWrite.Upsert { Key = new RowKey(GroupsTable.PartitionOf(workspace), $"{CountedPrefix}{week}"), Properties = row }], cancellationToken);
        }

        return [.. changed];
    }

    // The weeks that have ended since the last run; the service may have been down over several of them.
    private async Task<IReadOnlyList<IsoWeek>> UncountedAsync(WorkspaceAddress workspace, CancellationToken cancellationToken)
    {
        var closed = ClosedWeek.At(_clock.GetUtcNow());
        HashSet<IsoWeek> counted = [];
        await foreach (var row in _table.ReadRangeAsync(RowRange.WithPrefix(GroupsTable.PartitionOf(workspace), CountedPrefix), cancellationToken))
        {
            if (IsoWeek.TryParse(row.Key.Row[CountedPrefix.Length..], out var week))
            {
                counted.Add(week.Value);
            }
        }

        var first = counted.Count == 0 ? closed : counted.Min();
        return [.. Enumerable.Range(-LongestOutage, LongestOutage + 1).Select(closed.Plus).Where(week => week >= first && !counted.Contains(week))];
    }

    private Task CountAsync(WorkspaceAddress workspace, IsoWeek week, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(
            _groups.MembersAsync(workspace, cancellationToken),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (member, token) => await _harvest.CountAsync(member, week, token));
}
