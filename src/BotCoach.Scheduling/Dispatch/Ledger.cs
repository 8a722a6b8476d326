using BotCoach.Storage;

namespace BotCoach.Scheduling;

/// <summary>
/// Writes down what became of the nudges of one run, a group at a time: as soon as a hundred are there, or no more are to
/// come, or the first has waited for a moment and the group before it is written. So groups are as large as the store is
/// slow. A nudge is at hand until it is written down.
/// </summary>
internal sealed class Ledger
{
    /// <summary>How many a group has at most: as many deliveries as a transaction holds.</summary>
    private const int GroupSize = TableRules.MaxTransaction;

    /// <summary>
    /// How long the first of a group waits for the others. After a crash, what was sent in this time goes out again on a
    /// channel that cannot look; a shorter one would cost more transactions.
    /// </summary>
    private static readonly TimeSpan _patience = TimeSpan.FromMilliseconds(250);

    private readonly Lock _turn = new();
    private readonly LedgerPage _page;
    private readonly ITimer _timer;
    private readonly List<Task> _writing = [];
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private List<(DispatchOutcome Outcome, WorkspaceRoom Room)> _group = [];
    private int _atHand;
    private int _sent;
    private bool _isClosing;

    public Ledger(LedgerPage page, TimeProvider clock)
    {
        _page = page;
        _timer = clock.CreateTimer(static ledger => ((Ledger)ledger!).Turn(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Announces nudges that were taken up.</summary>
    public void Expect(int count)
    {
        lock (_turn)
        {
            _atHand += count;
        }
    }

    /// <summary>Takes in what became of one of them.</summary>
    /// <param name="outcome">What became of it.</param>
    /// <param name="room">The room that it takes, returned when it is written down.</param>
    public void Add(DispatchOutcome outcome, WorkspaceRoom room)
    {
        lock (_turn)
        {
            _group.Add((outcome, room));
            _atHand--;
            if (_group.Count == GroupSize || _atHand == 0)
            {
                TurnUnderLock();
            }
            else if (_group.Count == 1)
            {
                _timer.Change(_patience, Timeout.InfiniteTimeSpan);
            }
        }
    }

    /// <summary>Waits until all that were announced are written down.</summary>
    /// <returns>How many were sent.</returns>
    public async Task<int> CloseAsync()
    {
        lock (_turn)
        {
            _isClosing = true;
            if (_atHand == 0)
            {
                _closed.TrySetResult();
            }
        }

        await _closed.Task;
        await _timer.DisposeAsync();
        await Task.WhenAll(_writing);
        return _sent;
    }

    private void Turn()
    {
        lock (_turn)
        {
            if (_writing.Exists(group => !group.IsCompleted))
            {
                _timer.Change(_patience, Timeout.InfiniteTimeSpan);
            }
            else
            {
                TurnUnderLock();
            }
        }
    }

    private void TurnUnderLock()
    {
        if (_group.Count > 0)
        {
            _writing.RemoveAll(group => group.IsCompletedSuccessfully);
            _writing.Add(WriteAsync(_group));
            _group = [];
        }

        if (_isClosing && _atHand == 0)
        {
            _closed.TrySetResult();
        }
    }

    private async Task WriteAsync(List<(DispatchOutcome Outcome, WorkspaceRoom Room)> group)
    {
        // The caller is in the middle of a delivery, and holds the lock.
        await Task.Yield();
        try
        {
            var sent = await _page.WriteAsync([.. group.Select(entry => entry.Outcome)]);
            Interlocked.Add(ref _sent, sent);
        }
        finally
        {
            foreach (var room in group.GroupBy(entry => entry.Room))
            {
                room.Key.Return(room.Count());
            }
        }
    }
}
