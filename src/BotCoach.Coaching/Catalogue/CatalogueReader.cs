using BotCoach.Chat;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace BotCoach.Coaching;

/// <summary>Reads practices from YAML, and collects everything that breaks a rule before it gives up.</summary>
internal sealed class CatalogueReader
{
    // What fits on a card without wrapping more than once or twice; the nudge's length is the curriculum's own rule.
    private const int LongestTitle = 60;
    private const int LongestWhy = 200;
    private const int LongestNudge = 280;
    private const int FewestNudges = 3;
    private const int MostSentences = 3;

    private readonly Language _language;
    private readonly List<CatalogueProblem> _problems = [];

    private CatalogueReader(Language language) => _language = language;

    /// <exception cref="BrokenCatalogueException">It breaks a rule; the exception lists everything that is wrong.</exception>
    public static IReadOnlyList<Practice> Read(Language language, string yaml)
    {
        var reader = new CatalogueReader(language);
        List<Practice> practices = [.. reader.Entries(yaml).Select(reader.ReadPractice)];
        reader.CheckUnique(practices, "id", practice => practice.Id);
        reader.CheckUnique(practices, "title", practice => practice.Title);
        return reader._problems.Count == 0 ? practices : throw new BrokenCatalogueException(reader._problems);
    }

    private YamlNode[] Entries(string yaml)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(yaml));
        }
        catch (YamlException e)
        {
            throw new BrokenCatalogueException(
                [Problem("the file", $"line {e.Start.Line}", $"is no YAML. {e.Message}")], e);
        }

        return stream.Documents is [{ RootNode: YamlSequenceNode { Children: [_, ..] entries } }]
            ? [.. entries]
            : throw new BrokenCatalogueException([Problem("the file", "practices", "must be one list with entries.")]);
    }

    private Practice ReadPractice(YamlNode entry, int index)
    {
        var mapping = entry as YamlMappingNode;
        var name = mapping is not null && mapping.Children.TryGetValue(new YamlScalarNode("id"), out var id)
            && id is YamlScalarNode { Value: [_, ..] known } ? known : $"practice {index + 1}";
        if (mapping is null)
        {
            _problems.Add(Problem(name, "entry", "must have fields."));
        }

        var fields = new YamlFields(mapping, "", (field, message) => _problems.Add(Problem(name, field, message)));
        var practice = new Practice
        {
            Id = ReadId(fields),
            Title = fields.Text("title", LongestTitle),
            Area = ReadArea(fields),
            Why = ReadWhy(fields),
            Nudges = [],
            CheckIn = CheckInReader.Read(_language, fields.Mapping("check-in")),
        };
        practice = practice with { Nudges = ReadNudges(fields, practice.Title) };
        fields.ReportUnknown();
        return practice;
    }

    private static string ReadId(YamlFields fields)
    {
        var id = fields.Text("id", LongestTitle);
        if (id.Length > 0 && !IsName(id))
        {
            fields.Report("id", "must be small letters and digits in words set apart by one hyphen.");
        }

        return id;
    }

    private static PracticeArea ReadArea(YamlFields fields)
    {
        switch (fields.Text("area", LongestTitle))
        {
            case "results": return PracticeArea.Results;
            case "engineering": return PracticeArea.Engineering;
            case "product": return PracticeArea.Product;
            case "executive-forum": return PracticeArea.ExecutiveForum;
            case "": return default;
            default:
                fields.Report("area", "must be results, engineering, product or executive-forum.");
                return default;
        }
    }

    private static string ReadWhy(YamlFields fields)
    {
        var why = fields.Text("why", LongestWhy);
        if (why.Length > 0 && (CopyRules.Sentences(why) != 1 || !why.EndsWith('.')))
        {
            fields.Report("why", "must be one sentence.");
        }

        return why;
    }

    private static List<string> ReadNudges(YamlFields fields, string title)
    {
        var nudges = fields.Texts("nudges", LongestNudge);
        if (fields.HasList("nudges") && nudges.Count < FewestNudges)
        {
            fields.Report("nudges", $"must be at least {FewestNudges}.");
        }

        var plainTitle = PracticeSearch.Plain(title);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (place, text) in nudges.Where(nudge => nudge.Text.Length > 0))
        {
            var plain = PracticeSearch.Plain(text);
            if (!seen.Add(plain))
            {
                fields.Report(place, "says the same as one before.");
            }

            if (plainTitle.Length > 0 && plain.Contains(plainTitle, StringComparison.Ordinal))
            {
                fields.Report(place, "repeats the title.");
            }

            if (CopyRules.Sentences(text) > MostSentences)
            {
                fields.Report(place, $"has more than {MostSentences} sentences.");
            }
        }

        return [.. nudges.Select(nudge => nudge.Text)];
    }

    // Two titles that differ only in case or punctuation could not be told apart by name.
    private void CheckUnique(IReadOnlyList<Practice> practices, string field, Func<Practice, string> value)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var practice in practices.Where(practice => value(practice).Length > 0 && !seen.Add(PracticeSearch.Plain(value(practice)))))
        {
            _problems.Add(Problem(practice.Id, field, "is used by another practice too."));
        }
    }

    private CatalogueProblem Problem(string practice, string field, string message) =>
        new(practice, field, message) { Language = _language };

    internal static bool IsName(string text) =>
        text.Split('-').All(word => word.Length > 0 && word.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter)));
}
