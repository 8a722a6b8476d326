using System.Text.Json;
using BotCoach.Chat;

namespace BotCoach.Slack;

/// <summary>The Events API (docs.slack.dev, events).</summary>
internal static class EventReader
{
    private static readonly SlackRequest _ignored = new SlackRequest.Ignored();

    public static SlackRequest Read(JsonElement body, bool isRetry, DateTimeOffset at)
    {
        if (body.Text("type") == "url_verification")
            return body.Text("challenge") is { } challenge ? new SlackRequest.Challenge(challenge) : _ignored;

        if (body.Text("event_id") is not { } id
            || (body.Text("team_id") ?? body.Text("enterprise_id")) is not { } workspace
            || body.At("event") is not { } happened)
        {
            return _ignored;
        }

        if (IsRemoval(happened))
            return new SlackRequest.Removed(new(new(SlackChannel.ChannelName, workspace), WorkspaceChange.Removed, SentAt(body) is { } sent && sent < at ? sent : at));

        if (happened.Text("user") is not { } user
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

    // Both come when the app is removed, in any order; the second alone when the bot's token was revoked. A revoked token of a
    // person is none of ours (docs.slack.dev, events, tokens_revoked).
    private static bool IsRemoval(JsonElement happened) => happened.Text("type") switch
    {
        "app_uninstalled" => true,
        "tokens_revoked" => happened.At("tokens") is { } tokens && tokens.Items("bot").Any(),
        _ => false,
    };

    // When it happened: an event may be delivered again minutes later. In whole seconds since 1970.
    private static DateTimeOffset? SentAt(JsonElement body) =>
        body.At("event_time") is { ValueKind: JsonValueKind.Number } time && time.TryGetInt64(out var seconds) && seconds is > 0 and < 253_402_300_800
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
}
