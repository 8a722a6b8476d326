namespace BotCoach.Coaching;

/// <summary>The topics under which a meeting's messages stand in <see cref="NudgeKey"/>.</summary>
internal static class MeetingTopics
{
    public const string Sheet = "meeting-sheet";
    public const string FirstWord = "meeting-first-word";
    public const string Check = "meeting-check";
}
