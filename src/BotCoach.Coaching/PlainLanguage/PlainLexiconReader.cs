using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace BotCoach.Coaching;

/// <summary>Reads the lexicon from YAML, and collects everything that breaks a rule before it gives up.</summary>
internal sealed class PlainLexiconReader
{
    private const int LongestTerm = 60;
    private const int LongestNote = 120;
    private const int LongestPlain = 60;

    /// <summary>In place of a group: every term that is not a common word as well.</summary>
    private const string AnyTerm = "+terms";

    private readonly List<LexiconProblem> _problems = [];
    private Dictionary<string, IReadOnlyList<string>> _groups = [];

    private PlainLexiconReader()
    {
    }

    /// <param name="terms">The files of terms, by name.</param>
    /// <param name="vocabulary">The words beside the terms.</param>
    /// <exception cref="BrokenLexiconException">They break a rule; the exception lists everything that is wrong.</exception>
    public static PlainLexicon Read(IReadOnlyList<(string Name, string Yaml)> terms, string vocabulary)
    {
        var reader = new PlainLexiconReader();
        var words = reader.ReadVocabulary(vocabulary);
        List<Term> read = [.. terms.SelectMany(file => reader.Entries(file.Name, file.Yaml)).Select(entry => reader.ReadTerm(entry.Node, entry.Place))];
        foreach (var twice in read.GroupBy(term => (term.Slug, term.IsSpanishOnly)).Where(group => group.Key.Slug.Length > 0 && group.Count() > 1))
        {
            reader.Report(twice.First().Name, "term", "is there more than once.");
        }

        return reader._problems.Count == 0 ? new PlainLexicon(read, words) : throw new BrokenLexiconException(reader._problems);
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
            Note = ReadNote(fields),
            Plain = ReadPlain(fields, "plain"),
            AsNoun = ReadPlain(fields, "as-noun"),
            Spanish = ReadPlain(fields, "spanish"),
            Sense = ReadSense(fields),
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

    private static string ReadNote(YamlFields fields)
    {
        var note = fields.Text("note", LongestNote);
        if (note.Length > 0 && (CopyRules.Sentences(note) != 1 || !note.EndsWith('.')))
        {
            fields.Report("note", "must be one sentence.");
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

    private TermSense? ReadSense(YamlFields fields)
    {
        var byDefault = fields.OptionalText("mostly", LongestTerm);
        var term = ReadHints(fields, "term-near");
        var common = ReadHints(fields, "common-near");
        foreach (var word in term.Words.Intersect(common.Words, StringComparer.Ordinal))
        {
            fields.Report("common-near", $"has '{word}', which term-near has too.");
        }

        switch (byDefault)
        {
            case "term" or "common" or "term as noun" or "term only as noun":
                return new TermSense
                {
                    Mostly = byDefault switch { "term" => MostlyIs.Term, "common" => MostlyIs.Common, "term as noun" => MostlyIs.TermAsNoun, _ => MostlyIs.TermOnlyAsNoun },
                    TermPhrases = term.Phrases,
                    TermWords = term.Words,
                    TermsSpeakForIt = term.HasAnyTerm,
                    CommonPhrases = common.Phrases,
                    CommonWords = common.Words,
                };
            case null when !fields.Has("term-near") && !fields.Has("common-near"):
                return null;
            default:
                fields.Report("mostly", "must be term, common, term as noun or term only as noun where other words decide.");
                return null;
        }
    }

    private (List<SensePhrase> Phrases, HashSet<string> Words, bool HasAnyTerm) ReadHints(YamlFields fields, string key)
    {
        List<SensePhrase> phrases = [];
        HashSet<string> words = new(StringComparer.Ordinal);
        var hasAnyTerm = false;
        foreach (var (place, hint) in fields.Has(key) ? fields.Texts(key, LongestTerm) : [])
        {
            if (hint == AnyTerm && key == "term-near")
            {
                hasAnyTerm = true;
            }
            else if (hint.StartsWith('+'))
            {
                if (_groups.TryGetValue(hint[1..], out var group))
                {
                    words.UnionWith(group);
                }
                else
                {
                    fields.Report(place, "names no group.");
                }
            }
            else if (hint.Contains(' ', StringComparison.Ordinal) || hint.Contains('_', StringComparison.Ordinal))
            {
                if (SensePhrase.Parse(hint) is { } phrase)
                {
                    phrases.Add(phrase);
                }
                else
                {
                    fields.Report(place, "must hold one _ that stands for the term.");
                }
            }
            else
            {
                words.Add(hint);
            }
        }

        return (phrases, words, hasAnyTerm);
    }

    private PlainVocabulary ReadVocabulary(string yaml)
    {
        var fields = new YamlFields(Root("plain-words", yaml) as YamlMappingNode, "", (field, message) => Report("plain-words", field, message));
        _groups = fields.Mappings("groups").ToDictionary(
            group => group.Text("name", LongestTerm), group => (IReadOnlyList<string>)[.. WordsOf(group, "words")], StringComparer.Ordinal);
        var outcomes = fields.Mapping("outcomes");
        var vocabulary = new PlainVocabulary
        {
            KnownAbbreviations = WordsOf(fields, "known-abbreviations"),
            Emphasised = WordsOf(fields, "emphasised"),
            Language = new TextLanguageGuess(WordsOf(fields, "english"), WordsOf(fields, "spanish")),
            AfterNoun = WordsOf(fields, "after-noun"),
            Outcomes = new OutcomeWords(
                Enum.GetValues<BusinessOutcome>()
                    .SelectMany(outcome => WordsOf(outcomes, outcome.ToString().ToLowerInvariant()).Select(word => (word, outcome)))
                    .ToDictionary(pair => pair.word, pair => pair.outcome, StringComparer.Ordinal)),
        };
        outcomes.ReportUnknown();
        fields.ReportUnknown();
        return vocabulary;
    }

    private static HashSet<string> WordsOf(YamlFields fields, string key) =>
        new(fields.Text(key, int.MaxValue).Split(' ', StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);

    private void Report(string entry, string field, string message) => _problems.Add(new LexiconProblem(entry, field, message));
}
