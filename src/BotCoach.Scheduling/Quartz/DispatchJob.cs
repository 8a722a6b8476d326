using System.Globalization;
using Quartz;

namespace BotCoach.Scheduling;

/// <summary>Looks after one shard, once for each firing, never twice at the same time.</summary>
[DisallowConcurrentExecution]
internal sealed class DispatchJob(Dispatcher dispatcher) : IJob
{
    /// <summary>The key under which a job's data names its shard.</summary>
    public const string Shard = "shard";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var shard = int.Parse(context.MergedJobDataMap.GetString(Shard)!, CultureInfo.InvariantCulture);
        await dispatcher.RunAsync(shard, cancellationToken);
    }
}
