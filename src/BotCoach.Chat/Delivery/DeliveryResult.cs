namespace BotCoach.Chat;

/// <summary>What became of a message that was to be sent or updated.</summary>
public abstract record DeliveryResult
{
    private DeliveryResult()
    {
    }

    /// <summary>The platform took the message.</summary>
    /// <param name="Message">Where it stands now.</param>
    public sealed record Sent(MessageAddress Message) : DeliveryResult;

    /// <summary>The platform asks to wait.</summary>
    /// <param name="After">How long to wait before the next try.</param>
    public sealed record Throttled(TimeSpan After) : DeliveryResult;

    /// <summary>The person blocked or removed the bot, or may not be written to: do not try again.</summary>
    public sealed record Blocked : DeliveryResult;

    /// <summary>The conversation or message is gone: open the conversation anew.</summary>
    public sealed record NotFound : DeliveryResult;

    /// <summary>Anything else.</summary>
    /// <param name="Reason">A short code for operators; never a person's words.</param>
    /// <param name="MayHaveArrived">
    /// Whether the request left but no answer came, so that the message may be there all the same.
    /// </param>
    public sealed record Failed(string Reason, bool MayHaveArrived = false) : DeliveryResult;
}
