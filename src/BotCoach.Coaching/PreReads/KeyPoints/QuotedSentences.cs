namespace BotCoach.Coaching;

/// <summary>Finds the sentences of a pre-read that somebody quotes.</summary>
internal static class QuotedSentences
{
    // Of the words of the longer of the two, in the same order: a changed word in six is a slip, more is another sentence.
    private const double Alike = 0.8;

    // Longer than anything that is shown; what is longer still is no quote.
    private const int LongestQuote = 1_000;

    // Shorter ones are found by chance.
    private const int FewestWords = 3;

    /// <summary>The places of the sentences, each once, in the order of the quotes. A quote that the author did not write has none.</summary>
    public static IReadOnlyList<int> Of(PreRead preRead, IReadOnlyList<string> quotes) =>
    [
        .. quotes
            .Where(quote => quote.Length <= LongestQuote)
            .SelectMany(quote => PreRead.Parse(quote).Words)
            .Where(words => words.Count >= FewestWords)
            .Select(words => PlaceOf(preRead, words))
            .OfType<int>()
            .Distinct(),
    ];

    private static int? PlaceOf(PreRead preRead, IReadOnlyList<Word> quote)
    {
        var wanted = quote.Select(word => word.Plain).ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(0, preRead.Sentences.Count)
            .Where(at => preRead.Words[at].Count(word => wanted.Contains(word.Plain)) >= Alike * Math.Max(quote.Count, preRead.Words[at].Count))
            .Select(at => (At: at, Alike: (double)InOrder(quote, preRead.Words[at]) / Math.Max(quote.Count, preRead.Words[at].Count)))
            .Where(candidate => candidate.Alike >= Alike)
            .OrderByDescending(candidate => candidate.Alike)
            .Select(candidate => (int?)candidate.At)
            .FirstOrDefault();
    }

    /// <summary>How many words the two have in common in the same order (longest common subsequence).</summary>
    private static int InOrder(IReadOnlyList<Word> one, IReadOnlyList<Word> other)
    {
        var (before, now) = (new int[other.Count + 1], new int[other.Count + 1]);
        foreach (var word in one)
        {
            for (var at = 0; at < other.Count; at++)
            {
                now[at + 1] = word.Plain == other[at].Plain ? before[at] + 1 : Math.Max(before[at + 1], now[at]);
            }

            (before, now) = (now, before);
        }

        return before[^1];
    }
}
