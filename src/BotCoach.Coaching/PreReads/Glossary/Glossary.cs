using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>Terms of finance and strategy, explained to engineers. It does not change while the service runs.</summary>
public sealed class Glossary
{
    private const int LongestMeaning = 160;

    private readonly PhraseIndex<GlossaryTerm> _terms;

    // By their names in every language: what was kept of a pre-read may be in another than the person's present one.
    private readonly Dictionary<string, GlossaryTerm> _named = new(StringComparer.Ordinal);

    private Glossary(IReadOnlyList<GlossaryTerm> terms)
    {
        Terms = terms;
        foreach (var term in terms)
        {
            foreach (var language in Language.All)
            {
                _named[term.NameIn(language)] = term;
            }
        }

        _terms = new PhraseIndex<GlossaryTerm>(terms.SelectMany(Phrases));
    }

    /// <summary>All terms, by name.</summary>
    public IReadOnlyList<GlossaryTerm> Terms { get; }

    /// <summary>Reads the glossary that ships with the product.</summary>
    /// <exception cref="BrokenCatalogueException">It breaks a rule.</exception>
    public static Glossary Load() => Parse(EmbeddedText.Read("glossary.yaml"));

    /// <summary>Reads a glossary written as glossary.yaml describes.</summary>
    /// <exception cref="BrokenCatalogueException">It breaks a rule; the exception lists everything that is wrong.</exception>
    public static Glossary Parse(string yaml)
    {
        var file = CoachingData.Parse("glossary.yaml", yaml);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        List<GlossaryTerm> terms = [.. file.Entries().Select(fields => Read(fields, names))];
        file.ThrowIfBroken();
        return new Glossary(terms);
    }

    /// <summary>
    /// The terms that a pre-read uses, each once: those of its key points in their order, then those that most sentences use.
    /// </summary>
    public IReadOnlyList<TermFound> Find(PreRead preRead, IReadOnlyList<KeyPoint> points)
    {
        ArgumentNullException.ThrowIfNull(preRead);
        ArgumentNullException.ThrowIfNull(points);
        var inPoints = points.SelectMany(point => In(point.Text, Words.In(point.Text), preRead.Language));
        var inText = preRead.Sentences.Zip(preRead.Words, (sentence, words) => In(sentence.Text, words, preRead.Language))
            .SelectMany(found => found)
            .GroupBy(found => found.Name, StringComparer.Ordinal)
            .OrderByDescending(same => same.Count())
            .Select(same => same.First());
        return [.. inPoints.Concat(inText).DistinctBy(found => found.Name)];
    }

    /// <summary>
    /// A term that was found, for somebody to whom the coach writes in that language; as it is when it has left the glossary.
    /// </summary>
    /// <param name="found">The term, with its name in any language.</param>
    /// <param name="language">The person's language.</param>
    public TermFound In(TermFound found, Language language)
    {
        ArgumentNullException.ThrowIfNull(found);
        return _named.GetValueOrDefault(found.Name) is { } term
            ? found with { Name = term.NameIn(language), Meaning = term.Means(language) }
            : found;
    }

    private IEnumerable<TermFound> In(string text, IReadOnlyList<Word> words, PreReadLanguage language) =>
        _terms.In(text, words, language).Select(match => new TermFound
        {
            Written = Written(text, words, match),
            Name = match.Value.Name,
            Meaning = match.Value.Means(Language.All[0]),
        });

    // "Acquisition of" is how it is found; "acquisition" is how it is shown.
    private static string Written(string text, IReadOnlyList<Word> words, PhraseMatch<GlossaryTerm> match)
    {
        var last = match.First + match.Count - 1;
        while (last > match.First && words[last].Plain is "of" or "at" or "for")
        {
            last--;
        }

        return text[words[match.First].Start..words[last].End];
    }

    private static IEnumerable<Phrase<GlossaryTerm>> Phrases(GlossaryTerm term) =>
    [
        .. term.Aliases.Prepend(WithoutAbbreviation(term.Name)).Select(name => new Phrase<GlossaryTerm>(name, PreReadLanguage.English, term)),
        .. term.Spanish.Select(name => new Phrase<GlossaryTerm>(name, PreReadLanguage.Spanish, term)),
    ];

    private static string WithoutAbbreviation(string name) => name.Split(" (")[0];

    private static GlossaryTerm Read(YamlFields fields, HashSet<string> names)
    {
        var term = new GlossaryTerm
        {
            Name = fields.Text("term", CoachingData.LongestPhrase),
            Meanings = fields.TextInEachLanguage("means", LongestMeaning),
            Aliases = fields.HasList("also") ? [.. fields.Texts("also", CoachingData.LongestPhrase).Select(alias => alias.Text)] : [],
            Spanish = [.. fields.Texts("es", CoachingData.LongestPhrase).Select(name => name.Text)],
        };
        foreach (var name in term.Aliases.Concat(term.Spanish).Prepend(WithoutAbbreviation(term.Name)).Where(name => name.Length > 0 && !names.Add(name)))
        {
            fields.Report("term", $"{name} names another term, or this one twice.");
        }

        fields.ReportUnknown();
        return term;
    }
}
