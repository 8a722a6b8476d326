using System.Globalization;

namespace BotCoach.Teams.Tests;

/// <summary>How the Bot Connector says no (learn.microsoft.com, "Status code responses" of the Teams conversation APIs).</summary>
internal static class ConnectorRefusals
{
    public static void Refuse(this FakeConnector connector, ChannelCall call, Refusal refusal, TimeSpan? wait)
    {
        Func<ConnectorCall, bool> fits = call switch
        {
            ChannelCall.Send => made => made.IsSend,
            ChannelCall.Update => made => made.IsUpdate,
            _ => made => made.IsCreation,
        };
        switch (refusal)
        {
            case Refusal.Blocked:
                connector.NextStatus(403, body: """{"error":{"code":"MessageWritesBlocked"}}""", fits: fits);
                break;
            case Refusal.Gone:
                connector.NextStatus(404, body: """{"error":{"code":"ConversationNotFound"}}""", fits: fits);
                break;
            case Refusal.Throttled:
                connector.NextStatus(429, wait?.TotalSeconds.ToString(CultureInfo.InvariantCulture), fits: fits);
                break;
            case Refusal.Rejected:
                connector.NextStatus(400, body: """{"error":{"code":"BadSyntax"}}""", fits: fits);
                break;
            case Refusal.Fault:
                connector.NextStatus(500, fits: fits);
                break;
            case Refusal.AnswerLost:
                connector.NextLost(fits);
                break;
            case Refusal.Unreadable:
                connector.NextStatus(200, body: "<html>", fits: fits);
                break;
            case Refusal.Silence:
                connector.Next(fits, (http, _) => Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default));
                break;
        }
    }
}
