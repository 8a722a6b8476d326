namespace BotCoach.Coaching;

/// <summary>
/// An agenda or pre-read as a person pasted it, taken apart into sentences that know where they stand: running text,
/// Markdown, lists, tables copied from a slide, e-mail threads.
/// </summary>
public sealed class PreRead
{
    /// <summary>The most characters that are read, some twenty pages; what comes behind them is left out.</summary>
    public const int MaxLength = 40_000;

    private PreRead(IReadOnlyList<PreReadSentence> sentences)
    {
        Sentences = sentences;
        Words = [.. sentences.Select(sentence => Coaching.Words.In(sentence.Text))];
        Language = LanguageGuess.Of(Words);
    }

    /// <summary>
    /// What it says, in order, each sentence once; greetings, signatures, page numbers and the like are left out.
    /// </summary>
    public IReadOnlyList<PreReadSentence> Sentences { get; }

    /// <summary>The language of most of it.</summary>
    public PreReadLanguage Language { get; }

    /// <summary>The words of each sentence.</summary>
    internal IReadOnlyList<IReadOnlyList<Word>> Words { get; }

    /// <summary>Takes a text apart. Any text can be read, however odd; one without words has no sentences.</summary>
    public static PreRead Parse(string pasted)
    {
        ArgumentNullException.ThrowIfNull(pasted);
        return new PreRead(PreReadParser.Parse(PastedText.Clean(pasted)));
    }
}
