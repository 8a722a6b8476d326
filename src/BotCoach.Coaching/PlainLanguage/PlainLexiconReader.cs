using BotCoach.Chat;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace BotCoach.Coaching;

/// <summary>Reads the lexicon from YAML, and collects everything that breaks a rule before it gives up.</summary>
internal sealed class PlainLexiconReader
{
    private const string VocabularyName = "plain-words";
    private const int LongestTerm = 60;
    private const int LongestNote = 120;
    private const int LongestPlain = 60;

    private readonly List<LexiconProblem> _problems = [];
    private readonly PlainVocabularyReader _vocabulary;

    private PlainLexiconReader(string vocabulary) =>
        _vocabulary = new PlainVocabularyReader(
            Root(VocabularyName, vocabulary) as YamlMappingNode, (field, message) => Report(VocabularyName, field, message));

    /// <param name="terms">The files of terms, by name.</param>
    /// <param name="notes">For each file of terms and each language but the first, a file of that name with the notes.</param>
    /// <param name="vocabulary">The words beside the terms.</param>
    /// <exception cref="BrokenLexiconException">They break a rule; the exception lists everything that is wrong.</exception>
    public static PlainLexicon Read(
        IReadOnlyList<(string Name, string Yaml)> terms, IReadOnlyList<(Language Language, string Name, string Yaml)> notes, string vocabulary)
    {
        var reader = new PlainLexiconReader(vocabulary);
        List<Term> read = [.. terms.SelectMany(file => reader.ReadFile(file.Name, file.Yaml, notes))];
        foreach (var (language, name, _) in notes.ExceptBy(terms.Select(file => file.Name), file => file.Name))
        {
            reader.Report($"notes.{language}/{name}", "terms", "has no file of terms of that name.");
        }

        foreach (var twice in read.GroupBy(term => (term.Slug, term.IsSpanishOnly)).Where(group => group.Key.Slug.Length > 0 && group.Count() > 1))
        {
            reader.Report(twice.First().Name, "term", "is there more than once.");
        }

        return reader._problems.Count == 0 ? new PlainLexicon(read, reader._vocabulary.Vocabulary) : throw new BrokenLexiconException(reader._problems);
    }

    private static YamlNode? Root(string name, string yaml)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(yaml));
        }
        catch (YamlException e)
        {
            throw new BrokenLexiconException([new LexiconProblem(name, $"line {e.Start.Line}", $"is no YAML. {e.Message}")], e);
        }

        return stream.Documents is [{ RootNode: var root }] ? root : null;
    }

    private List<Term> ReadFile(string name, string yaml, IReadOnlyList<(Language Language, string Name, string Yaml)> notes)
    {
        List<Term> terms = [.. Entries(name, yaml).Select(entry => ReadTerm(entry.Node, entry.Place))];
        foreach (var language in Language.All.Skip(1))
        {
            var place = $"notes.{language}/{name}";
            var translated = notes.FirstOrDefault(file => file.Language == language && file.Name == name).Yaml is { } found
                ? Root(place, found) as YamlMappingNode
                : null;
            if (translated is null)
            {
                Report(place, "notes", "must be one mapping of each term to its note.");
            }

            var fields = new YamlFields(translated, "", (field, message) => Report(place, field, message));
            terms = [.. terms.Select(term => term with { Notes = new Dictionary<Language, string>(term.Notes) { [language] = ReadNote(fields, term.Name) } })];
            fields.ReportUnknown();
        }

        return terms;
    }

    private IEnumerable<(YamlNode Node, string Place)> Entries(string name, string yaml)
    {
        if (Root(name, yaml) is YamlSequenceNode entries)
        {
            return entries.Children.Select((node, index) => (node, $"{name}, entry {index + 1}"));
        }

        Report(name, "terms", "must be one list with entries.");
        return [];
    }

    private Term ReadTerm(YamlNode entry, string place)
    {
        var mapping = entry as YamlMappingNode;
        if (mapping is null)
        {
            Report(place, "entry", "must have fields.");
        }

        var name = mapping is not null && mapping.Children.TryGetValue(new YamlScalarNode("term"), out var node)
            && node is YamlScalarNode { Value: [_, ..] known } ? known : place;
        var fields = new YamlFields(mapping, "", (field, message) => Report(name, field, message));
        var term = new Term
        {
            Name = fields.Text("term", LongestTerm),
            Class = ReadClass(fields),
            IsExact = ReadFlag(fields, "exact"),
            IsSpanishOnly = ReadFlag(fields, "spanish-only"),
            Notes = new Dictionary<Language, string> { [Language.All[0]] = ReadNote(fields, "note") },
            Plain = ReadPlain(fields, "plain"),
            AsNoun = ReadPlain(fields, "as-noun"),
            Spanish = ReadPlain(fields, "spanish"),
            Sense = TermSenseReader.Read(fields, _vocabulary.Groups),
        };
        fields.ReportUnknown();
        return term;
    }

    private static TermClass ReadClass(YamlFields fields)
    {
        switch (fields.OptionalText("is", LongestTerm))
        {
            case null or "": return TermClass.Noun;
            case "mass": return TermClass.Mass;
            case "name": return TermClass.Name;
            case "verb": return TermClass.Verb;
            case "fixed": return TermClass.Fixed;
            case "abbreviation": return TermClass.Abbreviation;
            default:
                fields.Report("is", "must be mass, name, verb, fixed or abbreviation, or be left out for a noun.");
                return TermClass.Noun;
        }
    }

    private static bool ReadFlag(YamlFields fields, string key)
    {
        switch (fields.OptionalText(key, LongestTerm))
        {
            case null or "": return false;
            case "yes": return true;
            default:
                fields.Report(key, "must be yes, or be left out.");
                return false;
        }
    }

    private static string ReadNote(YamlFields fields, string key)
    {
        var note = fields.Text(key, LongestNote);
        if (note.Length > 0 && (CopyRules.Sentences(note) != 1 || !note.EndsWith('.')))
        {
            fields.Report(key, "must be one sentence.");
        }

        return note;
    }

    // "one|many", or one from which many follows by rule.
    private static List<PlainWords> ReadPlain(YamlFields fields, string key)
    {
        List<PlainWords> plain = [];
        if (!fields.Has(key))
        {
            return plain;
        }

        foreach (var (place, text) in fields.Texts(key, LongestPlain * 2))
        {
            var parts = text.Split('|');
            if (parts.Length > 2 || parts.Any(part => part.Length is 0 or > LongestPlain || part != part.Trim()))
            {
                fields.Report(place, $"must be one wording, or two set apart by a bar, of at most {LongestPlain} characters each.");
            }

            plain.Add(new PlainWords(parts[0], parts.ElementAtOrDefault(1)));
        }

        return plain;
    }

    private void Report(string entry, string field, string message) => _problems.Add(new LexiconProblem(entry, field, message));
}
