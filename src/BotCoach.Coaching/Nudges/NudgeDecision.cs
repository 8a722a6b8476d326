using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>What is to be done about a nudge that came due.</summary>
public abstract record NudgeDecision
{
    private NudgeDecision()
    {
    }

    /// <summary>Send it.</summary>
    /// <param name="Key">Names it.</param>
    /// <param name="Card">What it shows.</param>
    /// <param name="Profile">Who receives it.</param>
    /// <param name="Next">The nudge that follows it; null for none.</param>
    public sealed record Send(NudgeKey Key, Card Card, Profile Profile, DueNudge? Next) : NudgeDecision;

    /// <summary>It is too late to be of use: record that, and go on.</summary>
    /// <param name="Key">Names it.</param>
    /// <param name="Next">The nudge that follows it; null for none.</param>
    public sealed record Skip(NudgeKey Key, DueNudge? Next) : NudgeDecision;

    /// <summary>It is to come at another time.</summary>
    /// <param name="To">The same nudge with its new time.</param>
    public sealed record Move(DueNudge To) : NudgeDecision;

    /// <summary>It was made for a plan or meeting that is no longer so: forget it.</summary>
    public sealed record Drop : NudgeDecision;
}
