using System.Globalization;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Quartz;

namespace BotCoach.Scheduling;

/// <summary>Keeps the jobs in the scheduler that look after the store as a whole, one of each for all nodes together.</summary>
internal sealed class UpkeepSchedule(ISchedulerFactory schedulers, IOptions<SchedulingOptions> options, TimeProvider clock) : IHostedService
{
    private const string Group = "upkeep";

    private static readonly Upkeep[] _all =
    [
        new("insights", InsightsJob.Interval, typeof(InsightsJob)),
        new("digests", DigestJob.Interval, typeof(DigestJob)),
        new("erasures", ErasureJob.Interval, typeof(ErasureJob)),
        new("workspaces", WorkspaceErasureJob.Interval, typeof(WorkspaceErasureJob)),
        new("retention", RetentionJob.Interval, typeof(RetentionJob)),
    ];

    /// <summary>How many jobs there are.</summary>
    public static int Jobs => _all.Length;

    /// <exception cref="ClusterUnavailableException">The database that the schedule is to be kept in cannot be used any more.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await KeepAsync(await schedulers.GetScheduler(cancellationToken), cancellationToken);
        }
        catch (SchedulerException refused) when (options.Value.IsClustered)
        {
            throw Cluster.Unavailable(refused);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // As in ShardSchedule: nodes that start at the same time write the same, and only what is not as it should be is written.
    private async Task KeepAsync(IScheduler scheduler, CancellationToken cancellationToken)
    {
        var sound = await scheduler.SoundTriggersAsync(Group, name => Array.Find(_all, job => job.Name == name)?.Description, cancellationToken);
        var wanted = _all.Where(job => !sound.Contains(job.Name)).ToList();
        if (wanted.Count > 0)
        {
            await scheduler.ScheduleJobs(
                wanted.ToDictionary(Job, IReadOnlyCollection<ITrigger> (job) => [Trigger(job)]), ScheduleJobOptions.Replacing, cancellationToken);
        }
    }

    private static IJobDetail Job(Upkeep job) => JobBuilder.Create().OfType(job.Kind).WithIdentity(job.Name, Group).Build();

    private ITrigger Trigger(Upkeep job) => TriggerBuilder.Create(clock)
        .WithIdentity(job.Name, Group)
        .WithDescription(job.Description)
        .ForJob(job.Name, Group)
        .StartAt(clock.GetUtcNow() + job.Interval / 4)
        .WithSimpleSchedule(schedule => schedule.RepeatAfterEachRun(job.Interval))
        .Build();

    // A job and how often it is done.
    private sealed record Upkeep(string Name, TimeSpan Interval, Type Kind)
    {
        // Stands beside the trigger in the scheduler, for people and for the comparison.
        public string Description { get; } =
            string.Create(CultureInfo.InvariantCulture, $"{Kind.FullName}, {Interval.TotalSeconds} s after it was last done");
    }
}
