using System.Globalization;

namespace BotCoach.Slack.Tests;

/// <summary>How Slack says no (docs.slack.dev, errors of chat.postMessage, chat.update and conversations.open).</summary>
internal static class SlackRefusals
{
    public static void Refuse(this FakeSlack slack, ChannelCall call, Refusal refusal, TimeSpan? wait)
    {
        var (method, blocked, gone) = call switch
        {
            ChannelCall.Send => ("chat.postMessage", "user_disabled", "channel_not_found"),
            ChannelCall.Update => ("chat.update", "restricted_action", "message_not_found"),
            _ => ("conversations.open", "user_disabled", "user_not_found"),
        };
        switch (refusal)
        {
            case Refusal.Blocked:
                slack.NextError(method, blocked);
                break;
            case Refusal.Gone:
                slack.NextError(method, gone);
                break;
            case Refusal.Throttled:
                slack.NextStatus(method, 429, wait?.TotalSeconds.ToString(CultureInfo.InvariantCulture));
                break;
            case Refusal.Rejected:
                slack.NextError(method, "invalid_arguments");
                break;
            case Refusal.Fault:
                slack.NextError(method, "internal_error");
                break;
            case Refusal.AnswerLost:
                slack.NextLost(method);
                break;
            case Refusal.Unreadable:
                slack.NextJson(method, "<html>");
                break;
            case Refusal.Silence:
                slack.Next(method, http => Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default));
                break;
        }
    }
}
