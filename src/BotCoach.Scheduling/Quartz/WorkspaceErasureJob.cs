using BotCoach.Coaching;
using BotCoach.Storage;
using Microsoft.Extensions.Logging;
using Quartz;

namespace BotCoach.Scheduling;

/// <summary>Erases the workspaces that removed the app long ago; see <see cref="WorkspaceErasure"/>.</summary>
[DisallowConcurrentExecution]
internal sealed partial class WorkspaceErasureJob(WorkspaceErasure erasure, ITableStore store, ILogger<WorkspaceErasureJob> logger) : IJob
{
    /// <summary>How often to look: an hour more or less does not count after a month.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    private readonly SlotsTable _slots = new(store);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        foreach (var workspace in await erasure.DueAsync(cancellationToken))
        {
            // Before the rest: when that is done, the workspace is no longer known.
            await _slots.ForgetAsync((workspace.Workspace.Channel, workspace.Workspace.Workspace), cancellationToken);
            var rows = await erasure.RunAsync(workspace, cancellationToken);
            Log.Erased(logger, workspace.Workspace.Channel, workspace.Workspace.Workspace, rows);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Erased the workspace {Channel} {Workspace}, which removed the app a month ago: {Count} rows.")]
        public static partial void Erased(ILogger logger, string channel, string workspace, long count);
    }
}
