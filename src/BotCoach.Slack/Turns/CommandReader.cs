using BotCoach.Chat;
using Microsoft.Extensions.Primitives;

namespace BotCoach.Slack;

/// <summary>Slash commands (docs.slack.dev, slash commands).</summary>
internal static class CommandReader
{
    public static SlackRequest Read(Dictionary<string, StringValues> fields, string fallbackId, DateTimeOffset at)
    {
        var workspace = Field("team_id") ?? Field("enterprise_id");
        if (workspace is null || Field("user_id") is not { } user || Field("channel_id") is not { } conversation)
            return new SlackRequest.Ignored();

        var turn = new CommandTurn
        {
            Id = Field("trigger_id") ?? fallbackId,
            Person = RequestReader.Person(workspace, user),
            Conversation = RequestReader.Conversation(workspace, conversation),
            IsDirect = RequestReader.IsDirect(conversation) || Field("channel_name") == "directmessage",
            At = at,
            Command = (Field("command") ?? "").TrimStart('/').ToLowerInvariant(),
            Text = MessageText.Read(Field("text") ?? ""),
            Mentioned = [.. MessageText.PeopleIn(Field("text") ?? "").Select(mentioned => RequestReader.Person(workspace, mentioned))],
            MentionedGroups = MessageText.UserGroupsIn(Field("text") ?? ""),
        };
        return new SlackRequest.Command(new(turn)
        {
            Trigger = Field("trigger_id"),
            ResponseUrl = RequestReader.ReadUrl(Field("response_url")),
            // A command may be given anywhere, even in a conversation between two people.
            IsInPassing = true,
        });

        string? Field(string name) => fields.TryGetValue(name, out var values) && values.ToString() is { Length: > 0 } value ? value : null;
    }
}
