using YamlDotNet.RepresentationModel;

namespace BotCoach.Coaching;

/// <summary>Reads the words beside the terms.</summary>
internal sealed class PlainVocabularyReader
{
    private const int LongestName = 60;

    public PlainVocabularyReader(YamlMappingNode? root, Action<string, string> report)
    {
        var fields = new YamlFields(root, "", report);
        foreach (var group in fields.Mappings("groups"))
        {
            if (!Groups.TryAdd(group.Text("name", LongestName), Words(group, "words")))
            {
                group.Report("name", "is used by another group too.");
            }
        }

        Vocabulary = new PlainVocabulary
        {
            KnownAbbreviations = Words(fields, "known-abbreviations"),
            Emphasised = Words(fields, "emphasised"),
            Language = new TextLanguageGuess(Words(fields, "english"), Words(fields, "spanish")),
            AfterNoun = Words(fields, "after-noun"),
            Outcomes = ReadOutcomes(fields.Mapping("outcomes")),
        };
        fields.ReportUnknown();
    }

    /// <summary>Words that tell a sense, by the name of their group.</summary>
    public Dictionary<string, IReadOnlySet<string>> Groups { get; } = new(StringComparer.Ordinal);

    public PlainVocabulary Vocabulary { get; }

    private static OutcomeWords ReadOutcomes(YamlFields fields)
    {
        Dictionary<string, BusinessOutcome> outcomes = new(StringComparer.Ordinal);
        foreach (var outcome in Enum.GetValues<BusinessOutcome>())
        {
            var key = outcome.ToString().ToLowerInvariant();
            foreach (var word in Words(fields, key).Where(word => !outcomes.TryAdd(word, outcome)))
            {
                fields.Report(key, $"has '{word}', which another outcome has too.");
            }
        }

        fields.ReportUnknown();
        return new OutcomeWords(outcomes);
    }

    private static HashSet<string> Words(YamlFields fields, string key) =>
        new(fields.Text(key, int.MaxValue).Split(' ', StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);
}
