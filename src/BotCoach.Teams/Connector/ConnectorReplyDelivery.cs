using BotCoach.Chat;

namespace BotCoach.Teams;

/// <summary>Puts a reply that is not <see cref="ConnectorReply.Ok"/> in the words of every channel.</summary>
internal static class ConnectorReplyDelivery
{
    /// <summary>The statuses are those of learn.microsoft.com, "Status code responses" of the Teams conversation APIs.</summary>
    public static DeliveryResult ToFailure(this ConnectorReply reply) => reply switch
    {
        ConnectorReply.Throttled throttled => new DeliveryResult.Throttled(throttled.After),
        ConnectorReply.NoAnswer lost => new DeliveryResult.Failed(lost.Reason, lost.MayHaveArrived),
        // MessageWritesBlocked, and others that say the person removed or never had the app.
        ConnectorReply.Refused { Status: 403 } => new DeliveryResult.Blocked(),
        ConnectorReply.Refused { Status: 404 } => new DeliveryResult.NotFound(),
        ConnectorReply.Refused refused => new DeliveryResult.Failed(refused.Code ?? $"http_{refused.Status}"),
        _ => throw new ArgumentOutOfRangeException(nameof(reply), "A reply that is not a failure."),
    };

    /// <summary>A short code for operators.</summary>
    public static string ToCode(this ConnectorReply reply) => reply switch
    {
        ConnectorReply.Refused refused => refused.Code ?? $"http_{refused.Status}",
        ConnectorReply.NoAnswer lost => lost.Reason,
        ConnectorReply.Throttled => "throttled",
        _ => "ok",
    };
}
