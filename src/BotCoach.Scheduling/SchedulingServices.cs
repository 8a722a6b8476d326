using BotCoach.Coaching;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace BotCoach.Scheduling;

/// <summary>Puts the scheduling together.</summary>
public static class SchedulingServices
{
    /// <summary>The tables that the scheduling needs besides those of the coach. What they hold need not outlive a move.</summary>
    public static IReadOnlyList<string> Tables { get; } = [SlotsTable.Name];

    /// <summary>
    /// Adds the dispatcher and one Quartz job for each shard: a million people cost as many triggers as one. The triggers
    /// live in memory; what they look after is in the tables.
    /// </summary>
    /// <param name="services">The services, with the coach among them.</param>
    /// <param name="shards">The shards of the store.</param>
    /// <param name="options">How often to look.</param>
    public static IServiceCollection AddScheduling(this IServiceCollection services, ShardMap shards, SchedulingOptions options)
    {
        ArgumentNullException.ThrowIfNull(shards);
        ArgumentNullException.ThrowIfNull(options);
        var poll = TimeSpan.FromSeconds(options.PollSeconds);
        return services
            .AddSingleton<Dispatcher>()
            .AddQuartz(quartz =>
            {
                // A run waits for the platforms most of its time, which takes no thread: no shard has to wait for another.
                quartz.UseDefaultThreadPool(shards.Count);

                // A stopping service takes up nothing more, and waits for what it is sending.
                quartz.ConfigureScheduler(scheduler => scheduler.ShutdownJobInterruption = ShutdownJobInterruption.WhenWaitingForJobs);
                for (var shard = 0; shard < shards.Count; shard++)
                {
                    var name = ShardMap.Name(shard);
                    quartz.ScheduleJob<DispatchJob>(
                        trigger => trigger
                            .WithIdentity(name, "dispatch")
                            .WithSimpleSchedule(schedule => schedule.WithInterval(poll).RepeatForever()),
                        job => job.WithIdentity(name, "dispatch").UsingJobData(DispatchJob.Shard, name));
                }
            })
            .AddQuartzHostedService(hosted => hosted.WaitForJobsToComplete = true);
    }
}
