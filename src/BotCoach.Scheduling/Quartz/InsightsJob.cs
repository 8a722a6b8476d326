using BotCoach.Coaching;
using Microsoft.Extensions.Logging;
using Quartz;

namespace BotCoach.Scheduling;

/// <summary>Brings the figures of every workspace up to date, one after the other and never twice at the same time.</summary>
[DisallowConcurrentExecution]
internal sealed partial class InsightsJob(GroupsTable groups, Removals removals, InsightsUpdate insights, ILogger<InsightsJob> logger) : IJob
{
    /// <summary>
    /// How often to look. Weeks close once in seven days; what was changed in a closed one, or erased, shows after an hour at most.
    /// </summary>
    public static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        foreach (var workspace in await groups.WorkspacesAsync(cancellationToken))
        {
            if (await removals.IsRemovedAsync(workspace, cancellationToken))
            {
                // Nobody looks at its figures; should it come back, the weeks in between are counted then.
                continue;
            }

            try
            {
                var weeks = await insights.RunAsync(workspace, cancellationToken);
                if (weeks.Count > 0)
                {
                    Log.Made(logger, workspace.Channel, workspace.Workspace, weeks.Count);
                }
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                // The other workspaces are not to wait for it; the next run finds its work again.
                Log.Failed(logger, workspace.Channel, workspace.Workspace, problem);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Made the figures of {Count} weeks of {Channel} {Workspace}.")]
        public static partial void Made(ILogger logger, string channel, string workspace, int count);

        [LoggerMessage(LogLevel.Error, "The figures of {Channel} {Workspace} could not be made; they are tried again.")]
        public static partial void Failed(ILogger logger, string channel, string workspace, Exception problem);
    }
}
