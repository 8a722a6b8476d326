using BotCoach.Chat;

namespace BotCoach.Slack;

/// <summary>Puts a reply that is not <see cref="SlackReply.Ok"/> in the words of every channel.</summary>
internal static class SlackReplyDelivery
{
    /// <summary>The error codes are those on docs.slack.dev of chat.postMessage, chat.update and conversations.open.</summary>
    public static DeliveryResult ToFailure(this SlackReply reply) => reply switch
    {
        SlackReply.Throttled throttled => new DeliveryResult.Throttled(throttled.After),
        SlackReply.NoAnswer lost => new DeliveryResult.Failed(lost.Reason, lost.MayHaveArrived),
        SlackReply.Refused refused => refused.Code switch
        {
            "channel_not_found" or "message_not_found" or "user_not_found" or "is_archived" => new DeliveryResult.NotFound(),

            // About this one person or conversation. account_inactive, token_revoked and their like are about the
            // bot's own token: an operator can mend those, so nobody is written off for them.
            "user_disabled" or "user_not_visible" or "cannot_dm_bot" or "not_in_channel" or "is_inactive"
                or "restricted_action" or "restricted_action_read_only_channel" => new DeliveryResult.Blocked(),

            // "It's possible some aspect of the operation succeeded before the error was raised."
            "fatal_error" or "internal_error" or "request_timeout" or "service_unavailable" =>
                new DeliveryResult.Failed(refused.Code, MayHaveArrived: true),

            _ => new DeliveryResult.Failed(refused.Code),
        },
        _ => throw new ArgumentOutOfRangeException(nameof(reply), "A reply that is not a failure."),
    };

    /// <summary>A short code for operators.</summary>
    public static string ToCode(this SlackReply reply) => reply switch
    {
        SlackReply.Refused refused => refused.Code,
        SlackReply.NoAnswer lost => lost.Reason,
        SlackReply.Throttled => "ratelimited",
        _ => "ok",
    };
}
