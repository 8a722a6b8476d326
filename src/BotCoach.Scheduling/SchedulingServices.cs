using BotCoach.Coaching;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace BotCoach.Scheduling;

/// <summary>Puts the scheduling together.</summary>
public static class SchedulingServices
{
    /// <summary>The name of the health check that says whether this node takes its turns at the shards.</summary>
    public const string HealthCheck = "schedule";

    /// <summary>The tables that the scheduling needs besides those of the coach. What they hold need not outlive a move.</summary>
    public static IReadOnlyList<string> Tables { get; } = [SlotsTable.Name];

    /// <summary>
    /// Adds the dispatcher and one Quartz job for each shard: a million people cost as many triggers as one. On one machine
    /// the triggers live in memory; with <see cref="SchedulingOptions.Postgres"/> they live in a database, through which any
    /// number of nodes take turns. What they look after is in the tables either way.
    /// </summary>
    /// <param name="services">The services, with the coach among them.</param>
    /// <param name="shards">The shards of the store.</param>
    /// <param name="options">How often to look, and with whom.</param>
    /// <param name="store">What the store is called, the same on every node and in no other cluster; not a secret.</param>
    /// <param name="healthTags">What the health check is marked with.</param>
    public static IServiceCollection AddScheduling(
        this IServiceCollection services, ShardMap shards, SchedulingOptions options, string store, params IEnumerable<string> healthTags)
    {
        ArgumentNullException.ThrowIfNull(shards);
        ArgumentNullException.ThrowIfNull(options);
        return services
            .AddSingleton<Dispatcher>()
            .AddHostedService<ShardSchedule>()
            .AddHostedService<UpkeepSchedule>()
            .AddQuartz(quartz =>
            {
                quartz.ConfigureScheduler(scheduler =>
                {
                    // A stopping service takes up nothing more, and waits for what it is sending.
                    scheduler.ShutdownJobInterruption = ShutdownJobInterruption.WhenWaitingForJobs;
                    // A poll is nobody's doing: there is no trace that it could link back to.
                    scheduler.PropagateTraceContext = false;
                });
                // A run waits for the platforms most of its time, which takes no thread: no shard has to wait for another.
                quartz.UseDefaultThreadPool(shards.Count + UpkeepSchedule.Jobs);
                quartz.AddQuartzHealthChecks(health =>
                {
                    health.Name = HealthCheck;
                    health.Tags.AddRange(healthTags);
                });
                if (options.IsClustered)
                {
                    quartz.UseCluster(options.Postgres!, store, shards.Count, TimeSpan.FromSeconds(options.PollSeconds));
                }
            });
    }
}
