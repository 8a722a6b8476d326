namespace BotCoach.Coaching;

/// <summary>How late each kind of nudge is still useful.</summary>
public static class Grace
{
    /// <summary>A nudge names something to do today: half a working day later there is still time for it.</summary>
    public static readonly TimeSpan Practice = TimeSpan.FromHours(4);

    /// <summary>The check after a meeting: it is still remembered the next day.</summary>
    public static readonly TimeSpan Check = TimeSpan.FromHours(24);
}
