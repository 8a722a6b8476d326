namespace BotCoach.Coaching;

/// <summary>
/// Finds key points on this machine, in the author's own words: sentences are ranked by how central they are
/// (<see cref="LexRank"/>) and by what their place and wording add (<see cref="SentenceWorth"/>), and chosen so that none repeats
/// another (<see cref="KeyPointChoice"/>). The same text gives the same points anywhere.
/// </summary>
public sealed class KeyPointFinder : IKeyPointSource
{
    // A sentence has at least a subject, a verb and something said.
    private const int FewestWords = 4;

    // One more point for every so many words of running text, or items of a list: a page and a slide or two.
    private const int WordsOfPoint = 250;
    private const int SentencesOfPoint = 12;

    // 40,000 characters of prose have some 350 sentences; more are hostile, or lists of data. The work grows with the square.
    private const int MostCandidates = 500;

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
        List<Candidate> candidates = [.. CandidatesOf(preRead)];
        if (candidates.Count > KeyPointChoice.Fewest)
        {
            candidates = [.. KeyPointChoice.Of(Rank(candidates, preRead.Language), CountFor(candidates)).Order().Select(at => candidates[at])];
        }
        else if (candidates.Count == 0)
        {
            // Headings and single words: they are all there is.
            candidates = [.. Enumerable.Range(0, Math.Min(KeyPointChoice.Fewest, preRead.Sentences.Count)).Select(at => CandidateAt(preRead, at))];
        }

        var chosen = candidates.Select(candidate => candidate.At).ToHashSet();
        return [.. candidates.Select(candidate => PointOf(preRead, candidate, chosen))];
    }

    /// <summary>Whether a pre-read holds more than its key points.</summary>
    public static bool HasChoice(PreRead preRead)
    {
        ArgumentNullException.ThrowIfNull(preRead);
        return preRead.Sentences.Zip(preRead.Words).Count(part => IsCandidate(part.First, part.Second)) > KeyPointChoice.Fewest;
    }

    /// <summary>
    /// The key points that somebody else chose by quoting them, in the order of the text and in the author's words. What the
    /// author did not write is left out; what asks for a decision is added, whether it was quoted or not.
    /// </summary>
    /// <param name="preRead">The pre-read.</param>
    /// <param name="quotes">Sentences of it, word for word or nearly so, the most important first.</param>
    /// <returns>At most seven; none when fewer than three of the quotes are the author's.</returns>
    public IReadOnlyList<KeyPoint> FromQuotes(PreRead preRead, IReadOnlyList<string> quotes)
    {
        ArgumentNullException.ThrowIfNull(preRead);
        ArgumentNullException.ThrowIfNull(quotes);
        var quoted = QuotedSentences.Of(preRead, quotes);
        if (quoted.Count < KeyPointChoice.Fewest)
        {
            return [];
        }

        List<Candidate> asks = [.. CandidatesOf(preRead).Where(candidate => candidate.Cue.AsksForDecision)];
        var chosen = asks.Select(candidate => candidate.At).Concat(quoted).Distinct().Take(KeyPointChoice.Most).ToHashSet();
        return [.. chosen.Order().Select(at => PointOf(preRead, CandidateAt(preRead, at), chosen))];
    }

    private static bool IsCandidate(PreReadSentence sentence, IReadOnlyList<Word> words) =>
        sentence.Kind != SentenceKind.Heading && words.Count >= FewestWords;

    private IEnumerable<Candidate> CandidatesOf(PreRead preRead)
    {
        List<Candidate> candidates = [.. Enumerable.Range(0, preRead.Sentences.Count)
            .Where(at => IsCandidate(preRead.Sentences[at], preRead.Words[at]))
            .Select(at => CandidateAt(preRead, at))];
        return candidates.Count <= MostCandidates
            ? candidates
            : candidates
                .OrderByDescending(candidate => candidate.Cue.AsksForDecision)
                .ThenByDescending(candidate => SentenceWorth.Of(1, candidate.Sentence, candidate.Cue))
                .Take(MostCandidates)
                .OrderBy(candidate => candidate.At);
    }

    private Candidate CandidateAt(PreRead preRead, int at) =>
        new(at, preRead.Sentences[at], preRead.Words[at], _cues.Of(preRead.Sentences[at], preRead.Words[at], preRead.Language));

    private static RankedSentences Rank(List<Candidate> candidates, PreReadLanguage language)
    {
        List<int> asks = [.. Enumerable.Range(0, candidates.Count).Where(at => candidates[at].Cue.AsksForDecision)];
        var vectors = new SentenceVectors([.. candidates.Select(candidate => candidate.Words)], language);
        var ranks = LexRank.Of(vectors, asks);
        return new RankedSentences(
            vectors,
            [.. candidates.Zip(ranks, (candidate, rank) => SentenceWorth.Of(rank, candidate.Sentence, candidate.Cue))],
            asks,
            [.. candidates.Select(candidate => candidate.Sentence.Place)]);
    }

    private static int CountFor(List<Candidate> candidates) => Math.Min(
        KeyPointChoice.Fewest + Math.Max(candidates.Sum(candidate => candidate.Words.Count) / WordsOfPoint, candidates.Count / SentencesOfPoint),
        KeyPointChoice.Most);

    private static KeyPoint PointOf(PreRead preRead, Candidate candidate, HashSet<int> chosen) => new()
    {
        Text = Shortened(candidate.Cue.Own.Contains(CueKind.Leaning) && !chosen.Contains(candidate.At - 1)
            ? WithSupport(preRead, candidate.At)
            : candidate.Sentence.Text),
        Place = candidate.Sentence.Place,
        AsksForDecision = candidate.Cue.AsksForDecision,
    };

    // "If we lost it, …" needs the sentence before it, which says what would be lost.
    private static string WithSupport(PreRead preRead, int at)
    {
        var sentence = preRead.Sentences[at];
        if (sentence.Order == 0 || at == 0 || preRead.Sentences[at - 1] is not { Kind: not SentenceKind.Heading } before
            || before.Order != sentence.Order - 1)
        {
            return sentence.Text;
        }

        var joined = $"{before.Text} {sentence.Text}";
        return joined.Length <= KeyPoint.MaxLength ? joined : sentence.Text;
    }

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

    /// <param name="At">Its place among the sentences of the pre-read.</param>
    /// <param name="Sentence">The sentence.</param>
    /// <param name="Words">Its words.</param>
    /// <param name="Cue">What its wording says.</param>
    private sealed record Candidate(int At, PreReadSentence Sentence, IReadOnlyList<Word> Words, SentenceCue Cue);
}
