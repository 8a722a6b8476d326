using System.Globalization;
using BotCoach.Chat;
using BotCoach.Coaching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;

namespace BotCoach.Benchmarks;

/// <summary>
/// The yardstick: one cron trigger for each person in Quartz's clustered PostgreSQL store, and a job that renders the card and
/// sends it. It reads no person and records no delivery, so it does less than the coach for each nudge.
/// </summary>
internal static class CronPerPerson
{
    private const string Person = "person";
    private const int SchedulesPerTransaction = 500;

    /// <summary>Lets it send.</summary>
    /// <param name="people">How many triggers, all due in the same minute.</param>
    /// <param name="jobs">How many jobs run at the same time.</param>
    /// <param name="patience">When to give up.</param>
    public static async Task<EngineRun> RunAsync(int people, int jobs, TimeSpan patience)
    {
        var clock = TimeProvider.System;
        var channel = new InstantChannel();
        await using var postgres = await PostgresServer.StartNewAsync();
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services
            .AddSingleton(channel)
            .AddSingleton(PracticeCatalogue.Load())
            .AddQuartz(quartz =>
            {
                quartz.UseDefaultThreadPool(jobs);
                quartz.UsePersistentStore(store =>
                {
                    store.UsePostgres(postgres.ConnectionString);
                    store.UseSystemTextJsonSerializer(_ => { });
                    store.UseClustering(_ => { });
                    store.ProvisionSchema();
                });
            });
        using var host = builder.Build();
        var scheduler = await host.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();

        // The cron time lies ahead until all are written, and the scheduler starts when it has come.
        var due = await ScheduleAsync(scheduler, people, clock);
        if (due - clock.GetUtcNow() is { Ticks: > 0 } wait)
            await Task.Delay(wait, clock);
        var start = clock.GetTimestamp();
        await scheduler.Start();
        await EngineRun.WaitAsync(channel, people, patience);
        await scheduler.Shutdown(waitForJobsToComplete: true);
        return new EngineRun(people, clock.GetElapsedTime(start), channel.Count, channel.Duplicates);
    }

    private static async Task<DateTimeOffset> ScheduleAsync(IScheduler scheduler, int people, TimeProvider clock)
    {
        var job = JobBuilder.Create<SendJob>().WithIdentity("send").StoreDurably().Build();
        await scheduler.AddJob(job);
        var due = Minute(clock.GetUtcNow() + TimeFor(people));
        foreach (var chunk in Enumerable.Range(0, people).Chunk(SchedulesPerTransaction))
        {
            await scheduler.ScheduleJobs(
                new Dictionary<IJobDetail, IReadOnlyCollection<ITrigger>> { [job] = [.. chunk.Select(person => Trigger(job, person, due))] }, new ScheduleJobOptions { Replace = true });
        }

        return clock.GetUtcNow() <= due ? due : throw new BenchmarkException("The triggers could not be written before they came due.");
    }

    private static ITrigger Trigger(IJobDetail job, int person, DateTimeOffset due) => TriggerBuilder.Create()
        .ForJob(job)
        .WithIdentity($"person-{person.ToString(CultureInfo.InvariantCulture)}")
        .UsingJobData(Person, person.ToString(CultureInfo.InvariantCulture))
        // Whoever comes late through no fault of the clock is not to be treated as missed, which would cost it more.
        .WithMisfireThreshold(TimeSpan.FromHours(1))
        .WithCronSchedule(string.Create(CultureInfo.InvariantCulture, $"0 {due.Minute} {due.Hour} ? * *"), cron => cron.InTimeZone(TimeZoneInfo.Utc))
        .Build();

    private static TimeSpan TimeFor(int people) => TimeSpan.FromSeconds(30) + TimeSpan.FromMilliseconds(5 * people);

    private static DateTimeOffset Minute(DateTimeOffset time) => new DateTimeOffset(
        time.Year, time.Month, time.Day, time.Hour, time.Minute, 0, TimeSpan.Zero).AddMinutes(1);

    /// <summary>Sends what the coach would send.</summary>
    public sealed class SendJob : IJob
    {
        private readonly InstantChannel _channel;
        private readonly PracticeCatalogue _catalogue;

        public SendJob(IServiceProvider services)
        {
            _channel = services.GetRequiredService<InstantChannel>();
            _catalogue = services.GetRequiredService<PracticeCatalogue>();
        }

        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
        {
            var number = int.Parse(context.MergedJobDataMap.GetString(Person)!, CultureInfo.InvariantCulture);
            var (practice, wording) = Rotation.At(_catalogue, number);
            var key = NudgeKey.OfPractice(DateOnly.FromDateTime(context.FireTimeUtc.UtcDateTime), practice.Id, wording);
            var conversation = new ConversationAddress(InstantChannel.ChannelName, "T1", InstantChannel.Person(number, default).Conversation);
            await _channel.SendAsync(conversation, NudgeCards.Open(Language.English, practice, key, NudgeCards.WhyTried(Language.English)), key.ToString(), cancellationToken);
        }
    }
}
