using BotCoach.Chat;

namespace BotCoach.Slack;

/// <summary>Slash commands (docs.slack.dev, slash commands).</summary>
internal static class CommandReader
{
    /// <param name="field">Gives a field by its name; null when it is not there.</param>
    /// <param name="fallbackId">The turn's id, if Slack gives none.</param>
    /// <param name="at">When the command reached us.</param>
    public static SlackRequest Read(Func<string, string?> field, string fallbackId, DateTimeOffset at)
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

        string? Field(string name) => field(name) is { Length: > 0 } value ? value : null;
    }
}
