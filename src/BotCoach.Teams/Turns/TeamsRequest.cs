using BotCoach.Chat;

namespace BotCoach.Teams;

/// <summary>What an activity is about.</summary>
internal abstract record TeamsRequest
{
    private TeamsRequest()
    {
    }

    /// <summary>Something that the bot has no use for.</summary>
    public sealed record Ignored : TeamsRequest;

    /// <summary>The bot came to a team or group chat, or left it.</summary>
    public sealed record Moved(CollectionNotice Notice) : TeamsRequest;

    /// <summary>Something that a person did.</summary>
    public sealed record Turn(TeamsOccasion Occasion) : TeamsRequest;
}

/// <summary>How a turn is answered.</summary>
internal enum AnswerWay
{
    /// <summary>Through the Connector: the response says only that the activity was taken.</summary>
    Message,

    /// <summary>In the response, with what becomes of the card that was acted upon (invoke adaptiveCard/action).</summary>
    Card,

    /// <summary>In the response, with what a dialog shows next (invoke task/fetch and task/submit).</summary>
    Dialog,
}

/// <summary>A turn, and the ways that Teams leaves open to answer it.</summary>
internal sealed record TeamsOccasion(ChatTurn Turn)
{
    public AnswerWay Way { get; init; }

    /// <summary>The message that shows the card that was acted upon; null when there is none, or it cannot be changed.</summary>
    public MessageAddress? CardMessage { get; init; }

    /// <summary>Who is mentioned besides the bot; whom that is, the Connector has to say.</summary>
    public IReadOnlyList<Mentioned> Mentioned { get; init; } = [];

    /// <summary>The conversation, as the Connector names it; null where nobody can be mentioned.</summary>
    public TeamsConversation? Place { get; init; }

    /// <summary>The team or group chat that it took place in; null for a direct conversation.</summary>
    public CollectionNotice? Collection { get; init; }

    /// <summary>The form that was submitted, with what was typed.</summary>
    public ChatForm? Form { get; init; }

    /// <summary>
    /// What the adapter itself says: in the language of the rest of the answer, of the form that was submitted, or of the person's
    /// client, whichever there is.
    /// </summary>
    public NoticeTexts Notices(ChatAnswer? answer = null) => NoticeTexts.In(answer?.Language ?? Form?.Language ?? Language.Of(Turn.Locale));
}
