namespace BotCoach.Coaching;

/// <summary>
/// Light stemming: the endings that say plural or gender go, the word stays readable. Heavier stemmers merge words that
/// differ (<c>organ</c>, <c>organization</c>), which does harm in short texts.
/// </summary>
internal static class Stems
{
    private const int ShortestStem = 3;

    private static readonly string[] _sibilants = ["sses", "xes", "ches", "shes"];

    /// <summary>The stem of a plain word (see <see cref="Word.Plain"/>).</summary>
    public static string Of(string plain, PreReadLanguage language) => language switch
    {
        PreReadLanguage.Spanish => Spanish(plain),
        _ => English(plain),
    };

    /// <summary>The S stemmer of D. Harman, "How effective is suffixing?", JASIS 42(1), 1991; possessives go as well.</summary>
    private static string English(string word)
    {
        if (word.EndsWith("'s", StringComparison.Ordinal))
        {
            word = word[..^2];
        }

        if (word.Length <= ShortestStem || word[^1] != 's' || word[^2] is 'u' or 's')
        {
            return word;
        }

        if (word.EndsWith("ies", StringComparison.Ordinal) && word[^4] is not ('e' or 'a'))
        {
            return $"{word[..^3]}y";
        }

        // Not in Harman's three rules: "losses" and "taxes" belong to "loss" and "tax".
        return _sibilants.Any(ending => word.EndsWith(ending, StringComparison.Ordinal)) ? word[..^2] : word[..^1];
    }

    /// <summary>After the light stemmer for Spanish of J. Savoy, CLEF 2001: plural and the vowel of gender.</summary>
    private static string Spanish(string word)
    {
        if (word.Length <= ShortestStem + 1)
        {
            return word;
        }

        if (word.EndsWith("eses", StringComparison.Ordinal))
        {
            return word[..^2];
        }

        if (word.EndsWith("ces", StringComparison.Ordinal))
        {
            return $"{word[..^3]}z";
        }

        if (word[^1] == 's' && word[^2] is 'o' or 'a' or 'e')
        {
            return word[..^2];
        }

        return word[^1] is 'o' or 'a' or 'e' ? word[..^1] : word;
    }
}
