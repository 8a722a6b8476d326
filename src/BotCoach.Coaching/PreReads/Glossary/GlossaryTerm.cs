using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>A term of finance or strategy.</summary>
public sealed record GlossaryTerm
{
    /// <summary>The term, with its abbreviation where it has one that is used: <c>Annual recurring revenue (ARR)</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What it means, in each language that the coach speaks: one line for somebody who has never heard it.</summary>
    public required IReadOnlyDictionary<Language, string> Meanings { get; init; }

    /// <summary>How else it is written, in English.</summary>
    public required IReadOnlyList<string> Aliases { get; init; }

    /// <summary>What it is called in Spanish, the name to show first.</summary>
    public required IReadOnlyList<string> Spanish { get; init; }

    /// <summary>
    /// Its name for somebody to whom the coach writes in that language; the English abbreviation stays, as it is what the
    /// meeting says: <c>Ingresos recurrentes anuales (ARR)</c>.
    /// </summary>
    public string NameIn(Language language) => language == Language.Spanish && Spanish is [var first, ..]
        ? $"{char.ToUpperInvariant(first[0])}{first[1..]}{Abbreviation}"
        : Name;

    /// <summary>What it means, for somebody to whom the coach writes in that language.</summary>
    public string Means(Language language) => Meanings[language];

    // " (ARR)", also of a term that is nothing but its abbreviation.
    private string Abbreviation => Name.IndexOf(" (", StringComparison.Ordinal) is >= 0 and var at
        ? Name[at..]
        : Name.All(char.IsAsciiLetterUpper) ? $" ({Name})" : "";
}

/// <summary>A term that a pre-read uses.</summary>
public sealed record TermFound
{
    /// <summary>The term as the pre-read writes it.</summary>
    public required string Written { get; init; }

    /// <summary>The term's own name.</summary>
    public required string Name { get; init; }

    /// <summary>What it means, in one line.</summary>
    public required string Meaning { get; init; }
}
