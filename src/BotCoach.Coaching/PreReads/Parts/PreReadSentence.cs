namespace BotCoach.Coaching;

/// <summary>What a sentence of a pre-read was.</summary>
public enum SentenceKind
{
    /// <summary>A sentence of running text.</summary>
    Prose,

    /// <summary>An item of a list, or a sentence of one.</summary>
    Item,

    /// <summary>A row of a table, with the names of its columns before the values.</summary>
    Row,

    /// <summary>A heading or the title of a slide.</summary>
    Heading,
}

/// <summary>The smallest part of a pre-read that can stand alone.</summary>
public sealed record PreReadSentence
{
    /// <summary>What it says, in the author's words, on one line and without the marks of its layout.</summary>
    public required string Text { get; init; }

    /// <summary>Where it stands.</summary>
    public required PreReadPlace Place { get; init; }

    /// <summary>What it was.</summary>
    public required SentenceKind Kind { get; init; }

    /// <summary>The heading, or the line that announces a list, under which it stands; empty when there is none.</summary>
    public string Heading { get; init; } = "";

    /// <summary>Its place in its paragraph or list, counted from 0.</summary>
    public int Order { get; init; }
}
