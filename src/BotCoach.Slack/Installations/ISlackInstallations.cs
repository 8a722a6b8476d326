namespace BotCoach.Slack;

/// <summary>
/// Where the app is installed, and what it may write with there. What it says is a result; the only exception is
/// <see cref="OperationCanceledException"/>, for a caller that gave up.
/// </summary>
public interface ISlackInstallations
{
    /// <summary>The bot's token for a workspace.</summary>
    /// <param name="workspace">Slack's id of the workspace, or of the enterprise where it names none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<SlackTokenLookup> FindAsync(string workspace, CancellationToken cancellationToken);

    /// <summary>Whether requests of a workspace are taken: not where the app is not installed.</summary>
    ValueTask<bool> AdmitsAsync(SlackOrigin origin, CancellationToken cancellationToken);
}

/// <summary>Whose request it is, as Slack says.</summary>
/// <param name="Workspace">Id of the workspace, or of the enterprise where Slack names none.</param>
/// <param name="Enterprise">Id of the enterprise that installed the app for all of its workspaces; null when the workspace did.</param>
public sealed record SlackOrigin(string Workspace, string? Enterprise);

/// <summary>What is known of a workspace's token.</summary>
public abstract record SlackTokenLookup
{
    private SlackTokenLookup()
    {
    }

    /// <summary>This is it.</summary>
    /// <param name="Token">The token.</param>
    /// <param name="IsOfEnterprise">Whether it is good for all workspaces of an enterprise, so that a request has to name the one it means.</param>
    public sealed record Found(string Token, bool IsOfEnterprise) : SlackTokenLookup
    {
        /// <summary>Says nothing of the token.</summary>
        public override string ToString() => nameof(Found);
    }

    /// <summary>The app is not installed there.</summary>
    public sealed record NotInstalled : SlackTokenLookup;

    /// <summary>It cannot be told just now.</summary>
    public sealed record Unavailable : SlackTokenLookup;
}
