using BotCoach.Coaching;
using BotCoach.Storage;
using Microsoft.Extensions.Logging;

namespace BotCoach.Scheduling;

/// <summary>
/// One look after a shard: takes up what is due, as much of each workspace as its room allows, and goes on with the rest
/// whenever there is room again. What has no room stays unclaimed, for this run or the next, on this node or another.
/// See docs/adr/0009-how-nudges-are-taken-up.md.
/// </summary>
internal sealed class ShardRun
{
    private readonly int _shard;
    private readonly DueTable _due;
    private readonly WorkspaceLanes _lanes;
    private readonly NudgeDelivery _delivery;
    private readonly Ledger _ledger;
    private readonly StoreLoad _load;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly TimeSpan _claim;
    private readonly DateTimeOffset _now;
    private readonly DateTimeOffset _end;
    private readonly Dictionary<WorkspaceLane, string> _left = [];
    private bool _isContended;

    public ShardRun(
        int shard,
        DueTable due,
        WorkspaceLanes lanes,
        NudgeDelivery delivery,
        Ledger ledger,
        StoreLoad load,
        SchedulingOptions options,
        TimeProvider clock,
        ILogger logger)
    {
        _load = load;
        _shard = shard;
        _due = due;
        _lanes = lanes;
        _delivery = delivery;
        _ledger = ledger;
        _clock = clock;
        _logger = logger;
        _claim = TimeSpan.FromSeconds(options.ClaimSeconds);
        _now = clock.GetUtcNow();

        // What becomes due meanwhile is for the next run.
        _end = _now.AddSeconds(options.PollSeconds);
    }

    /// <summary>Takes up and delivers.</summary>
    /// <param name="stopping">Takes up nothing more; what is being sent by then is finished and recorded.</param>
    /// <returns>How many nudges were sent.</returns>
    public async Task<int> RunAsync(CancellationToken stopping)
    {
        int sent;
        try
        {
            await LookThroughAsync(stopping);
            await GoOnAsync(stopping);
        }
        finally
        {
            sent = await _ledger.CloseAsync();
        }

        return sent;
    }

    private bool MayTakeUp(CancellationToken stopping) => !_isContended && !stopping.IsCancellationRequested;

    // Looks at everything that is due, once. Where a workspace has no room, its rows of that due time are passed over.
    private async Task LookThroughAsync(CancellationToken stopping)
    {
        string? from = "";
        while (from is not null && MayTakeUp(stopping))
        {
            var page = await ReadAsync(from, TableRules.MaxPage, stopping);
            var free = page.Rows.Where(IsFree).ToList();
            var room = free
                .GroupBy(row => _lanes.Of(row.Nudge.Person))
                .Where(rows => !_left.ContainsKey(rows.Key))
                .ToDictionary(rows => rows.Key, rows => rows.Key.Room.Take(rows.Count()));
            await TakeUpAsync(free, room, stopping);
            from = page.Next is { } next && page.Rows is [.., var last] && _left.ContainsKey(_lanes.Of(last.Nudge.Person))
                ? Later(next, DueTable.PastWorkspace(last))
                : page.Next;
        }
    }

    // Waits for room, for those workspaces that had none.
    private async Task GoOnAsync(CancellationToken stopping)
    {
        using var end = new CancellationTokenSource(_end - _clock.GetUtcNow() is var time && time > TimeSpan.Zero ? time : TimeSpan.Zero, _clock);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(end.Token, stopping);
        var waits = new Dictionary<WorkspaceLane, Task<int>>();
        while (_left.Count > 0 && MayTakeUp(over.Token))
        {
            foreach (var lane in _left.Keys.Where(lane => !waits.ContainsKey(lane)))
            {
                waits.Add(lane, lane.Room.WaitAsync(TableRules.MaxPage, over.Token));
            }

            await Task.WhenAny(waits.Values);
            foreach (var (lane, wait) in waits.Where(wait => wait.Value.IsCompleted).ToList())
            {
                waits.Remove(lane);
                await GoOnAsync(lane, await wait, stopping);
            }
        }

        await over.CancelAsync();
        foreach (var (lane, wait) in waits)
        {
            lane.Room.Return(await wait);
        }
    }

    private async Task GoOnAsync(WorkspaceLane lane, int granted, CancellationToken stopping)
    {
        string? from = _left[lane];
        while (granted > 0 && from is not null && MayTakeUp(stopping))
        {
            var page = await ReadAsync(from, Math.Min(TableRules.MaxPage, 2 * granted), stopping);
            var rows = page.Rows.Where(row => IsFree(row) && _lanes.Of(row.Nudge.Person) == lane).ToList();
            _left.Remove(lane);
            var room = Math.Min(granted, rows.Count);
            granted -= room;
            await TakeUpAsync(rows, new Dictionary<WorkspaceLane, int> { [lane] = room }, stopping);
            from = _left.ContainsKey(lane) ? null : page.Next;
        }

        lane.Room.Return(granted);
        if (from is not null)
        {
            _left[lane] = from;
        }
    }

    // Claims and starts as many of each workspace as there is room for, and notes where the others begin.
    private async Task TakeUpAsync(List<DueRow> rows, Dictionary<WorkspaceLane, int> room, CancellationToken stopping)
    {
        List<DueRow> taken = [];
        foreach (var row in rows)
        {
            var lane = _lanes.Of(row.Nudge.Person);
            if (_left.ContainsKey(lane))
            {
                continue;
            }

            if (room[lane] == 0)
            {
                _left.Add(lane, row.Key.Row);
                continue;
            }

            room[lane]--;
            taken.Add(row);
        }

        foreach (var chunk in taken.Chunk(TableRules.MaxTransaction))
        {
            var until = _clock.GetUtcNow() + _claim;
            // Seen through: a claim that is given up may be made all the same, and then nobody gives its rows back.
            if (MayTakeUp(stopping) && await _load.WriteAsync(() => _due.ClaimAsync(chunk, until, CancellationToken.None)) is { } claimed)
            {
                _ledger.Expect(claimed.Count);
                foreach (var row in claimed)
                {
                    DeliveryMetrics.TakenUp(row);
                    _ = DeliverAsync(row, until - (_claim / 2), stopping);
                }

                continue;
            }

            // Another node is at this shard: what it leaves is taken up by the next run.
            _isContended = true;
            foreach (var lane in chunk.GroupBy(row => _lanes.Of(row.Nudge.Person)))
            {
                lane.Key.Room.Return(lane.Count());
            }
        }
    }

    private async Task DeliverAsync(DueRow row, DateTimeOffset deadline, CancellationToken stopping)
    {
        var lane = _lanes.Of(row.Nudge.Person);
        _ledger.Add(await _delivery.DeliverAsync(row, lane.Gate, deadline, stopping), lane.Room);
    }

    private async Task<DuePage> ReadAsync(string from, int take, CancellationToken cancellationToken)
    {
        var page = await _load.ReadAsync(() => _due.ReadDueAsync(_shard, _now, from, take, cancellationToken));
        foreach (var unreadable in page.Unreadable)
        {
            DispatchLog.PutAside(_logger, _shard, unreadable.Reason, await _due.PutAsideAsync(unreadable, cancellationToken));
        }

        return page;
    }

    private bool IsFree(DueRow row) => row.ClaimedUntil is null || row.ClaimedUntil <= _clock.GetUtcNow();

    private static string Later(string one, string other) => string.CompareOrdinal(one, other) >= 0 ? one : other;
}
