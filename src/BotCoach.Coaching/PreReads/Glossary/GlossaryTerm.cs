namespace BotCoach.Coaching;

/// <summary>A term of finance or strategy.</summary>
public sealed record GlossaryTerm
{
    /// <summary>The term, with its abbreviation where it has one that is used: <c>Annual recurring revenue (ARR)</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What it means, in one line for somebody who has never heard it.</summary>
    public required string Meaning { get; init; }

    /// <summary>How else it is written, in English.</summary>
    public required IReadOnlyList<string> Aliases { get; init; }

    /// <summary>What it is called in Spanish.</summary>
    public required IReadOnlyList<string> Spanish { get; init; }
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
