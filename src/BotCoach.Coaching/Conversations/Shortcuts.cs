namespace BotCoach.Coaching;

/// <summary>The shortcuts that the coach knows; channels bring them under these names.</summary>
internal static class Shortcuts
{
    /// <summary>Opens the form of a meeting.</summary>
    public const string PrepareMeeting = "prepare-meeting";

    /// <summary>Keeps the words of a message as a question for the next forum.</summary>
    public const string KeepQuestion = "keep-question";
}
