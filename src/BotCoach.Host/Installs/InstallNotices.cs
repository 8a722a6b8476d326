using BotCoach.Chat;
using BotCoach.Coaching;
using BotCoach.Slack;

namespace BotCoach.Host;

/// <summary>
/// Takes a workspace's token away when it removes the app, behind the coach, who ends everything there. Removed from a whole
/// enterprise, the app is removed from each workspace that it was heard of in.
/// </summary>
internal sealed class InstallNotices(Removals removals, InstallationsTable table, Installations installations) : IWorkspaceNoticeHandler
{
    /// <inheritdoc/>
    public async Task HandleAsync(WorkspaceNotice notice, CancellationToken cancellationToken)
    {
        await removals.HandleAsync(notice, cancellationToken);
        if (notice is not { Change: WorkspaceChange.Removed, Workspace: { Channel: SlackSetup.Channel, Workspace: var removed } })
        {
            return;
        }

        foreach (var served in await table.ServedByAsync(removed, cancellationToken))
        {
            await removals.HandleAsync(notice with { Workspace = notice.Workspace with { Workspace = served } }, cancellationToken);
        }

        // Last: until then the notice finds everything again when it comes again.
        await installations.RemoveAsync(removed, notice.At, cancellationToken);
    }
}
