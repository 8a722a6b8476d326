namespace BotCoach.Coaching;

/// <summary>
/// How much a sentence is worth: how central it is, times what its place and wording add. The root of the rank, because
/// centrality tells what a text is about and not what is new in it. That cue phrases, place and headings tell good sentences is
/// from H. Edmundson, "New methods in automatic extracting", JACM 16(2), 1969. The factors are ours: round numbers, set by reading
/// what they did to ten pre-reads.
/// </summary>
internal static class SentenceWorth
{
    private const double Emphasis = 1.3;
    private const double Proposal = 1.6;
    private const double Aside = 0.5;
    private const double Leaning = 0.7;

    // The sentence that opens a paragraph or item carries it.
    private const double Opening = 1.2;

    // Three figures say more than one; ten are a table.
    private const double Figure = 0.2;
    private const int MostFigures = 3;

    // Rows need their table around them.
    private const double Row = 0.6;

    // Below that many words a sentence seldom says something on its own.
    private const int FullWords = 14;

    // Above that many it says several things, and is cut on a card.
    private const int ManyWords = 45;

    /// <summary>The worth of a sentence of some rank (see <see cref="LexRank"/>), from 0 on.</summary>
    public static double Of(double rank, PreReadSentence sentence, SentenceCue cue) =>
        Math.Sqrt(rank)
        * Factor(cue.Own) * Factor(cue.Heading)
        * (sentence.Order == 0 && sentence.Kind != SentenceKind.Row ? Opening : 1)
        * (1 + (Figure * Math.Min(cue.Figures, MostFigures)))
        * (sentence.Kind == SentenceKind.Row ? Row : 1)
        * Math.Min(1, (double)cue.Words / FullWords)
        * Math.Min(1, (double)ManyWords / cue.Words);

    private static double Factor(IReadOnlySet<CueKind> kinds) =>
        (kinds.Contains(CueKind.Emphasis) ? Emphasis : 1)
        * (kinds.Contains(CueKind.Proposal) ? Proposal : 1)
        * (kinds.Contains(CueKind.Aside) ? Aside : 1)
        * (kinds.Contains(CueKind.Leaning) ? Leaning : 1);
}
