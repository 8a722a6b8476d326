namespace BotCoach.Testing;

/// <summary>A clock that stands still until a test moves it, and whose timers go off as it passes them, in order.</summary>
public sealed class SteppedClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _turn = new();
    private readonly List<Timer> _timers = [];
    private long _utcTicks = start.UtcTicks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _utcTicks), TimeSpan.Zero);

    public override long GetTimestamp() => Interlocked.Read(ref _utcTicks);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves on to the next timer that goes off by a moment, or to that moment.</summary>
    /// <returns>Whether a timer went off.</returns>
    public bool Step(DateTimeOffset until)
    {
        Timer? first;
        lock (_turn)
        {
            first = _timers.Where(timer => timer.DueAt <= until.UtcTicks).MinBy(timer => timer.DueAt);
            Interlocked.Exchange(ref _utcTicks, Math.Max(_utcTicks, first?.DueAt ?? until.UtcTicks));
            if (first is not null)
            {
                _timers.Remove(first);
            }
        }

        first?.GoOff();
        return first is not null;
    }

    /// <summary>Moves on, letting every timer on the way go off.</summary>
    public void Advance(TimeSpan by)
    {
        var until = GetUtcNow() + by;
        while (Step(until))
        {
        }
    }

    /// <summary>Moves on at a stroke, as for a process that got no processor meanwhile: timers go off late.</summary>
    public void Jump(TimeSpan by)
    {
        lock (_turn)
        {
            Interlocked.Add(ref _utcTicks, by.Ticks);
        }
    }

    private sealed class Timer(SteppedClock clock, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan _period;

        public long DueAt { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._turn)
            {
                clock._timers.Remove(this);
                _period = period;
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    DueAt = clock._utcTicks + dueTime.Ticks;
                    clock._timers.Add(this);
                }
            }

            return true;
        }

        public void GoOff()
        {
            if (_period > TimeSpan.Zero)
            {
                Change(_period, _period);
            }

            callback(state);
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
