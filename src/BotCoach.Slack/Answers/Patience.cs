namespace BotCoach.Slack;

/// <summary>How long an answer may still take.</summary>
internal sealed class Patience(TimeProvider clock, TimeSpan length)
{
    private readonly long _start = clock.GetTimestamp();

    public TimeSpan Left => length - clock.GetElapsedTime(_start);
}
