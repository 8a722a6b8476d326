namespace BotCoach.PlatformSimulator;

/// <summary>
/// A clock that leaves the real one behind and goes faster, its timers too. What waits for it gets through an hour of
/// limits in minutes; what takes its real time (computing, the network, a disk) seems as many times slower.
/// </summary>
/// <param name="speed">How many times faster; 1 or more.</param>
/// <param name="since">
/// When it showed the same time as the real one; now, unless told otherwise. Processes that are told the same go by one clock.
/// </param>
public sealed class SpedUpClock(double speed, DateTimeOffset? since = null) : TimeProvider
{
    private readonly DateTimeOffset _since = since ?? System.GetUtcNow();
    private readonly long _origin = System.GetTimestamp();
    private readonly double _speed = speed >= 1 ? speed : throw new ArgumentOutOfRangeException(nameof(speed), speed, "A clock is not slowed down.");

    public override DateTimeOffset GetUtcNow() => _since + ((System.GetUtcNow() - _since) * _speed);

    public override long TimestampFrequency => System.TimestampFrequency;

    public override long GetTimestamp() => _origin + (long)((System.GetTimestamp() - _origin) * _speed);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new SpedUpTimer(System.CreateTimer(callback, state, Real(dueTime), Real(period)), this);

    private TimeSpan Real(TimeSpan time) => time <= TimeSpan.Zero ? time : time / _speed;

    private sealed class SpedUpTimer(ITimer timer, SpedUpClock clock) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(clock.Real(dueTime), clock.Real(period));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
