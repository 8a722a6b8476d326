namespace BotCoach.Testing;

/// <summary>A clock that stands still until a test moves it. Timers are those of the real clock.</summary>
public sealed class ManualClock(DateTimeOffset start) : TimeProvider
{
    private long _utcTicks = start.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _utcTicks), TimeSpan.Zero);

    public void Advance(TimeSpan by) => Interlocked.Add(ref _utcTicks, by.Ticks);

    public void MoveTo(DateTimeOffset to) => Interlocked.Exchange(ref _utcTicks, to.UtcTicks);
}
