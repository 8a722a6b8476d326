namespace BotCoach.Coaching;

/// <summary>A language that the check knows.</summary>
internal enum TextLanguage
{
    /// <summary>Neither of the two.</summary>
    Other,

    /// <summary>English.</summary>
    English,

    /// <summary>Spanish.</summary>
    Spanish,
}

/// <summary>Guesses the language of each sentence by the small words that hardly any sentence does without.</summary>
/// <param name="english">Small words of English that Spanish does not have.</param>
/// <param name="spanish">Small words of Spanish that English does not have.</param>
internal sealed class TextLanguageGuess(IReadOnlySet<string> english, IReadOnlySet<string> spanish)
{
    /// <summary>
    /// So many words without a small word of either language are written in a third one; fewer may be a heading.
    /// </summary>
    private const int SurelyOther = 8;

    /// <summary>The language of each sentence. One that does not tell has the language of the whole text.</summary>
    public IReadOnlyList<TextLanguage> Of(TextWords text)
    {
        var counts = new (int English, int Spanish)[text.Sentences.Count];
        foreach (var word in text.Words)
        {
            counts[word.Sentence].English += english.Contains(word.Lower) ? 1 : 0;
            counts[word.Sentence].Spanish += spanish.Contains(word.Lower) ? 1 : 0;
        }

        var whole = Guess(counts.Sum(count => count.English), counts.Sum(count => count.Spanish), text.Words.Count) ?? TextLanguage.English;
        return [.. counts.Zip(text.Sentences, (count, sentence) => Guess(count.English, count.Spanish, sentence.WordCount) ?? whole)];
    }

    private static TextLanguage? Guess(int english, int spanish, int words) => (english - spanish) switch
    {
        > 0 => TextLanguage.English,
        < 0 => TextLanguage.Spanish,
        _ => english == 0 && words >= SurelyOther ? TextLanguage.Other : null,
    };
}
