using System.Globalization;

namespace BotCoach.Coaching;

/// <summary>The topics, the words by which they are found, and what colleagues of each function ask.</summary>
public sealed class TopicCatalogue
{
    private const int PromptsOfTopic = 2;
    private const int MostTopics = 4;
    private const int MostWords = 5;

    // A topic that weighs less, or less than this share of the strongest, is only mentioned.
    private const double LeastWeight = 4;
    private const double LeastShare = 0.3;

    private readonly IReadOnlyList<TopicEntry> _entries;
    private readonly PhraseIndex<TopicWord> _words;

    private TopicCatalogue(IReadOnlyList<TopicEntry> entries)
    {
        _entries = entries;
        _words = new PhraseIndex<TopicWord>(entries.SelectMany(entry => entry.Words.Select(word => new Phrase<TopicWord>(word.Text, word.Language, word))));
    }

    /// <summary>Reads the topics that ship with the product.</summary>
    /// <exception cref="BrokenCatalogueException">They break a rule.</exception>
    public static TopicCatalogue Load() => new(TopicEntry.Read(CoachingData.Read("topics.yaml")));

    /// <summary>The topics of a pre-read, the strongest first; at most four.</summary>
    public IReadOnlyList<TopicFound> Find(PreRead preRead)
    {
        ArgumentNullException.ThrowIfNull(preRead);
        var found = preRead.Sentences
            .SelectMany(sentence => _words.In(sentence.Text, Words.In(sentence.Text)))
            .GroupBy(match => match.Value)
            .Select(group => (Word: group.Key, Weight: group.Key.Weight * Math.Log2(1 + group.Count())))
            .ToLookup(word => word.Word.Topic);
        var weights = _entries.Select(entry => (Entry: entry, Weight: found[entry.Topic].Sum(word => word.Weight))).ToList();
        var strongest = weights.Max(topic => topic.Weight);
        return [.. weights
            .Where(topic => topic.Weight >= Math.Max(LeastWeight, LeastShare * strongest))
            .OrderByDescending(topic => topic.Weight)
            .Take(MostTopics)
            .Select(topic => new TopicFound
            {
                Topic = topic.Entry.Topic,
                Name = topic.Entry.Name,
                Prompts = topic.Entry.PromptsAbout(found[topic.Entry.Topic].ToDictionary(word => word.Word.Text, word => word.Weight, StringComparer.Ordinal), preRead.Language, PromptsOfTopic),
                Words = [.. found[topic.Entry.Topic].OrderByDescending(word => word.Weight).Take(MostWords).Select(word => word.Word.Text)],
            })];
    }
}

/// <summary>A word that speaks for a topic.</summary>
internal sealed record TopicWord(Topic Topic, string Text, PreReadLanguage Language, double Weight);

/// <summary>What a colleague of a function would ask.</summary>
/// <param name="Text">The question.</param>
/// <param name="About">The words that call for it; none when it can always be asked.</param>
internal sealed record TopicPrompt(string Text, IReadOnlyList<string> About);

/// <summary>A topic as topics.yaml holds it.</summary>
internal sealed record TopicEntry(
    Topic Topic, string Name, IReadOnlyList<TopicWord> Words, IReadOnlyDictionary<PreReadLanguage, IReadOnlyList<TopicPrompt>> Prompts)
{
    private const int LongestPrompt = 160;

    public static IReadOnlyList<TopicEntry> Read(CoachingData file)
    {
        List<TopicEntry> entries = [.. from fields in file.Entries() select Read(fields)];
        file.ThrowIfBroken();
        return entries;
    }

    /// <summary>The prompts that concern what was found most, then those that can always be asked, in the order of the file.</summary>
    public IReadOnlyList<string> PromptsAbout(IReadOnlyDictionary<string, double> found, PreReadLanguage language, int count) =>
        [.. Prompts[language is PreReadLanguage.Spanish ? language : PreReadLanguage.English]
            .OrderByDescending(prompt => prompt.About.Sum(word => found.GetValueOrDefault(word)))
            .Where(prompt => prompt.About.Count == 0 || prompt.About.Any(found.ContainsKey))
            .Take(count)
            .Select(prompt => prompt.Text)];

    private static TopicEntry Read(YamlFields fields)
    {
        if (!Enum.TryParse<Topic>(fields.Text("topic", CoachingData.LongestPhrase), ignoreCase: true, out var topic))
        {
            fields.Report("topic", "is no topic.");
        }

        var words = fields.Mapping("words");
        var prompts = fields.Mapping("prompts");
        return new TopicEntry(
            topic,
            fields.Text("name", CoachingData.LongestPhrase),
            [.. from language in CoachingData.Languages
                from word in words.Texts(language.Key, CoachingData.LongestPhrase)
                select WordOf(words, topic, word.Place, word.Text, language.Language)],
            CoachingData.Languages.ToDictionary(
                language => language.Language,
                language => (IReadOnlyList<TopicPrompt>)[.. prompts.Mappings(language.Key).Select(prompt => new TopicPrompt(
                    prompt.Text("ask", LongestPrompt),
                    prompt.HasList("about") ? [.. prompt.Texts("about", CoachingData.LongestPhrase).Select(about => about.Text)] : []))]));
    }

    // "gross margin 3": the phrase and its weight.
    private static TopicWord WordOf(YamlFields fields, Topic topic, string place, string text, PreReadLanguage language)
    {
        var space = text.LastIndexOf(' ');
        if (space > 0 && int.TryParse(text[(space + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var weight) && weight is >= 1 and <= 3)
        {
            return new TopicWord(topic, text[..space], language, weight);
        }

        fields.Report(place, "must end in a weight from 1 to 3.");
        return new TopicWord(topic, text, language, 0);
    }
}
