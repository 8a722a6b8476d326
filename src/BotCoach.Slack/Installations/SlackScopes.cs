namespace BotCoach.Slack;

/// <summary>What the bot asks to be allowed: what the methods that it calls and the events that it hears need, and no more.</summary>
public static class SlackScopes
{
    /// <summary>The scopes of the bot's token, as in manifest/slack/manifest.yaml.</summary>
    public static IReadOnlyList<string> Bot { get; } =
    [
        "app_mentions:read", "chat:write", "commands", "im:history", "im:write", "usergroups:read", "users:read", "users:read.email",
    ];
}
