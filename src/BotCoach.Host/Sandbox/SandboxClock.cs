namespace BotCoach.Host;

/// <summary>A visitor's clock: the real one, moved forward as far as the visitor wanted.</summary>
internal sealed class SandboxClock : TimeProvider
{
    private long _ahead;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _ahead));

    /// <summary>Moves it to an instant; one that has gone by changes nothing.</summary>
    public void MoveTo(DateTimeOffset instant)
    {
        if (instant - GetUtcNow() is { Ticks: > 0 and var ticks })
        {
            Interlocked.Add(ref _ahead, ticks);
        }
    }
}
