namespace BotCoach.Testing;

/// <summary>A clock that goes as the real one does, and can be moved forward.</summary>
public sealed class MovableClock : TimeProvider
{
    private long _offsetTicks;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Interlocked.Read(ref _offsetTicks));

    public void Advance(TimeSpan by) => Interlocked.Add(ref _offsetTicks, by.Ticks);

    /// <summary>Moves on to an instant that lies ahead.</summary>
    public void MoveTo(DateTimeOffset time) => Advance(time - GetUtcNow());
}
