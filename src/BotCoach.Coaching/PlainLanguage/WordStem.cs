namespace BotCoach.Coaching;

/// <summary>Words without the ending of a plural or a third person.</summary>
internal static class WordStem
{
    public static string Of(string word) => word switch
    {
        [.. var start, 'i', 'e', 's'] when start.Length > 1 => string.Concat(start, "y"),
        [.. var start, 's'] when start.Length > 2 && start[^1] is not ('s' or 'u' or 'i') => start,
        _ => word,
    };
}
