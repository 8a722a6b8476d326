using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>Everything that is coached, in one of its languages. It does not change while the service runs.</summary>
public sealed class PracticeCatalogue
{
    private readonly Dictionary<string, Practice> _byId;

    private IReadOnlyList<PracticeCatalogue> _languages;

    private PracticeCatalogue(Language language, IReadOnlyList<Practice> practices)
    {
        Language = language;
        Practices = practices;
        InRotation = Rotation.Order(practices);
        _byId = practices.ToDictionary(practice => practice.Id, StringComparer.Ordinal);
        _languages = [this];
    }

    /// <summary>The language that it is written in.</summary>
    public Language Language { get; }

    /// <summary>The practices, in the order in which to show them.</summary>
    public IReadOnlyList<Practice> Practices { get; }

    /// <summary>The practices in the order in which nudges bring them.</summary>
    internal IReadOnlyList<Practice> InRotation { get; }

    /// <summary>Reads the catalogue that ships with the product, in all languages.</summary>
    /// <exception cref="BrokenCatalogueException">It breaks a rule, or is not the same in each language.</exception>
    public static PracticeCatalogue Load() => Parse(
        EmbeddedText.Read("practices.yaml"),
        [.. Language.All.Skip(1).Select(language => (language, EmbeddedText.Read($"practices.{language}.yaml")))]);

    /// <summary>Reads a catalogue written as practices.yaml describes, in the first of the languages and in no other.</summary>
    /// <exception cref="BrokenCatalogueException">It breaks a rule; the exception lists everything that is wrong.</exception>
    public static PracticeCatalogue Parse(string yaml) => Parse(yaml, []);

    /// <summary>Reads a catalogue in the first of the languages, with its translations.</summary>
    /// <exception cref="BrokenCatalogueException">
    /// One of them breaks a rule, or they differ in more than words; the exception lists everything that is wrong.
    /// </exception>
    internal static PracticeCatalogue Parse(string yaml, IReadOnlyList<(Language Language, string Yaml)> translations)
    {
        List<PracticeCatalogue> read =
        [
            .. from written in translations.Prepend((Language: Language.All[0], Yaml: yaml))
               select new PracticeCatalogue(written.Language, CatalogueReader.Read(written.Language, written.Yaml)),
        ];
        List<CatalogueProblem> differences = [.. read.Skip(1).SelectMany(translation => CatalogueDifferences.Between(read[0], translation))];
        if (differences.Count > 0)
        {
            throw new BrokenCatalogueException(differences);
        }

        List<PracticeCatalogue> languages = [.. read.Select(catalogue => catalogue.Knowing(read.Where(other => other != catalogue)))];
        foreach (var catalogue in languages)
        {
            catalogue._languages = languages;
        }

        return languages[0];
    }

    /// <summary>The same practices in another language; in this one when they are not written in that.</summary>
    public PracticeCatalogue In(Language language) => _languages.FirstOrDefault(catalogue => catalogue.Language == language) ?? this;

    /// <summary>The practice of that id; null when there is none.</summary>
    public Practice? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>
    /// Finds the practice that a person names by its id, its title or a part of either, in any case, with or without accents
    /// and with spaces for hyphens. Titles of other languages count where those of this one do not fit.
    /// </summary>
    public PracticeMatch Match(string text)
    {
        var own = PracticeSearch.Match(Practices, text);
        return own is not PracticeMatch.None
            ? own
            : _languages.Where(catalogue => catalogue != this).Select(catalogue => PracticeSearch.Match(catalogue.Practices, text))
                .FirstOrDefault(match => match is not PracticeMatch.None) switch
            {
                PracticeMatch.One one => new PracticeMatch.One(_byId[one.Practice.Id]),
                PracticeMatch.Several several => new PracticeMatch.Several([.. several.Practices.Select(practice => _byId[practice.Id])]),
                _ => own,
            };
    }

    // Check-ins take the words of the other languages as well.
    private PracticeCatalogue Knowing(IEnumerable<PracticeCatalogue> others) => new(
        Language,
        [.. Practices.Select(practice => practice with
        {
            CheckIn = practice.CheckIn with { Elsewhere = [.. others.SelectMany(other => other._byId[practice.Id].CheckIn.Options)] },
        })]);
}
