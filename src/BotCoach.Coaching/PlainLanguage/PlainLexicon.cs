using System.Reflection;
using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>Everything that the check for tech tongues knows. It does not change while the service runs.</summary>
internal sealed class PlainLexicon
{
    private const string TermsFolder = "terms/";

    internal PlainLexicon(IReadOnlyList<Term> terms, PlainVocabulary vocabulary)
    {
        Terms = terms;
        Vocabulary = vocabulary;
        foreach (var term in terms)
        {
            Index.Add(term);
        }
    }

    public IReadOnlyList<Term> Terms { get; }

    public TermIndex Index { get; } = new();

    public PlainVocabulary Vocabulary { get; }

    public OutcomeWords Outcomes => Vocabulary.Outcomes;

    /// <summary>Reads the lexicon that ships with the product.</summary>
    /// <exception cref="BrokenLexiconException">It breaks a rule.</exception>
    public static PlainLexicon Load()
    {
        var assembly = typeof(PlainLexicon).Assembly;
        var notes = Language.All.Skip(1).SelectMany(language => Files(assembly, $"notes.{language.Tag}/").Select(file => (language, file.Name, file.Yaml)));
        return PlainLexiconReader.Read([.. Files(assembly, TermsFolder)], [.. notes], Read(assembly, "plain-words.yaml"));
    }

    private static IEnumerable<(string Name, string Yaml)> Files(Assembly assembly, string folder) => assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(folder, StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .Select(name => (name[folder.Length..], Read(assembly, name)));

    private static string Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly was built without {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

/// <summary>The words beside the terms that the check needs.</summary>
internal sealed record PlainVocabulary
{
    /// <summary>Abbreviations that every executive knows.</summary>
    public required IReadOnlySet<string> KnownAbbreviations { get; init; }

    /// <summary>Common words, in capitals, that are no abbreviation even when they are written like one.</summary>
    public required IReadOnlySet<string> Emphasised { get; init; }

    /// <summary>What tells the language.</summary>
    public required TextLanguageGuess Language { get; init; }

    /// <summary>What tells the outcome.</summary>
    public required OutcomeWords Outcomes { get; init; }

    /// <summary>Words that come after a noun; after others a noun may be part of a longer one.</summary>
    public required IReadOnlySet<string> AfterNoun { get; init; }
}
