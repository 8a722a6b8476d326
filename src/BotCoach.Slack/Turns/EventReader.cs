using System.Text.Json;
using BotCoach.Chat;

namespace BotCoach.Slack;

/// <summary>The Events API (docs.slack.dev, events). Events that name nobody, such as app_uninstalled, bring no turn.</summary>
internal static class EventReader
{
    private static readonly SlackRequest _ignored = new SlackRequest.Ignored();

    public static SlackRequest Read(JsonElement body, bool isRetry, DateTimeOffset at)
    {
        if (body.Text("type") == "url_verification")
            return body.Text("challenge") is { } challenge ? new SlackRequest.Challenge(challenge) : _ignored;

        if (body.Text("event_id") is not { } id
            || (body.Text("team_id") ?? body.Text("enterprise_id")) is not { } workspace
            || body.At("event") is not { } happened
            || happened.Text("user") is not { } user
            || happened.Text("channel") is not { } conversation)
        {
            return _ignored;
        }

        var bot = body.Items("authorizations").Select(authorization => authorization.Text("user_id")).FirstOrDefault();
        if (user == bot || happened.Text("bot_id") is not null)
            return _ignored;

        ChatTurn? turn = happened.Text("type") switch
        {
            // A subtype says that somebody edited, deleted, joined, or shared a file.
            "message" when happened.Text("channel_type") == "im" && happened.Text("subtype") is null => Message(isDirect: true),
            // A mention in a direct conversation comes as a message too.
            "app_mention" when !RequestReader.IsDirect(conversation) => Message(isDirect: false),
            "app_home_opened" when happened.Text("tab") == "home" => new HomeOpenedTurn
            {
                Id = id,
                Person = RequestReader.Person(workspace, user),
                Conversation = RequestReader.Conversation(workspace, conversation),
                At = at,
            },
            _ => null,
        };
        return turn is null ? _ignored : new SlackRequest.Event(new(turn) { IsRetry = isRetry });

        MessageTurn? Message(bool isDirect) => string.IsNullOrEmpty(happened.Text("text")) ? null : new()
        {
            Id = id,
            Person = RequestReader.Person(workspace, user),
            Conversation = RequestReader.Conversation(workspace, conversation),
            IsDirect = isDirect,
            At = at,
            Text = MessageText.Read(happened.Text("text")!, bot),
            Mentioned = [.. MessageText.PeopleIn(happened.Text("text")!, bot).Select(mentioned => RequestReader.Person(workspace, mentioned))],
            MentionedGroups = MessageText.UserGroupsIn(happened.Text("text")!),
        };
    }
}
