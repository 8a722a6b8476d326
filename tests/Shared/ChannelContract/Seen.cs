namespace BotCoach.Testing;

/// <summary>A message as a person sees it, in no platform's words.</summary>
public sealed record SeenMessage
{
    /// <summary>What the platform knows it by.</summary>
    public required string Id { get; init; }

    /// <summary>What a notification on a locked phone says.</summary>
    public required string Notification { get; init; }

    /// <summary>Everything on it, from top to bottom.</summary>
    public required IReadOnlyList<SeenPart> Parts { get; init; }

    /// <summary>
    /// What on it acts although it only stands there to be read: a mention, a link, a list, a function. Empty when every
    /// word is shown as it was put in.
    /// </summary>
    public required IReadOnlyList<string> Acting { get; init; }

    /// <summary>The words on it, title first, without what stands on buttons, links and fields.</summary>
    public IReadOnlyList<string> Texts => [.. Of(SeenKind.Text).Select(part => part.Words)];

    public string Title => Texts[0];

    public IReadOnlyList<SeenPart> Buttons => Of(SeenKind.Button);

    public IReadOnlyList<SeenPart> Links => Of(SeenKind.Link);

    public IReadOnlyList<SeenPart> Bars => Of(SeenKind.Bar);

    private IReadOnlyList<SeenPart> Of(SeenKind kind) => [.. Parts.Where(part => part.Kind == kind)];
}

/// <summary>What a part of a message is to whoever looks at it.</summary>
public enum SeenKind
{
    /// <summary>Words to read.</summary>
    Text,

    /// <summary>A bar of a chart, with the words beside it.</summary>
    Bar,

    /// <summary>A button that tells the bot something.</summary>
    Button,

    /// <summary>A button that opens a page.</summary>
    Link,

    /// <summary>Where a line can be written, or the button that leads there.</summary>
    Field,
}

/// <summary>A part of a message.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Words">What it says.</param>
public sealed record SeenPart(SeenKind Kind, string Words)
{
    /// <summary>Whether a button stands out among the others.</summary>
    public bool StandsOut { get; init; }

    /// <summary>Where a link leads.</summary>
    public string? Address { get; init; }

    /// <summary>How long a bar is, where the longest of its chart has 1.</summary>
    public double Length { get; init; }
}

/// <summary>A form as a person sees it while it can be filled in.</summary>
public sealed record SeenForm
{
    public required string Title { get; init; }

    /// <summary>What stands above the fields.</summary>
    public required IReadOnlyList<string> Introduction { get; init; }

    public required IReadOnlyList<SeenField> Fields { get; init; }

    /// <summary>What the button says that submits it.</summary>
    public required string Submit { get; init; }

    /// <summary>What the button says that leaves it as it is; null when there is none.</summary>
    public string? Leave { get; init; }

    /// <summary>What is said to be wrong, without a field.</summary>
    public IReadOnlyList<string> Errors { get; init; } = [];

    /// <summary>See <see cref="SeenMessage.Acting"/>.</summary>
    public required IReadOnlyList<string> Acting { get; init; }

    public SeenField this[string name] => Fields.Single(field => field.Name == name);
}

/// <summary>A field of a form, or of a card.</summary>
/// <param name="Name">What the form knows it by.</param>
/// <param name="Label">What stands above it.</param>
public sealed record SeenField(string Name, string Label)
{
    /// <summary>What stands in it; empty for nothing.</summary>
    public string Value { get; init; } = "";

    /// <summary>What stands in it while it is empty; empty for nothing.</summary>
    public string Placeholder { get; init; } = "";

    /// <summary>What stands under it; empty for nothing.</summary>
    public string Hint { get; init; } = "";

    /// <summary>What is said to be wrong with it; empty for nothing.</summary>
    public string Error { get; init; } = "";

    public bool IsRequired { get; init; }

    public bool IsMultiline { get; init; }

    /// <summary>How many characters can be typed.</summary>
    public int MaxLength { get; init; }

    /// <summary>What the button beside the field of a card says; empty for a field of a form, which is saved as a whole.</summary>
    public string Save { get; init; } = "";
}

/// <summary>What the bot answered the platform.</summary>
/// <param name="Status">The HTTP status.</param>
public sealed record Taken(int Status)
{
    /// <summary>The platform is done with it.</summary>
    public bool IsTaken => Status is >= 200 and < 300;

    /// <summary>The platform is to deliver it once more.</summary>
    public bool IsWantedAgain => Status >= 500;
}
