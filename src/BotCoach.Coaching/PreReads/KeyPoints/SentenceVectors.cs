namespace BotCoach.Coaching;

/// <summary>
/// Sentences as vectors of their words, each weighed by how often it stands in the sentence and how few sentences have it
/// (tf-idf, with the sentence as the document), scaled to length 1.
/// </summary>
internal sealed class SentenceVectors
{
    private readonly (int Term, double Weight)[][] _vectors;

    public SentenceVectors(IReadOnlyList<IReadOnlyList<Word>> sentences, PreReadLanguage language)
    {
        var stopWords = StopWords.Of(language);
        var terms = new Dictionary<string, int>(StringComparer.Ordinal);
        List<int>[] termsOf = [.. sentences.Select(words => words
            .Where(word => !stopWords.Contains(word.Plain))
            .Select(word => TermOf(terms, Stems.Of(word.Plain, language)))
            .ToList())];
        var sentencesWith = new int[terms.Count];
        foreach (var term in termsOf.SelectMany(found => found.Distinct()))
        {
            sentencesWith[term]++;
        }

        _vectors = [.. termsOf.Select(found => Vector(found, sentencesWith, sentences.Count))];
        TermCount = terms.Count;
    }

    /// <summary>How many sentences there are.</summary>
    public int Count => _vectors.Length;

    /// <summary>How many different words there are.</summary>
    public int TermCount { get; }

    /// <summary>The words of a sentence and their weights, in the order of the words' first use.</summary>
    public IReadOnlyList<(int Term, double Weight)> this[int sentence] => _vectors[sentence];

    /// <summary>The cosine of two sentences: 0 when they share no word, 1 when they say the same.</summary>
    public double Similarity(int one, int other)
    {
        var (a, b) = (_vectors[one], _vectors[other]);
        var sum = 0d;
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            if (a[i].Term == b[j].Term)
            {
                sum += a[i++].Weight * b[j++].Weight;
            }
            else if (a[i].Term < b[j].Term)
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return sum;
    }

    private static int TermOf(Dictionary<string, int> terms, string stem)
    {
        if (!terms.TryGetValue(stem, out var term))
        {
            term = terms.Count;
            terms.Add(stem, term);
        }

        return term;
    }

    private static (int Term, double Weight)[] Vector(List<int> found, int[] sentencesWith, int sentences)
    {
        // Plus one, so that a word of every sentence still weighs something: a very short text has no rare words.
        (int Term, double Weight)[] vector = [.. found.CountBy(term => term)
            .OrderBy(term => term.Key)
            .Select(term => (term.Key, term.Value * (Math.Log((double)sentences / sentencesWith[term.Key]) + 1)))];
        var length = Math.Sqrt(vector.Sum(entry => entry.Weight * entry.Weight));
        return [.. vector.Select(entry => (entry.Term, entry.Weight / length))];
    }
}
