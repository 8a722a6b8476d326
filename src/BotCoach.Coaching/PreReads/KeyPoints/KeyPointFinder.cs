namespace BotCoach.Coaching;

/// <summary>
/// Finds key points on this machine, in the author's own words: sentences are ranked by how central they are
/// (<see cref="LexRank"/>) and by cues, and chosen so that none repeats another. The same text gives the same points anywhere.
/// </summary>
public sealed class KeyPointFinder : IKeyPointSource
{
    // Below that there is nothing to choose: the text is its own summary.
    private const int Fewest = 3;
    private const int Most = 7;

    // One more point for every so many words.
    private const int WordsOfPoint = 250;

    // How much of a sentence's worth is lost when it says what one before it says: maximal marginal relevance, J. Carbonell
    // and J. Goldstein, SIGIR 1998.
    private const double Redundancy = 0.7;

    // Sentences that share that much say the same.
    private const double Same = 0.6;

    // Texts of more sentences are hostile or lists of data: 40,000 characters of prose have some 350.
    private const int MostSentences = 800;

    private readonly SentenceCues _cues = SentenceCues.Load();

    /// <inheritdoc/>
    public string? ModelHost => null;

    /// <inheritdoc/>
    public Task<KeyPoints> FindAsync(PreRead preRead, bool mayAskModel, CancellationToken cancellationToken) =>
        Task.FromResult(new KeyPoints(Find(preRead), FromModel: false));

    /// <summary>
    /// The key points, in the order of the text: three to seven, or all that there is. Those that ask for a decision are among
    /// them, as many as there is room for.
    /// </summary>
    public IReadOnlyList<KeyPoint> Find(PreRead preRead)
    {
        ArgumentNullException.ThrowIfNull(preRead);
        List<PreReadSentence> sentences = [.. preRead.Sentences.Where(IsCandidate).Take(MostSentences)];
        if (sentences.Count <= Fewest)
        {
            return [.. (sentences.Count > 0 ? sentences : preRead.Sentences.Take(Fewest)).Select(sentence => PointOf(sentence, _cues.Of(sentence)))];
        }

        SentenceCue[] cues = [.. sentences.Select(_cues.Of)];
        var vectors = new SentenceVectors(sentences, preRead.Language);
        var ranks = LexRank.Of(vectors);
        double[] worths = [.. ranks.Select((rank, sentence) => rank * cues[sentence].Weight)];
        var count = Math.Clamp(Fewest + (sentences.Sum(sentence => Words.In(sentence.Text).Count) / WordsOfPoint), Fewest, Most);
        return [.. Choose(vectors, worths, cues, count).Order().Select(sentence => PointOf(sentences[sentence], cues[sentence]))];
    }

    private static bool IsCandidate(PreReadSentence sentence) =>
        sentence.Kind != SentenceKind.Heading && Words.In(sentence.Text).Count >= 4;

    private static List<int> Choose(SentenceVectors vectors, double[] worths, SentenceCue[] cues, int count)
    {
        var chosen = new List<int>();
        foreach (var ask in Enumerable.Range(0, worths.Length).Where(sentence => cues[sentence].AsksForDecision).OrderByDescending(sentence => worths[sentence]))
        {
            if (chosen.Count < Most && chosen.All(other => vectors.Similarity(ask, other) < Same))
            {
                chosen.Add(ask);
            }
        }

        while (chosen.Count < Math.Max(count, Fewest) && Best() is { } best)
        {
            chosen.Add(best);
        }

        return chosen;

        int? Best() => Enumerable.Range(0, worths.Length)
            .Where(sentence => !chosen.Contains(sentence))
            .Select(sentence => (Sentence: sentence, Copied: chosen.Select(other => vectors.Similarity(sentence, other)).DefaultIfEmpty().Max()))
            .Where(candidate => candidate.Copied < Same)
            .OrderByDescending(candidate => worths[candidate.Sentence] * (1 - (Redundancy * candidate.Copied)))
            .Select(candidate => (int?)candidate.Sentence)
            .FirstOrDefault();
    }

    private static KeyPoint PointOf(PreReadSentence sentence, SentenceCue cue) => new()
    {
        Text = Shortened(sentence.Text),
        Place = sentence.Place,
        AsksForDecision = cue.AsksForDecision,
    };

    private static string Shortened(string text)
    {
        if (text.Length <= KeyPoint.MaxLength)
        {
            return text;
        }

        var end = KeyPoint.MaxLength - 1;
        var space = text.LastIndexOf(' ', end);
        end = space > KeyPoint.MaxLength / 2 ? space : char.IsHighSurrogate(text[end - 1]) ? end - 1 : end;
        return $"{text[..end].TrimEnd(' ', ',', ';', ':')}…";
    }
}
