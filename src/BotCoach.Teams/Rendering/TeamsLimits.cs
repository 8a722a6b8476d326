namespace BotCoach.Teams;

/// <summary>What Teams takes, in characters where nothing else is said. Where Teams names no limit, the limit is our own.</summary>
internal static class TeamsLimits
{
    /// <summary>
    /// A whole message as JSON. Teams refuses 100 KB and advises to stay below 80 KB, counted in UTF-16
    /// (learn.microsoft.com, "Format your bot messages"); that is 40,960 characters, and some is left unused.
    /// </summary>
    public const int Message = 39_000;

    /// <summary>Buttons of an ActionSet that are shown at once (learn.microsoft.com, "Types of cards": six primary actions).</summary>
    public const int Actions = 6;

    /// <summary>
    /// Characters on buttons that stand beside each other. Our own: a chat window of usual width; a wider one leaves room
    /// at the right.
    /// </summary>
    public const int LineOfButtons = 48;

    /// <summary>What the edges of a button take of <see cref="LineOfButtons"/>. Our own.</summary>
    public const int ButtonEdges = 4;

    /// <summary>A card's title. Our own: two lines on a phone.</summary>
    public const int Title = 150;

    /// <summary>A card's text, and one fact. Our own: more than this nobody reads in a chat.</summary>
    public const int Text = 8_000;

    /// <summary>The quiet last line. Our own.</summary>
    public const int Context = 500;

    /// <summary>The question above a row of choices. Our own.</summary>
    public const int Prompt = 500;

    /// <summary>What stands above the fields of a form. Our own.</summary>
    public const int Introduction = 2_000;

    /// <summary>What a button says. Our own.</summary>
    public const int Button = 75;

    /// <summary>A field's label and placeholder. Our own.</summary>
    public const int Label = 150;

    /// <summary>A field's hint, or what is wrong with it. Our own.</summary>
    public const int Hint = 500;

    /// <summary>What a notification says. Our own: a locked phone shows less.</summary>
    public const int Summary = 300;

    /// <summary>The address behind a button. Our own.</summary>
    public const int Url = 3_000;
}
