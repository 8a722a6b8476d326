namespace BotCoach.Coaching;

/// <summary>
/// Tells the language of a text by the function words in it, which make up some two words in five of any running text.
/// </summary>
internal static class LanguageGuess
{
    private const int FewestWords = 2;

    // Bullets drop most function words; below a share of one in twenty the text is a table, a list of names or another language.
    private const double SmallestShare = 0.05;

    // "no", "a" and "me" are words of both; the winner has to win clearly.
    private const double Lead = 1.5;

    // A few hundred words settle it.
    private const int EnoughWords = 1_500;

    /// <summary>The language of most of the sentences.</summary>
    public static PreReadLanguage Of(IEnumerable<IReadOnlyList<Word>> sentences)
    {
        var (all, english, spanish) = (0, 0, 0);
        foreach (var word in sentences.SelectMany(words => words).Where(word => !word.IsNumber).Take(EnoughWords))
        {
            all++;
            english += StopWords.English.Contains(word.Plain) ? 1 : 0;
            spanish += StopWords.Spanish.Contains(word.Plain) ? 1 : 0;
        }

        var most = Math.Max(english, spanish);
        if (most < FewestWords || most < all * SmallestShare || most < Lead * Math.Min(english, spanish))
        {
            return PreReadLanguage.Unknown;
        }

        return english > spanish ? PreReadLanguage.English : PreReadLanguage.Spanish;
    }
}
