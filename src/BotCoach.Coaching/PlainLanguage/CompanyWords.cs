namespace BotCoach.Coaching;

/// <summary>The terms and abbreviations that a company calls its own: they need no explanation there.</summary>
internal sealed class CompanyWords(IReadOnlySet<string> words)
{
    private readonly HashSet<string> _words = [.. words.Select(Plain)];

    /// <summary>Whether a term or abbreviation is one of them, in this form or without the ending of a plural.</summary>
    public bool Have(string written)
    {
        if (_words.Count == 0)
        {
            return false;
        }

        var plain = Plain(written);
        return _words.Contains(plain) || _words.Contains(WordStem.Of(plain));
    }

    private static string Plain(string text) => PracticeSearch.Plain(text);
}
