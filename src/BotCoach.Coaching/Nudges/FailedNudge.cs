using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>A nudge that could not be sent, however often it was tried, with what it takes to send it after all.</summary>
/// <param name="Nudge">The nudge as it came due.</param>
/// <param name="Key">Names it.</param>
/// <param name="At">When it was given up.</param>
/// <param name="Reason">A short code of what went wrong.</param>
public sealed record FailedNudge(DueNudge Nudge, NudgeKey Key, DateTimeOffset At, string Reason)
{
    /// <summary>Who was to be nudged.</summary>
    public PersonAddress Person => Nudge.Person;
}
