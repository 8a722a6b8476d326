namespace BotCoach.Chat;

/// <summary>What became of the wish to open a direct conversation with a person.</summary>
public abstract record DirectConversation
{
    private DirectConversation()
    {
    }

    /// <summary>The conversation is open.</summary>
    /// <param name="Conversation">Where to send.</param>
    public sealed record Opened(ConversationAddress Conversation) : DirectConversation;

    /// <summary>It is not.</summary>
    /// <param name="Result">
    /// Why: <see cref="DeliveryResult.Throttled"/>, <see cref="DeliveryResult.Blocked"/>,
    /// <see cref="DeliveryResult.NotFound"/> or <see cref="DeliveryResult.Failed"/>.
    /// </param>
    public sealed record Refused(DeliveryResult Result) : DirectConversation;
}
