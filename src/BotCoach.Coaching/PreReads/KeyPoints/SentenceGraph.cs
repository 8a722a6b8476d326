namespace BotCoach.Coaching;

/// <summary>Sentences joined to those that share words with them, by edges that weigh as much as the two are alike.</summary>
internal sealed class SentenceGraph
{
    private readonly (int To, double Share)[][] _edges;

    public SentenceGraph(SentenceVectors vectors)
    {
        // By the words, so that only sentences that share one are compared.
        var sentencesWith = new List<(int Sentence, double Weight)>[vectors.TermCount];
        for (var sentence = 0; sentence < vectors.Count; sentence++)
        {
            foreach (var (term, weight) in vectors[sentence])
            {
                (sentencesWith[term] ??= []).Add((sentence, weight));
            }
        }

        _edges = new (int, double)[vectors.Count][];
        var similarities = new double[vectors.Count];
        for (var from = 0; from < vectors.Count; from++)
        {
            Array.Clear(similarities);
            foreach (var (term, weight) in vectors[from])
            {
                foreach (var (to, other) in sentencesWith[term])
                {
                    similarities[to] += weight * other;
                }
            }

            similarities[from] = 0;
            _edges[from] = Edges(similarities);
        }
    }

    /// <summary>Whether a sentence shares no word with another.</summary>
    public bool IsAlone(int sentence) => _edges[sentence].Length == 0;

    /// <summary>Divides an amount among the neighbours of a sentence, by the weights of the edges.</summary>
    public void Spread(int from, double amount, double[] to)
    {
        foreach (var (neighbour, share) in _edges[from])
        {
            to[neighbour] += amount * share;
        }
    }

    private static (int To, double Share)[] Edges(double[] similarities)
    {
        var (count, sum) = (0, 0d);
        foreach (var similarity in similarities)
        {
            count += similarity > 0 ? 1 : 0;
            sum += similarity;
        }

        var edges = new (int, double)[count];
        for (int to = 0, at = 0; at < count; to++)
        {
            if (similarities[to] > 0)
            {
                edges[at++] = (to, similarities[to] / sum);
            }
        }

        return edges;
    }
}
