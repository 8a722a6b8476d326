using System.Globalization;
using Microsoft.Extensions.Hosting;
using Quartz;

namespace BotCoach.Scheduling;

/// <summary>Keeps the jobs in the scheduler that look after the store as a whole, one of each for all nodes together.</summary>
internal sealed class UpkeepSchedule(ISchedulerFactory schedulers, TimeProvider clock) : IHostedService
{
    /// <summary>How many jobs there are.</summary>
    public const int Jobs = 3;

    private const string Group = "upkeep";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        await KeepAsync<InsightsJob>(scheduler, "insights", InsightsJob.Interval, cancellationToken);
        await KeepAsync<ErasureJob>(scheduler, "erasures", ErasureJob.Interval, cancellationToken);
        await KeepAsync<WorkspaceErasureJob>(scheduler, "workspaces", WorkspaceErasureJob.Interval, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // As in ShardSchedule: nodes that start at the same time write the same, and only what is not as it should be is written.
    private async Task KeepAsync<TJob>(IScheduler scheduler, string name, TimeSpan interval, CancellationToken cancellationToken)
        where TJob : IJob
    {
        var description = string.Create(CultureInfo.InvariantCulture, $"{typeof(TJob).FullName}, {interval.TotalSeconds} s after it was last done");
        var there = await scheduler.GetTrigger(new TriggerKey(name, Group), cancellationToken);
        if (there?.Description == description)
        {
            return;
        }

        var job = JobBuilder.Create<TJob>().WithIdentity(name, Group).Build();
        var trigger = TriggerBuilder.Create(clock)
            .WithIdentity(name, Group)
            .WithDescription(description)
            .ForJob(job)
            .StartAt(clock.GetUtcNow() + interval / 4)
            .WithSimpleSchedule(schedule => schedule.RepeatAfterEachRun(interval))
            .Build();
        await scheduler.ScheduleJobs(
            new Dictionary<IJobDetail, IReadOnlyCollection<ITrigger>> { [job] = [trigger] }, ScheduleJobOptions.Replacing, cancellationToken);
    }
}
