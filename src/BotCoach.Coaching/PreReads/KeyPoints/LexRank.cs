namespace BotCoach.Coaching;

/// <summary>
/// How central each sentence of a text is: continuous LexRank, after G. Erkan and D. Radev, "LexRank: graph-based lexical
/// centrality as salience in text summarization", JAIR 22, 2004; its sister is TextRank, R. Mihalcea and P. Tarau, EMNLP 2004.
/// Sentences are the nodes of a graph, the cosine of two is the weight of their edge, and a walker goes from sentence to
/// similar sentence; how often he is at one is its rank.
/// </summary>
internal static class LexRank
{
    // The share of steps that follow an edge; the others begin anew. The value of both papers.
    private const double Damping = 0.85;

    // What a sentence that has nothing in common with the focus counts beside a similarity of 1: a fifth.
    private const double Unfocused = 0.2;

    // With this damping, what is left to change after so many rounds is below 0.85^40, a thousandth.
    private const int MostRounds = 40;

    // When all ranks together change by less, no order changes that anybody would notice.
    private const double Settled = 0.0001;

    /// <summary>The ranks of the sentences, the highest of which is 1.</summary>
    /// <param name="vectors">The sentences.</param>
    /// <param name="focus">
    /// The sentences that the others are to be seen from; none for the whole text. The walker begins anew at sentences like
    /// these (biased LexRank, J. Otterbacher, G. Erkan and D. Radev, HLT/EMNLP 2005).
    /// </param>
    public static double[] Of(SentenceVectors vectors, IReadOnlyList<int> focus)
    {
        var edges = new SentenceGraph(vectors);
        var starts = Starts(vectors, focus);
        var ranks = starts;
        for (var round = 0; round < MostRounds; round++)
        {
            var next = Step(edges, ranks, starts);
            var changed = next.Zip(ranks, (after, before) => Math.Abs(after - before)).Sum();
            ranks = next;
            if (changed < Settled)
            {
                break;
            }
        }

        var highest = ranks.Max();
        return [.. ranks.Select(rank => rank / highest)];
    }

    private static double[] Step(SentenceGraph edges, double[] ranks, double[] starts)
    {
        var next = new double[ranks.Length];
        var anew = 0d;
        for (var from = 0; from < ranks.Length; from++)
        {
            // A sentence that is like no other sends its walker anywhere.
            var follows = edges.IsAlone(from) ? 0 : Damping * ranks[from];
            anew += ranks[from] - follows;
            edges.Spread(from, follows, next);
        }

        for (var sentence = 0; sentence < next.Length; sentence++)
        {
            next[sentence] += anew * starts[sentence];
        }

        return next;
    }

    private static double[] Starts(SentenceVectors vectors, IReadOnlyList<int> focus)
    {
        var starts = new double[vectors.Count];
        for (var sentence = 0; sentence < starts.Length; sentence++)
        {
            starts[sentence] = Unfocused + focus.Sum(other => vectors.Similarity(sentence, other));
        }

        var sum = starts.Sum();
        return [.. starts.Select(start => start / sum)];
    }
}
