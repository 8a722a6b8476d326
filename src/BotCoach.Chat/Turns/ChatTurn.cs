namespace BotCoach.Chat;

/// <summary>One thing that a person did in a chat, in no platform's words.</summary>
public abstract record ChatTurn
{
    /// <summary>
    /// Identifies the turn within its workspace. A turn that the platform delivers again carries the same id,
    /// and that is how it is recognised.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>Who acted.</summary>
    public required PersonAddress Person { get; init; }

    /// <summary>Where they acted.</summary>
    public required ConversationAddress Conversation { get; init; }

    /// <summary>Whether the conversation is between the person and the bot alone.</summary>
    public bool IsDirect { get; init; } = true;

    /// <summary>
    /// Whether they acted on the bot's home page: there a replacement has no message to take the place of, and what they see of
    /// it is <see cref="ChatAnswer.Home"/>.
    /// </summary>
    public bool OnHome { get; init; }

    /// <summary>When the turn reached us.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The person's locale (BCP 47, such as <c>en-GB</c>) where the platform sends it along.</summary>
    public string? Locale { get; init; }

    /// <summary>The person's IANA time zone where the platform sends it along.</summary>
    public string? Zone { get; init; }

    /// <summary>The people whom the words mention, in order; the bot is not among them.</summary>
    public IReadOnlyList<PersonAddress> Mentioned { get; init; } = [];

    /// <summary>The groups of the platform that the words mention, by the platform's ids.</summary>
    public IReadOnlyList<string> MentionedGroups { get; init; } = [];
}

/// <summary>The person wrote a message. A mention of the bot is already taken out of the text.</summary>
public sealed record MessageTurn : ChatTurn
{
    /// <summary>The words as typed.</summary>
    public required string Text { get; init; }
}

/// <summary>The person gave a command such as <c>/prep meeting</c>.</summary>
public sealed record CommandTurn : ChatTurn
{
    /// <summary>The command without its slash, in lower case, such as <c>prep</c>.</summary>
    public required string Command { get; init; }

    /// <summary>What follows the command; may be empty.</summary>
    public required string Text { get; init; }
}

/// <summary>The person chose a button, or submitted an input, of a card.</summary>
public sealed record ButtonTurn : ChatTurn
{
    /// <summary>What the button stands for.</summary>
    public required CardAction Action { get; init; }

    /// <summary>The message that shows the card, where it can be updated later; null for a card that was shown in passing.</summary>
    public MessageAddress? Message { get; init; }

    /// <summary>What the person wrote into the card's input; null when they chose a button.</summary>
    public string? Input { get; init; }
}

/// <summary>The person submitted a form.</summary>
public sealed record FormTurn : ChatTurn
{
    /// <summary>Name of the form; see <see cref="ChatForm.Name"/>.</summary>
    public required string Form { get; init; }

    /// <summary>The form's state as it was given when the form was opened.</summary>
    public required string State { get; init; }

    /// <summary>The values by field name. A field left empty is present with an empty text.</summary>
    public required IReadOnlyDictionary<string, string> Values { get; init; }
}

/// <summary>The person chose one of the bot's shortcuts, which stand in menus of the platform's own.</summary>
public sealed record ShortcutTurn : ChatTurn
{
    /// <summary>Which one, such as <c>prepare-meeting</c>.</summary>
    public required string Shortcut { get; init; }

    /// <summary>The words of the message that it was chosen for; empty for a shortcut that stands alone.</summary>
    public string Text { get; init; } = "";
}

/// <summary>The person opened the bot's home page inside the chat.</summary>
public sealed record HomeOpenedTurn : ChatTurn;

/// <summary>The bot was installed for the person.</summary>
public sealed record InstalledTurn : ChatTurn;

/// <summary>The bot was removed for the person.</summary>
public sealed record UninstalledTurn : ChatTurn;
