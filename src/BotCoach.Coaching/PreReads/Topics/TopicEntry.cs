using System.Globalization;
using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>A word that speaks for a topic.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="Text">The word or phrase.</param>
/// <param name="Language">Its language.</param>
/// <param name="Weight">How much it speaks for the topic, from 1 to 3.</param>
internal sealed record TopicWord(Topic Topic, string Text, PreReadLanguage Language, int Weight);

/// <summary>A word that was found, and what it weighs with all its uses.</summary>
internal sealed record WeighedWord(TopicWord Word, double Weight);

/// <summary>What a colleague of a function would ask.</summary>
/// <param name="Text">The question.</param>
/// <param name="About">The words that call for it; none when it can always be asked.</param>
internal sealed record TopicPrompt(string Text, IReadOnlyList<string> About);

/// <summary>A topic as topics.yaml holds it.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="Names">Who asks, in each language that the coach speaks.</param>
/// <param name="Words">The words by which it is found.</param>
/// <param name="Prompts">What is asked, in each language.</param>
internal sealed record TopicEntry(
    Topic Topic,
    IReadOnlyDictionary<Language, string> Names,
    IReadOnlyList<TopicWord> Words,
    IReadOnlyDictionary<PreReadLanguage, IReadOnlyList<TopicPrompt>> Prompts)
{
    // What fits on two lines of a phone.
    private const int LongestPrompt = 120;
    private const int HeaviestWord = 3;

    // Two are shown, whatever was found, and they are to be other ones for other texts.
    private const int FewestPrompts = 4;
    private const int FewestForAnyText = 2;

    /// <summary>Reads the topics of a file.</summary>
    /// <exception cref="BrokenCatalogueException">A rule was broken.</exception>
    public static IReadOnlyList<TopicEntry> Read(CoachingData file)
    {
        List<TopicEntry> entries = [.. file.Entries().Select(Read)];
        if (entries.Count > 0 && !entries.Select(entry => entry.Topic).Order().SequenceEqual(Enum.GetValues<Topic>()))
        {
            file.Report("topic", $"must be each of {string.Join(", ", Enum.GetNames<Topic>())} once.");
        }

        file.ThrowIfBroken();
        return entries;
    }

    /// <summary>
    /// The prompts that the words call for most, each for other words than those before it; then those that can always be asked,
    /// in the order of the file.
    /// </summary>
    public IReadOnlyList<string> PromptsAbout(IReadOnlyList<WeighedWord> words, PreReadLanguage language, int count)
    {
        var left = words
            .GroupBy(word => word.Word.Text, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.Sum(word => word.Weight), StringComparer.Ordinal);
        var candidates = Prompts[language].ToList();
        var chosen = new List<string>();
        while (chosen.Count < count && Best(candidates, left) is { } best)
        {
            chosen.Add(best.Text);
            candidates.Remove(best);
            foreach (var word in best.About)
            {
                left.Remove(word);
            }
        }

        return chosen;
    }

    private static TopicPrompt? Best(List<TopicPrompt> candidates, Dictionary<string, double> left) => candidates
        .Select(prompt => (Prompt: prompt, Weights: prompt.About.Select(word => left.GetValueOrDefault(word)).DefaultIfEmpty().ToList()))
        .Where(candidate => candidate.Weights.Max() > 0 || candidate.Prompt.About.Count == 0)
        .OrderByDescending(candidate => candidate.Weights.Max())
        .ThenByDescending(candidate => candidate.Weights.Sum())
        .Select(candidate => candidate.Prompt)
        .FirstOrDefault();

    private static TopicEntry Read(YamlFields fields)
    {
        var topic = ReadTopic(fields);
        var (words, prompts) = (fields.Mapping("words"), fields.Mapping("prompts"));
        List<TopicWord> read =
        [
            .. from language in CoachingData.Languages
                from word in words.Texts(language.Key, CoachingData.LongestPhrase)
                select ReadWord(words, topic, word.Place, word.Text, language.Language),
        ];
        var entry = new TopicEntry(
            topic,
            fields.TextInEachLanguage("name", CoachingData.LongestPhrase),
            read,
            CoachingData.Languages.ToDictionary(
                language => language.Language,
                language => (IReadOnlyList<TopicPrompt>)ReadPrompts(prompts, language.Key, [.. read.Where(word => word.Language == language.Language)])));
        words.ReportUnknown();
        prompts.ReportUnknown();
        fields.ReportUnknown();
        return entry;
    }

    private static Topic ReadTopic(YamlFields fields)
    {
        if (!Enum.TryParse<Topic>(fields.Text("topic", CoachingData.LongestPhrase), ignoreCase: true, out var topic))
        {
            fields.Report("topic", $"must be one of {string.Join(", ", Enum.GetNames<Topic>())}.");
        }

        return topic;
    }

    // "gross margin 3": the phrase and its weight.
    private static TopicWord ReadWord(YamlFields fields, Topic topic, string place, string text, PreReadLanguage language)
    {
        var space = text.LastIndexOf(' ');
        if (space > 0 && int.TryParse(text[(space + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var weight)
            && weight is >= 1 and <= HeaviestWord)
        {
            return new TopicWord(topic, text[..space], language, weight);
        }

        fields.Report(place, $"must end in a weight from 1 to {HeaviestWord}.");
        return new TopicWord(topic, text, language, 0);
    }

    private static List<TopicPrompt> ReadPrompts(YamlFields fields, string language, IReadOnlyList<TopicWord> words)
    {
        var known = words.Select(word => word.Text).ToHashSet(StringComparer.Ordinal);
        List<TopicPrompt> prompts = [.. fields.Mappings(language).Select(prompt => ReadPrompt(prompt, known))];
        if (fields.HasList(language) && (prompts.Count < FewestPrompts || prompts.Count(prompt => prompt.About.Count == 0) < FewestForAnyText))
        {
            fields.Report(language, $"must be at least {FewestPrompts}, {FewestForAnyText} of them without \"about\".");
        }

        return prompts;
    }

    private static TopicPrompt ReadPrompt(YamlFields fields, HashSet<string> known)
    {
        var ask = fields.Text("ask", LongestPrompt);
        if (ask.Length > 0 && !ask.EndsWith('?'))
        {
            fields.Report("ask", "must be a question.");
        }

        List<(string Place, string Text)> about = fields.Has("about") ? fields.Texts("about", CoachingData.LongestPhrase) : [];
        foreach (var (place, text) in about.Where(word => !known.Contains(word.Text)))
        {
            fields.Report(place, $"{text} is not among the words of the topic in this language.");
        }

        fields.ReportUnknown();
        return new TopicPrompt(ask, [.. about.Select(word => word.Text)]);
    }
}
