namespace BotCoach.Coaching;

/// <summary>Days on which the nudges of a group's plans rest, such as a holiday.</summary>
/// <param name="Group">The group's id.</param>
/// <param name="From">The first day, by each member's own calendar.</param>
/// <param name="Until">The first day on which nudges come again.</param>
public sealed record GroupPause(string Group, DateOnly From, DateOnly Until)
{
    /// <summary>Whether a day lies in the pause.</summary>
    public bool Holds(DateOnly day) => From <= day && day < Until;
}
