using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>How a term bends.</summary>
internal enum TermClass
{
    /// <summary>A noun that can be counted: <c>microservice</c>, <c>microservices</c>.</summary>
    Noun,

    /// <summary>A noun that is not counted: <c>latency</c>.</summary>
    Mass,

    /// <summary>The name of a product or a language, the same in every language: <c>Kafka</c>.</summary>
    Name,

    /// <summary>A verb: <c>refactor</c>, <c>refactors</c>, <c>refactored</c>, <c>refactoring</c>.</summary>
    Verb,

    /// <summary>Anything else, in one form: <c>idempotent</c>, <c>on-prem</c>.</summary>
    Fixed,

    /// <summary>An abbreviation, counted when it has a plural: <c>API</c>, <c>APIs</c>.</summary>
    Abbreviation,
}

/// <summary>In which form a term stands in a text.</summary>
internal enum TermForm
{
    /// <summary>As in the lexicon.</summary>
    Base,

    /// <summary>More than one of a noun.</summary>
    Plural,

    /// <summary>A verb with <c>-s</c>.</summary>
    ThirdPerson,

    /// <summary>A verb with <c>-ed</c>.</summary>
    Past,

    /// <summary>A verb with <c>-ing</c>.</summary>
    Gerund,
}

/// <summary>Plain words for a term.</summary>
/// <param name="One">The words for its base form.</param>
/// <param name="Many">The words for its plural; null when they follow from <paramref name="One"/> by rule.</param>
internal sealed record PlainWords(string One, string? Many);

/// <summary>A term of the software trade.</summary>
internal sealed record Term
{
    /// <summary>The term in its base form. A hyphen stands for a hyphen, a space or nothing.</summary>
    public required string Name { get; init; }

    public required TermClass Class { get; init; }

    /// <summary>Why it may not land: one sentence in each language that the coach speaks.</summary>
    public required IReadOnlyDictionary<Language, string> Notes { get; init; }

    /// <summary>Plain words, the best first.</summary>
    public required IReadOnlyList<PlainWords> Plain { get; init; }

    /// <summary>Plain words for a verb that stands where a noun does: "the deploy failed".</summary>
    public IReadOnlyList<PlainWords> AsNoun { get; init; } = [];

    /// <summary>Plain words in Spanish; empty for a term that is not used there.</summary>
    public IReadOnlyList<PlainWords> Spanish { get; init; } = [];

    /// <summary>Whether it is a word of Spanish alone.</summary>
    public bool IsSpanishOnly { get; init; }

    /// <summary>Whether it counts only in exactly these letters: <c>Go</c>, not <c>go</c>.</summary>
    public bool IsExact { get; init; }

    /// <summary>How to tell it from the common word that it also is; null when it is none.</summary>
    public TermSense? Sense { get; init; }

    /// <summary>Its name in ids: small letters, digits and hyphens.</summary>
    public string Slug => field ??= string.Join('-', PracticeSearch.Plain(Name.Replace("+", " plus", StringComparison.Ordinal)
        .Replace("#", " sharp", StringComparison.Ordinal)).Split(' '));
}
