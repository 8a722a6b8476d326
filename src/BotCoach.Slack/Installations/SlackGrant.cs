namespace BotCoach.Slack;

/// <summary>What Slack hands out for an installation. No record: nothing is to print what it holds.</summary>
public sealed class SlackGrant
{
    /// <summary>The bot's token.</summary>
    public required string Token { get; init; }

    /// <summary>Buys the next token, once; null when the token does not expire.</summary>
    public string? RefreshToken { get; init; }

    /// <summary>How long the token is good for; null for as long as the app is installed.</summary>
    public TimeSpan? Lifetime { get; init; }
}

/// <summary>An installation as Slack tells of it (docs.slack.dev, oauth.v2.access).</summary>
public sealed class SlackInstallation
{
    /// <summary>Slack's id of the workspace, or of the enterprise that installed the app for all of its workspaces.</summary>
    public required string Workspace { get; init; }

    /// <summary>What people call it; null when Slack does not say.</summary>
    public string? Name { get; init; }

    /// <summary>Slack's id of the enterprise that the workspace belongs to; null for none.</summary>
    public string? Enterprise { get; init; }

    /// <summary>Whether it is for all workspaces of the enterprise.</summary>
    public bool IsOfEnterprise { get; init; }

    /// <summary>Slack's id of the person who installed it.</summary>
    public required string Installer { get; init; }

    /// <summary>Slack's id of the bot as a user of the workspace.</summary>
    public string? Bot { get; init; }

    /// <summary>What was granted, separated by commas.</summary>
    public string Scopes { get; init; } = "";

    /// <summary>The token.</summary>
    public required SlackGrant Grant { get; init; }
}
