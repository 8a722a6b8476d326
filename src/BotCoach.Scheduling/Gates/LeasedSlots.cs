using BotCoach.Storage;

namespace BotCoach.Scheduling;

/// <summary>
/// The slots of a workspace that several nodes send to, leased from the store a second's worth at a time. A slot is used
/// at its time or a little later, or not at all; a node that dies loses what it leased and no more.
/// See docs/adr/0008-one-budget-for-all-nodes.md.
/// </summary>
internal sealed class LeasedSlots : ISendingSlots
{
    // One write to the store for so many slots; and the longest that a message of another node waits for them.
    private static readonly TimeSpan _leaseLength = TimeSpan.FromSeconds(1);

    // After a lease that failed; the store has tried several times by then.
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(1);

    private readonly Lock _turn = new();
    private readonly Queue<(long From, int Count)> _following = new();
    private readonly Stack<long> _givenBack = new();
    private readonly SlotSpacing _spacing;
    private readonly int _batch;
    private readonly Func<long, SlotLease?, Task<SlotLease>> _lease;
    private readonly Action<Exception> _failed;
    private readonly Action _news;
    private readonly TimeProvider _clock;
    private (long From, int Count) _current;
    private SlotLease? _last;
    private int _left;
    private long _pausedUntil;
    private bool _isLeasing;

    /// <param name="spacing">How far slots lie apart.</param>
    /// <param name="lease">Leases slots for so many ticks, given the last lease.</param>
    /// <param name="failed">Hears of a lease that failed.</param>
    /// <param name="news">Is called when a lease is there, or failed.</param>
    /// <param name="clock">The clock.</param>
    public LeasedSlots(
        SlotSpacing spacing, Func<long, SlotLease?, Task<SlotLease>> lease, Action<Exception> failed, Action news, TimeProvider clock)
    {
        _spacing = spacing;
        _batch = (int)Math.Max(1, _leaseLength.Ticks / spacing.Interval);
        _lease = lease;
        _failed = failed;
        _news = news;
        _clock = clock;
    }

    /// <summary>The last lease that was asked for: completed once its slots are here, or it failed.</summary>
    public Task Leasing { get; private set; } = Task.CompletedTask;

    public bool TryTake(long now, int waiting, out long slot)
    {
        lock (_turn)
        {
            var oldest = now - TakenBy;
            PassOver(oldest);
            if (_left <= _batch / 2 && _left < waiting && !_isLeasing && _pausedUntil <= now)
            {
                _isLeasing = true;
                Leasing = LeaseAsync(Math.Min(_batch, waiting - _left));
            }

            while (_givenBack.TryPop(out slot))
            {
                if (slot >= oldest)
                {
                    return true;
                }
            }

            if (_left == 0)
            {
                slot = _isLeasing ? SlidingWindows.Unknown : _pausedUntil;
                return false;
            }

            slot = _current.From;
            if (slot > now)
            {
                return false;
            }

            Use(1);
            return true;
        }
    }

    public bool IsOver(long slot, long now) => now > slot + _spacing.Lateness;

    public void GiveBack(long slot)
    {
        lock (_turn)
        {
            _givenBack.Push(slot);
        }
    }

    public void Idle()
    {
        // Slots pass by themselves.
    }

    public void Rest(long until)
    {
        // The gate does not ask before then.
    }

    // The rest of the lateness is for what comes between the gate and leaving: reading the person.
    private long TakenBy => _spacing.Lateness / 2;

    private void PassOver(long before)
    {
        while (_left > 0 && _current.From < before)
        {
            Use((int)Math.Min(_current.Count, ((before - _current.From - 1) / _spacing.Interval) + 1));
        }
    }

    private void Use(int count)
    {
        _left -= count;
        _current = (_current.From + (count * _spacing.Interval), _current.Count - count);
        if (_current.Count == 0)
        {
            _following.TryDequeue(out _current);
        }
    }

    private async Task LeaseAsync(int count)
    {
        // Whoever asks holds a lock.
        await Task.Yield();
        try
        {
            var lease = await _lease(count * _spacing.Interval, _last);
            lock (_turn)
            {
                _isLeasing = false;
                _last = lease;
                _left += count;
                _following.Enqueue((lease.From.UtcTicks, count));
                if (_current.Count == 0)
                {
                    _current = _following.Dequeue();
                }
            }
        }
        catch (Exception error) when (error is TableUnavailableException or InvalidDataException)
        {
            _failed(error);
            lock (_turn)
            {
                _isLeasing = false;
                _last = null;
                _pausedUntil = (_clock.GetUtcNow() + _pause).UtcTicks;
            }
        }

        _news();
    }
}
