namespace BotCoach.Coaching;

/// <summary>The sentences to choose from.</summary>
/// <param name="Vectors">Their words.</param>
/// <param name="Worths">What each is worth.</param>
/// <param name="Asks">Those that ask for a decision.</param>
/// <param name="Places">Where each stands.</param>
internal sealed record RankedSentences(SentenceVectors Vectors, IReadOnlyList<double> Worths, IReadOnlyList<int> Asks, IReadOnlyList<PreReadPlace> Places);

/// <summary>Chooses sentences of great worth that do not repeat each other.</summary>
internal static class KeyPointChoice
{
    /// <summary>What a person should know at the least, besides what is to be decided.</summary>
    public const int Fewest = 3;

    /// <summary>The most that can be kept in mind; three are what a person is asked to remember.</summary>
    public const int Most = 7;

    // Sentences that share that much say the same.
    private const double Same = 0.6;

    // How much of a sentence's worth is lost when it says what a chosen one says: maximal marginal relevance, J. Carbonell and
    // J. Goldstein, SIGIR 1998.
    private const double Redundancy = 0.7;

    // A second point from one section or mail counts less: the others want to be heard as well.
    private const double SamePlace = 0.8;

    /// <summary>The sentences that ask for a decision, and the best of the others.</summary>
    public static IReadOnlyList<int> Of(RankedSentences sentences, int count)
    {
        var chosen = new List<int>();
        foreach (var ask in sentences.Asks.OrderByDescending(ask => sentences.Worths[ask]))
        {
            if (chosen.Count < Most && chosen.TrueForAll(other => sentences.Vectors.Similarity(ask, other) < Same))
            {
                chosen.Add(ask);
            }
        }

        var left = Enumerable.Range(0, sentences.Worths.Count).Except(sentences.Asks).ToList();
        count = Math.Min(Math.Max(count, chosen.Count + Fewest), Most);
        while (chosen.Count < count && Best(sentences, chosen, left) is { } best)
        {
            chosen.Add(best);
            left.Remove(best);
        }

        return chosen;
    }

    private static int? Best(RankedSentences sentences, List<int> chosen, List<int> left) => left
        .Select(at => (At: at, Repeats: chosen.Select(other => sentences.Vectors.Similarity(at, other)).DefaultIfEmpty().Max()))
        .Where(candidate => candidate.Repeats < Same)
        .OrderByDescending(candidate => sentences.Worths[candidate.At]
            * (1 - (Redundancy * candidate.Repeats))
            * (chosen.Exists(other => sentences.Places[other] == sentences.Places[candidate.At]) ? SamePlace : 1))
        .Select(candidate => (int?)candidate.At)
        .FirstOrDefault();
}
