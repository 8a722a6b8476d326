using BotCoach.Coaching;
using Microsoft.Extensions.Logging;
using Quartz;

namespace BotCoach.Scheduling;

/// <summary>Takes away what is too old; see <see cref="Retention"/>.</summary>
[DisallowConcurrentExecution]
internal sealed partial class RetentionJob(Retention retention, ILogger<RetentionJob> logger) : IJob
{
    /// <summary>
    /// How often to look whether it is time: it is once a day, also for a service that is started more often than that, and
    /// what was cut short is gone on with soon.
    /// </summary>
    public static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        foreach (var (kind, count) in await retention.RunAsync(cancellationToken))
        {
            Log.Forgotten(logger, kind, count);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Retention: {Count} old rows of {Kind} are gone.")]
        public static partial void Forgotten(ILogger logger, string kind, long count);
    }
}
