namespace BotCoach.Chat;

/// <summary>What a turn is answered with. Its parts are shown in the order in which they stand here.</summary>
public sealed record ChatAnswer
{
    /// <summary>An answer that shows nothing.</summary>
    public static ChatAnswer Nothing { get; } = new();

    /// <summary>Why a submitted form was not taken. When there are any, the form stays open and nothing else is shown.</summary>
    public IReadOnlyList<FieldError> Errors { get; init; } = [];

    /// <summary>
    /// A card for the person's eyes, in the conversation where they acted. It answers that one turn and cannot be
    /// updated later.
    /// </summary>
    public Card? Reply { get; init; }

    /// <summary>What the card that was acted upon turns into, where it stands.</summary>
    public Card? Replacement { get; init; }

    /// <summary>Cards that were sent before and change now.</summary>
    public IReadOnlyList<CardUpdate> Updates { get; init; } = [];

    /// <summary>New messages in the direct conversation with the person.</summary>
    public IReadOnlyList<CardPost> Posts { get; init; } = [];

    /// <summary>A form to open.</summary>
    public ChatForm? Form { get; init; }

    /// <summary>What the bot's home page shows, where the platform has one.</summary>
    public IReadOnlyList<Card> Home { get; init; } = [];

    /// <summary>The language of what is shown; null when nothing with words is.</summary>
    public Language? Language => (Reply ?? Replacement)?.Language ?? this switch
    {
        { Updates: [var update, ..] } => update.Card.Language,
        { Posts: [var post, ..] } => post.Card.Language,
        { Home: [var card, ..] } => card.Language,
        _ => Form?.Language,
    };

    /// <summary>The same answer, each card and form of which says that its words are in a language.</summary>
    public ChatAnswer In(Language language) => this == Nothing ? this : this with
    {
        Reply = Reply is null ? null : Reply with { Language = language },
        Replacement = Replacement is null ? null : Replacement with { Language = language },
        Updates = [.. Updates.Select(update => update with { Card = update.Card with { Language = language } })],
        Posts = [.. Posts.Select(post => post with { Card = post.Card with { Language = language } })],
        Form = Form is null ? null : Form with { Language = language },
        Home = [.. Home.Select(card => card with { Language = language })],
    };
}

/// <summary>A card that was sent before and changes.</summary>
/// <param name="Message">The message that shows it.</param>
/// <param name="Card">What it turns into.</param>
public sealed record CardUpdate(MessageAddress Message, Card Card);

/// <summary>A new message in the direct conversation with a person.</summary>
/// <param name="Key">Names the message; the same key is never posted twice for one person.</param>
/// <param name="Card">What it shows.</param>
public sealed record CardPost(string Key, Card Card);
