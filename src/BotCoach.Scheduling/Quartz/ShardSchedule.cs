using System.Globalization;
using BotCoach.Coaching;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Quartz;

namespace BotCoach.Scheduling;

/// <summary>
/// Keeps one job and one trigger for each shard in the scheduler, and runs it. In memory there are none at first; in a database
/// other nodes, or this one's earlier life, have left theirs, and only what is not as it should be is written. Nodes that start
/// at the same time write the same.
/// </summary>
internal sealed partial class ShardSchedule(
    ISchedulerFactory schedulers, ShardMap shards, IOptions<SchedulingOptions> options, TimeProvider clock, ILogger<ShardSchedule> logger) : IHostedService
{
    /// <summary>The group of the jobs, and of the triggers, which have the same names.</summary>
    public const string Group = "dispatch";

    private readonly TimeSpan _poll = TimeSpan.FromSeconds(options.Value.PollSeconds);

    // A host may stop its services more than once, and also those that could not start.
    private readonly Lock _stopping = new();
    private IScheduler? _scheduler;
    private Task? _stopped;

    // Stands beside each trigger in the scheduler, for people and for the comparison.
    private string Description => string.Create(
        CultureInfo.InvariantCulture, $"{typeof(DispatchJob).FullName}, {_poll.TotalSeconds} s after it was last done");

    /// <exception cref="ClusterUnavailableException">The database that the schedule is to be kept in cannot be used.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            _scheduler = await schedulers.GetScheduler(cancellationToken);
            await KeepAsync(_scheduler, cancellationToken);
            await _scheduler.Start(cancellationToken);
        }
        catch (SchedulerException refused) when (options.Value.IsClustered)
        {
            throw Cluster.Unavailable(refused);
        }
    }

    /// <summary>Takes up nothing more, waits for what is being sent, and lets go of what was to be looked at next.</summary>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        lock (_stopping)
        {
            return _stopped ??= _scheduler is { } scheduler ? StopAsync(scheduler, cancellationToken) : Task.CompletedTask;
        }
    }

    private async Task StopAsync(IScheduler scheduler, CancellationToken cancellationToken)
    {
        var stopped = scheduler.Shutdown(waitForJobsToComplete: true, cancellationToken).AsTask();
        // Quartz would try to let go until the database is back, however long that is.
        await Task.WhenAny(stopped, Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken));
        if (stopped.IsCompleted)
        {
            await stopped;
        }
        else
        {
            Log.LeftWithoutAWord(logger);
        }
    }

    private async Task KeepAsync(IScheduler scheduler, CancellationToken cancellationToken)
    {
        var wanted = Enumerable.Range(0, shards.Count).Select(ShardMap.Name).ToHashSet(StringComparer.Ordinal);
        var there = await scheduler.GetJobKeys(GroupMatcher<JobKey>.GroupEquals(Group), cancellationToken);
        var leftovers = there.Where(job => !wanted.Contains(job.Name)).ToList();
        if (leftovers.Count > 0)
        {
            await scheduler.DeleteJobs(leftovers, cancellationToken);
            Log.Removed(logger, leftovers.Count);
        }

        wanted.ExceptWith(await scheduler.SoundTriggersAsync(Group, _ => Description, cancellationToken));
        if (wanted.Count > 0)
        {
            await scheduler.ScheduleJobs(
                wanted.ToDictionary(Job, IReadOnlyCollection<ITrigger> (shard) => [Trigger(shard)]), ScheduleJobOptions.Replacing, cancellationToken);
        }

        if (options.Value.IsClustered)
        {
            Log.Joined(logger, scheduler.SchedulerInstanceId, shards.Count, wanted.Count);
        }
    }

    private static IJobDetail Job(string shard) => JobBuilder.Create<DispatchJob>()
        .WithIdentity(shard, Group)
        .UsingJobData(DispatchJob.Shard, shard)
        .Build();

    // The first runs are spread over the interval, so that the nodes take the shards in turns and the store is asked evenly.
    private ITrigger Trigger(string shard) => TriggerBuilder.Create(clock)
        .WithIdentity(shard, Group)
        .WithDescription(Description)
        .ForJob(shard, Group)
        .StartAt(clock.GetUtcNow() + (_poll * int.Parse(shard, CultureInfo.InvariantCulture) / shards.Count))
        .WithSimpleSchedule(schedule => schedule.RepeatAfterEachRun(_poll))
        .Build();

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "This node is {Node}. It takes its turns at {Count} shards, of which it wrote {Written} into the schedule.")]
        public static partial void Joined(ILogger logger, string node, int count, int written);

        [LoggerMessage(LogLevel.Warning, "This node stops without a word to the others, since the schedule's database does not answer. They miss it soon.")]
        public static partial void LeftWithoutAWord(ILogger logger);

        [LoggerMessage(LogLevel.Information, "Removed the schedule of {Count} shards that the store does not have.")]
        public static partial void Removed(ILogger logger, int count);
    }
}
