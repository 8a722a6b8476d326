namespace BotCoach.Scheduling;

/// <summary>When a nudge that could not be sent is tried again.</summary>
internal static class Retry
{
    /// <summary>After this many failures a nudge is given up for this occurrence: half an hour after the first.</summary>
    public const int MaxAttempts = 6;

    /// <summary>The pause after a failure: one minute, doubled with each, and an hour or so at most.</summary>
    /// <param name="attempts">How often it failed before.</param>
    public static TimeSpan After(int attempts) => TimeSpan.FromMinutes(Math.Pow(2, Math.Min(attempts, MaxAttempts)));
}
