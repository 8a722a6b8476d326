using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>The topics, the words by which they are found, and what colleagues of each function ask.</summary>
public sealed class TopicCatalogue
{
    private const int PromptsOfTopic = 2;
    private const int MostTopics = 4;
    private const int MostWords = 5;

    // A topic that weighs less than this share of the strongest is only mentioned.
    private const double LeastShare = 0.3;

    // The least weight grows with the text, up to this: one passing word in twenty pages is no topic, one in an agenda is.
    private const double LeastWeight = 5;
    private const double WordsOfWeight = 40;

    // What a use in a heading counts for, and what one in a key point adds.
    private const int UsesOfHeading = 2;
    private const int UsesOfPoint = 2;

    private readonly IReadOnlyList<TopicEntry> _entries;
    private readonly PhraseIndex<IReadOnlyList<TopicWord>> _words;

    private TopicCatalogue(IReadOnlyList<TopicEntry> entries)
    {
        _entries = entries;

        // "Tender" speaks for two topics.
        _words = new PhraseIndex<IReadOnlyList<TopicWord>>(
            from entry in entries
            from word in entry.Words
            group word by (word.Text, word.Language) into same
            select new Phrase<IReadOnlyList<TopicWord>>(same.Key.Text, same.Key.Language, [.. same]));
    }

    /// <summary>Reads the topics that ship with the product.</summary>
    /// <exception cref="BrokenCatalogueException">They break a rule.</exception>
    public static TopicCatalogue Load() => Parse(EmbeddedText.Read("topics.yaml"));

    /// <summary>Reads topics written as topics.yaml describes.</summary>
    /// <exception cref="BrokenCatalogueException">They break a rule; the exception lists everything that is wrong.</exception>
    public static TopicCatalogue Parse(string yaml) => new(TopicEntry.Read(CoachingData.Parse("topics.yaml", yaml)));

    /// <summary>The topics of a pre-read, the strongest first; at most four. Words of headings and key points count more.</summary>
    /// <param name="language">The person's language, for a pre-read that does not tell its own.</param>
    /// <param name="preRead">The pre-read.</param>
    /// <param name="points">Its key points.</param>
    public IReadOnlyList<TopicFound> Find(Language language, PreRead preRead, IReadOnlyList<KeyPoint> points)
    {
        ArgumentNullException.ThrowIfNull(preRead);
        ArgumentNullException.ThrowIfNull(points);
        var found = Weigh(preRead, points).ToLookup(word => word.Word.Topic);
        var weights = _entries.Select(entry => (Entry: entry, Weight: found[entry.Topic].Sum(word => word.Weight))).ToList();
        var least = Math.Max(
            Math.Min(LeastWeight, preRead.Words.Sum(words => words.Count) / WordsOfWeight),
            LeastShare * weights.Max(topic => topic.Weight));
        return [.. weights
            .Where(topic => topic.Weight > 0 && topic.Weight >= least)
            .OrderByDescending(topic => topic.Weight)
            .Take(MostTopics)
            .Select(topic => FoundOf(topic.Entry, [.. found[topic.Entry.Topic].OrderByDescending(word => word.Weight)], preRead.Language.Or(language)))];
    }

    /// <summary>Who asks, for somebody to whom the coach writes in that language.</summary>
    public string Name(Topic topic, Language language) => _entries.Single(entry => entry.Topic == topic).Names[language];

    // The tenth use of a word says less than the second.
    private IEnumerable<WeighedWord> Weigh(PreRead preRead, IReadOnlyList<KeyPoint> points)
    {
        var inText = preRead.Sentences.Zip(preRead.Words, (sentence, words) => (
            Uses: sentence.Kind == SentenceKind.Heading ? UsesOfHeading : 1,
            Matches: _words.In(sentence.Text, words, preRead.Language)));
        var inPoints = points.Select(point => (Uses: UsesOfPoint, Matches: _words.In(point.Text, Words.In(point.Text), preRead.Language)));
        return from part in inText.Concat(inPoints)
               from match in part.Matches
               from word in match.Value
               group part.Uses by word into uses
               select new WeighedWord(uses.Key, uses.Key.Weight * Math.Log2(1 + uses.Sum()));
    }

    private static TopicFound FoundOf(TopicEntry entry, IReadOnlyList<WeighedWord> words, PreReadLanguage language) => new()
    {
        Topic = entry.Topic,
        Name = entry.Names[Language.All[0]],
        Prompts = entry.PromptsAbout(words, language, PromptsOfTopic),
        Words = [.. words.Take(MostWords).Select(word => word.Word.Text)],
    };
}
