using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>What a remark is about.</summary>
public enum PlainLanguageRemarkKind
{
    /// <summary>A term of the software trade.</summary>
    Term,

    /// <summary>An abbreviation that neither the text nor common knowledge explains.</summary>
    Abbreviation,

    /// <summary>A sentence too long to follow when it is heard once. It spans the sentence and holds other remarks.</summary>
    LongSentence,
}

/// <summary>One place in a text that may not land with people from other functions.</summary>
public sealed record PlainLanguageRemark
{
    /// <summary>
    /// Names the remark within its text: letters, digits, hyphens and colons, the same at every review of that text. It
    /// holds how often the term occurs, so when one occurrence was replaced, the remark on the next has another id.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>
    /// What it is about, however often and in whatever form that occurs: to remember that the person keeps it.
    /// </summary>
    public required string Subject { get; init; }

    /// <summary>What kind of remark it is.</summary>
    public required PlainLanguageRemarkKind Kind { get; init; }

    /// <summary>Where it begins, in UTF-16 code units from the start of the text.</summary>
    public required int Start { get; init; }

    /// <summary>How long it is, in UTF-16 code units; at least 1.</summary>
    public required int Length { get; init; }

    /// <summary>The words as they stand in the text.</summary>
    public required string Written { get; init; }

    /// <summary>
    /// Plain words for its place, the best first, in its number, verb form and capital; empty when none fits. They go
    /// into the text with <see cref="PlainLanguageReview.Apply"/>.
    /// </summary>
    public IReadOnlyList<string> Alternatives { get; init; } = [];

    /// <summary>The term of the lexicon; null for an abbreviation that it does not have, and for a sentence.</summary>
    internal Term? Term { get; init; }

    /// <summary>How many words a long sentence has; 0 for another remark.</summary>
    internal int WordCount { get; init; }

    /// <summary>Why it may not land, for somebody to whom the coach writes in that language, whatever the text is in: one sentence.</summary>
    public string Why(Language language)
    {
        ArgumentNullException.ThrowIfNull(language);
        var texts = PlainLanguageTexts.In(language);
        return Kind == PlainLanguageRemarkKind.LongSentence
            ? texts.LongSentence(WordCount, TextReview.LongestSentence)
            : Term?.Notes[language] ?? texts.Unexplained(Written);
    }

    /// <summary>Where it ends: the first place after it.</summary>
    public int End => Start + Length;
}
