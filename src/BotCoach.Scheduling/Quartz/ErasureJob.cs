using BotCoach.Coaching;
using Microsoft.Extensions.Logging;
using Quartz;

namespace BotCoach.Scheduling;

/// <summary>Erases once more those who were erased a while ago; see <see cref="Erasures"/>.</summary>
[DisallowConcurrentExecution]
internal sealed partial class ErasureJob(Erasures erasures, ILogger<ErasureJob> logger) : IJob
{
    /// <summary>How often to look: a third of the time after which there is something to do.</summary>
    public static readonly TimeSpan Interval = Erasures.Again / 3;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (await erasures.RunAgainAsync(cancellationToken) is var count and > 0)
        {
            Log.Erased(logger, count);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Looked again after {Count} erasures.")]
        public static partial void Erased(ILogger logger, int count);
    }
}
