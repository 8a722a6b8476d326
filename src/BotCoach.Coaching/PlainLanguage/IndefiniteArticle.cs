namespace BotCoach.Coaching;

/// <summary>The English <c>a</c> and <c>an</c>.</summary>
internal static class IndefiniteArticle
{
    // Written with a vowel and spoken with a consonant; and the other way round.
    private static readonly string[] _spokenWithConsonant = ["uni", "use", "usu", "uti", "euro", "one", "once"];
    private static readonly string[] _spokenWithVowel = ["hour", "honest", "heir"];

    /// <summary>The article that ends, with one space, directly before a place; null when none does.</summary>
    public static (int Start, int Length)? Before(string text, int place)
    {
        if (place < 2 || text[place - 1] != ' ')
        {
            return null;
        }

        var end = place - 1;
        var start = end;
        while (start > 0 && char.IsLetterOrDigit(text[start - 1]))
        {
            start--;
            if (end - start > 2)
            {
                return null;
            }
        }

        return text.AsSpan(start, end - start) is "a" or "A" or "an" or "An" or "AN" ? (start, place - start) : null;
    }

    /// <summary>The article with its space, in the form that the next words need.</summary>
    public static string Fit(string article, string next)
    {
        var fitting = IsSpokenWithVowel(next) ? "an " : "a ";
        return char.IsUpper(article[0]) ? string.Concat("A", fitting.AsSpan(1)) : fitting;
    }

    private static bool IsSpokenWithVowel(string word) =>
        _spokenWithVowel.Any(start => word.StartsWith(start, StringComparison.OrdinalIgnoreCase))
        || (word.Length > 0 && "aeiouAEIOU".Contains(word[0], StringComparison.Ordinal)
            && !_spokenWithConsonant.Any(start => word.StartsWith(start, StringComparison.OrdinalIgnoreCase)));
}
