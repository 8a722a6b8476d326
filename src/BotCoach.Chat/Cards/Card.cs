namespace BotCoach.Chat;

/// <summary>
/// What a message shows. Every text is plain: it is shown as it stands, whatever it holds. Emphasis comes from
/// the part of the card that a text is put in, never from markup, so a person's words cannot act.
/// </summary>
public sealed record Card
{
    /// <summary>What the card is about, in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>A sign that tells kinds of cards apart where the platform shows one.</summary>
    public CardSign Sign { get; init; }

    /// <summary>One to three sentences. Line breaks are kept.</summary>
    public string? Text { get; init; }

    /// <summary>Labelled values, shown in order.</summary>
    public IReadOnlyList<Fact> Facts { get; init; } = [];

    /// <summary>Values drawn as bars, below the labelled ones.</summary>
    public Chart? Chart { get; init; }

    /// <summary>Rows of buttons, shown in order.</summary>
    public IReadOnlyList<ChoiceRow> Choices { get; init; } = [];

    /// <summary>A line that the person may write on the card.</summary>
    public CardInput? Input { get; init; }

    /// <summary>A quiet last line: why the card came, or how to stop it.</summary>
    public string? Context { get; init; }

    /// <summary>A page to read further.</summary>
    public CardLink? Link { get; init; }

    /// <summary>The language of its words, and of what a channel adds to them.</summary>
    public Language Language { get; init; } = Language.English;

    /// <summary>What a notification on a locked phone says. Defaults to the title and the text.</summary>
    public string Summary
    {
        get => field ?? (Text is null ? Title : $"{Title}: {Text}");
        init;
    }
}

/// <summary>A sign at the start of a card's title.</summary>
public enum CardSign
{
    /// <summary>No sign.</summary>
    None,

    /// <summary>A nudge.</summary>
    Nudge,

    /// <summary>A goal or a check.</summary>
    Goal,

    /// <summary>Notes, such as a prep sheet.</summary>
    Notes,
}

/// <summary>A labelled value on a card.</summary>
/// <param name="Label">What the value is.</param>
/// <param name="Value">The value; may have several lines.</param>
public sealed record Fact(string Label, string Value);

/// <summary>Buttons that belong together.</summary>
/// <param name="Prompt">The question that the buttons answer; null when they need none.</param>
/// <param name="Choices">The buttons, in order.</param>
public sealed record ChoiceRow(string? Prompt, IReadOnlyList<Choice> Choices)
{
    /// <summary>What the row is about, in a few words that stand out above the prompt; null when it needs none.</summary>
    public string? Label { get; init; }
}

/// <summary>A button.</summary>
/// <param name="Label">What the button says.</param>
/// <param name="Action">What choosing it means.</param>
public sealed record Choice(string Label, CardAction Action)
{
    /// <summary>Whether this is the choice that most people will want.</summary>
    public bool IsPrimary { get; init; }

    /// <summary>Whether this is the choice in force at the moment.</summary>
    public bool IsChosen { get; init; }
}

/// <summary>What a button or input stands for, as it travels to the platform and back.</summary>
/// <param name="Name">The kind of action, such as <c>check-in.answer</c>: letters, digits, dots and hyphens.</param>
/// <param name="Value">What the action is about; at most <see cref="MaxValueLength"/> characters.</param>
public sealed record CardAction(string Name, string Value = "")
{
    /// <summary>
    /// The longest value that every channel carries, in characters. Slack takes 2,000 in a button's value and wraps
    /// nothing around it (docs.slack.dev, block element "button").
    /// </summary>
    public const int MaxValueLength = 2_000;
}

/// <summary>A line of text that the person may write on a card.</summary>
/// <param name="Label">What to write.</param>
/// <param name="Action">What submitting it means; the words arrive in <see cref="ButtonTurn.Input"/>.</param>
/// <param name="MaxLength">The longest text that is taken, in characters.</param>
public sealed record CardInput(string Label, CardAction Action, int MaxLength)
{
    /// <summary>What stands in the input at first.</summary>
    public string? Value { get; init; }

    /// <summary>An example of what to write.</summary>
    public string? Placeholder { get; init; }
}

/// <summary>A link on a card.</summary>
/// <param name="Label">What the link says.</param>
/// <param name="Target">An absolute https or http address.</param>
public sealed record CardLink(string Label, Uri Target);
