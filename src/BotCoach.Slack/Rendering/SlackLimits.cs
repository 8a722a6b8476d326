namespace BotCoach.Slack;

/// <summary>
/// What Slack takes, in characters where nothing else is said. Beyond a limit the whole call is refused, so everything
/// is cut before it is sent. Sources: docs.slack.dev, reference pages of blocks, block elements, views and text objects.
/// </summary>
internal static class SlackLimits
{
    /// <summary>Blocks of a message.</summary>
    public const int MessageBlocks = 50;

    /// <summary>Blocks of a modal or a home page.</summary>
    public const int ViewBlocks = 100;

    /// <summary>
    /// All blocks of a message as JSON. Slack refuses more than about 13,000 (msg_blocks_too_long) without saying how
    /// it counts, so some is left unused.
    /// </summary>
    public const int MessageCharacters = 12_000;

    /// <summary>A text object, as in a section.</summary>
    public const int Text = 3_000;

    /// <summary>The quiet last line of a card. Our own: the rest of the card needs the room.</summary>
    public const int Context = 500;

    /// <summary>The question above a row of choices. Our own.</summary>
    public const int Prompt = 500;

    /// <summary>A header block.</summary>
    public const int Header = 150;

    /// <summary>One field of a section.</summary>
    public const int Field = 2_000;

    /// <summary>Fields of a section.</summary>
    public const int Fields = 10;

    /// <summary>Elements of an actions block.</summary>
    public const int Actions = 25;

    /// <summary>What a button says.</summary>
    public const int Button = 75;

    /// <summary>An element's action_id, and the block_id of a block.</summary>
    public const int Id = 255;

    /// <summary>The address behind a button.</summary>
    public const int Url = 3_000;

    /// <summary>Title, submit and close of a modal.</summary>
    public const int ViewTitle = 24;

    /// <summary>A view's private_metadata.</summary>
    public const int Metadata = 3_000;

    /// <summary>Label of an input. Slack takes 2,000; more than this nobody reads.</summary>
    public const int Label = 150;

    /// <summary>Placeholder of an input.</summary>
    public const int Placeholder = 150;

    /// <summary>Hint of an input.</summary>
    public const int Hint = 2_000;

    /// <summary>What a person may write into an input.</summary>
    public const int Input = 3_000;

    /// <summary>The text beside the blocks, for notifications. Slack recommends 4,000; a notification shows far less.</summary>
    public const int Fallback = 1_000;
}
