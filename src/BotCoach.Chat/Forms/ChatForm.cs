namespace BotCoach.Chat;

/// <summary>A form that a person fills in and submits as a whole.</summary>
public sealed record ChatForm
{
    /// <summary>Tells forms apart when they are submitted.</summary>
    public required string Name { get; init; }

    /// <summary>What the form is about, such as the id of a meeting; given back with the submission.</summary>
    public string State { get; init; } = "";

    /// <summary>The language of its words, and of what a channel adds to them.</summary>
    public Language Language { get; init; } = Language.English;

    /// <summary>What the form is for, in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>What the submit button says.</summary>
    public required string Submit { get; init; }

    /// <summary>A sentence above the fields; null for none.</summary>
    public string? Introduction { get; init; }

    /// <summary>The fields, in order.</summary>
    public required IReadOnlyList<FormField> Fields { get; init; }

    /// <summary>
    /// What leaving the form without submitting it means. Where forms are messages, such a form takes the place of the card
    /// whose button opened it, and has a button with this action; where forms lie over the conversation, closing it is
    /// enough and the action is never sent. Null for a form that leaves the card alone.
    /// </summary>
    public CardAction? Back { get; init; }
}

/// <summary>A text field of a form.</summary>
/// <param name="Name">Tells fields apart; unique in its form.</param>
/// <param name="Label">What to write.</param>
public sealed record FormField(string Name, string Label)
{
    /// <summary>
    /// The longest value that every channel shows whole, in characters: Slack's inputs take 3,000 (docs.slack.dev, block
    /// element "plain_text_input"). A longer one is cut there, and submitting it would lose the rest.
    /// </summary>
    public const int MaxShownLength = 3_000;

    /// <summary>What stands in the field at first.</summary>
    public string? Value { get; init; }

    /// <summary>An example of what to write, shown while the field is empty.</summary>
    public string? Placeholder { get; init; }

    /// <summary>A line of help under the field.</summary>
    public string? Hint { get; init; }

    /// <summary>Whether the form cannot be submitted while the field is empty.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether the field takes several lines.</summary>
    public bool IsMultiline { get; init; }

    /// <summary>
    /// The longest text that is taken, in characters. A channel whose fields are shorter takes less, and says so.
    /// </summary>
    public int MaxLength { get; init; } = 500;
}

/// <summary>Why a submitted form was not taken.</summary>
/// <param name="Field">Name of the field that the message belongs to.</param>
/// <param name="Message">What is wrong, and an example of what is right.</param>
public sealed record FieldError(string Field, string Message);
