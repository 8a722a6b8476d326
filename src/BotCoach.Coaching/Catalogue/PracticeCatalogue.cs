namespace BotCoach.Coaching;

/// <summary>Everything that is coached. It does not change while the service runs.</summary>
public sealed class PracticeCatalogue
{
    private readonly Dictionary<string, Practice> _byId;

    internal PracticeCatalogue(IReadOnlyList<Practice> practices)
    {
        Practices = practices;
        InRotation = Rotation.Order(practices);
        _byId = practices.ToDictionary(practice => practice.Id, StringComparer.Ordinal);
    }

    /// <summary>The practices, in the order in which to show them.</summary>
    public IReadOnlyList<Practice> Practices { get; }

    /// <summary>The practices in the order in which nudges bring them.</summary>
    internal IReadOnlyList<Practice> InRotation { get; }

    /// <summary>Reads the catalogue that ships with the product.</summary>
    /// <exception cref="BrokenCatalogueException">It breaks a rule.</exception>
    public static PracticeCatalogue Load()
    {
        using var stream = typeof(PracticeCatalogue).Assembly.GetManifestResourceStream("practices.yaml")
            ?? throw new InvalidOperationException("The assembly was built without practices.yaml.");
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd());
    }

    /// <summary>Reads a catalogue written as practices.yaml describes.</summary>
    /// <exception cref="BrokenCatalogueException">It breaks a rule; the exception lists everything that is wrong.</exception>
    public static PracticeCatalogue Parse(string yaml) => CatalogueReader.Read(yaml);

    /// <summary>The practice of that id; null when there is none.</summary>
    public Practice? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>
    /// Finds the practice that a person names by its id, its title or a part of either, in any case and with spaces for
    /// hyphens.
    /// </summary>
    public PracticeMatch Match(string text) => PracticeSearch.Match(Practices, text);
}
