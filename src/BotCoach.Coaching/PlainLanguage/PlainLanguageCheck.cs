namespace BotCoach.Coaching;

/// <summary>
/// The check for tech tongues: finds what people from other functions may not follow in a text that will be said to
/// them. English and Spanish; it takes time in proportion to the text.
/// </summary>
public sealed class PlainLanguageCheck
{
    private readonly PlainLexicon _lexicon;

    internal PlainLanguageCheck(PlainLexicon lexicon) => _lexicon = lexicon;

    /// <summary>Reads the terms that ship with the product.</summary>
    /// <exception cref="BrokenLexiconException">They break a rule; the exception lists everything that is wrong.</exception>
    public static PlainLanguageCheck Load() => new(PlainLexicon.Load());

    /// <summary>Reviews a text.</summary>
    /// <param name="text">Any text, such as a question or a comment.</param>
    /// <param name="companyWords">
    /// Terms and abbreviations that everyone in the person's company knows, in any case; they get no remark.
    /// </param>
    public PlainLanguageReview Review(string text, IReadOnlySet<string> companyWords)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(companyWords);
        var words = TextWords.Of(text);
        var known = new CompanyWords(companyWords);
        return new PlainLanguageReview
        {
            Text = text,
            Remarks = new TextReview(_lexicon, words, known).Remarks(),
            Outcomes = _lexicon.Outcomes.In(words),
        };
    }
}
