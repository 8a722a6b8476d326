namespace BotCoach.Coaching;

/// <summary>
/// How central each sentence of a text is: continuous LexRank, after G. Erkan and D. Radev, "LexRank: graph-based lexical
/// centrality as salience in text summarization", JAIR 22, 2004; its sister is TextRank, R. Mihalcea and P. Tarau, EMNLP 2004.
/// Sentences are the nodes of a graph, the cosine of two is the weight of their edge, and a walker goes from sentence to
/// similar sentence; how often he is at one is its rank.
/// </summary>
internal static class LexRank
{
    // The share of steps that follow an edge; the others begin anew anywhere. The value of both papers.
    private const double Damping = 0.85;

    // With this damping, what is left to change after so many rounds is below 0.85^40, a thousandth.
    private const int Rounds = 40;

    /// <summary>The ranks of the sentences, the highest of which is 1.</summary>
    public static double[] Of(SentenceVectors vectors)
    {
        var edges = Edges(vectors);
        var sums = edges.Select(row => row.Sum(edge => edge.Weight)).ToArray();
        var ranks = new double[vectors.Count];
        Array.Fill(ranks, 1d / vectors.Count);
        for (var round = 0; round < Rounds; round++)
        {
            var next = new double[vectors.Count];
            // A sentence that is like no other sends its walker anywhere.
            var lost = ranks.Where((_, sentence) => sums[sentence] == 0).Sum();
            Array.Fill(next, (1 - Damping + (Damping * lost)) / vectors.Count);
            for (var from = 0; from < edges.Length; from++)
            {
                foreach (var (to, weight) in edges[from])
                {
                    next[to] += Damping * ranks[from] * weight / sums[from];
                }
            }

            ranks = next;
        }

        var highest = ranks.DefaultIfEmpty(1).Max();
        return [.. ranks.Select(rank => rank / highest)];
    }

    // By the words, so that only sentences that share one are compared.
    private static List<(int To, double Weight)>[] Edges(SentenceVectors vectors)
    {
        var sentencesWith = new List<(int Sentence, double Weight)>[vectors.TermCount];
        for (var sentence = 0; sentence < vectors.Count; sentence++)
        {
            foreach (var (term, weight) in vectors[sentence])
            {
                (sentencesWith[term] ??= []).Add((sentence, weight));
            }
        }

        var edges = new List<(int To, double Weight)>[vectors.Count];
        var similarity = new double[vectors.Count];
        for (var from = 0; from < vectors.Count; from++)
        {
            Array.Clear(similarity);
            foreach (var (term, weight) in vectors[from])
            {
                foreach (var (to, other) in sentencesWith[term])
                {
                    similarity[to] += weight * other;
                }
            }

            edges[from] = [.. similarity.Index().Where(entry => entry.Item > 0 && entry.Index != from)];
        }

        return edges;
    }
}
