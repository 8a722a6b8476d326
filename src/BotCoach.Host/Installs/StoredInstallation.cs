using BotCoach.Storage;

namespace BotCoach.Host;

/// <summary>An installation as it stands in the store, its tokens readable. No record: nothing is to print what it holds.</summary>
internal sealed class StoredInstallation
{
    /// <summary>How long before its end a token is renewed; Slack's live twelve hours.</summary>
    private static readonly TimeSpan _ahead = TimeSpan.FromHours(2);

    /// <summary>Slack's id of the workspace, or of the enterprise that installed the app for all of its workspaces.</summary>
    public required string Workspace { get; init; }

    /// <summary>Slack's id of the enterprise that the workspace belongs to; null for none.</summary>
    public string? Enterprise { get; init; }

    /// <summary>Whether it is for all workspaces of the enterprise.</summary>
    public bool IsOfEnterprise { get; init; }

    /// <summary>When it was installed, the last time.</summary>
    public required DateTimeOffset InstalledAt { get; init; }

    /// <summary>The bot's token.</summary>
    public required string Token { get; init; }

    /// <summary>Buys the next token, once; null when the token does not end.</summary>
    public string? RefreshToken { get; init; }

    /// <summary>When the token ends; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Until when one node alone may use the refresh token; null for nobody.</summary>
    public DateTimeOffset? LeasedUntil { get; init; }

    /// <summary>The state of its row.</summary>
    public required RowVersion Version { get; init; }

    /// <summary>Whether the token is to be renewed.</summary>
    public bool IsDue(DateTimeOffset now) => RefreshToken is not null && ExpiresAt - now < _ahead;

    /// <summary>Whether the token is good at an instant.</summary>
    public bool IsGood(DateTimeOffset now) => ExpiresAt is null || ExpiresAt > now;
}
