using Microsoft.Extensions.Options;

namespace BotCoach.Slack;

/// <summary>The one workspace whose token the operator has set: whatever comes, comes from there.</summary>
internal sealed class OneWorkspace(IOptions<SlackOptions> options) : ISlackInstallations
{
    public ValueTask<SlackTokenLookup> FindAsync(string workspace, CancellationToken cancellationToken) =>
        new(options.Value.BotToken is { } token ? new SlackTokenLookup.Found(token, IsOfEnterprise: false) : new SlackTokenLookup.NotInstalled());

    public ValueTask<bool> AdmitsAsync(SlackOrigin origin, CancellationToken cancellationToken) => new(true);
}
