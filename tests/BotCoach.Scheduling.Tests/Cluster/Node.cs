using System.Collections.Concurrent;
using BotCoach.Chat;
using BotCoach.Coaching;
using BotCoach.Storage;
using BotCoach.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Quartz;

namespace BotCoach.Scheduling.Tests;

/// <summary>
/// As much of a host as polls: the scheduling, on a store in memory that nothing is due in, by the real clock. It keeps
/// account of the shards that it looked at.
/// </summary>
internal sealed class Node : IAsyncDisposable, IJobListener
{
    /// <summary>How long it may take to stop.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly SqliteTableStore _store = new(new SqliteTableStoreOptions { Path = SqliteTableStoreOptions.InMemory });
    private readonly ConcurrentQueue<string> _looked = new();
    private int _begun;
    private IHost _host = null!;

    private Node()
    {
    }

    /// <summary>The shards that it was done looking at, in order.</summary>
    public IReadOnlyList<string> Looked => [.. _looked];

    /// <summary>How many looks it has begun.</summary>
    public int Begun => Volatile.Read(ref _begun);

    public IScheduler Scheduler { get; private set; } = null!;

    /// <summary>Holds every look up until it is done.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    /// <param name="options">How to look.</param>
    /// <param name="shards">How many shards the store has.</param>
    /// <param name="store">What the store is called.</param>
    public static async Task<Node> StartAsync(SchedulingOptions options, int shards, string store = "a store")
    {
        var node = new Node();
        try
        {
            await node._store.EnsureTablesAsync(CoachingServices.Tables, default);
            var map = new ShardMap(shards);
            node._host = new HostBuilder()
                .ConfigureServices(services => services
                    .Configure<HostOptions>(host => host.ShutdownTimeout = Patience)
                    .AddSingleton(TimeProvider.System)
                    .AddSingleton<ITableStore>(node._store)
                    .AddSingleton(map)
                    .AddSingleton<IOptions<SchedulingOptions>>(new OptionsWrapper<SchedulingOptions>(options))
                    .AddSingleton<IChatChannel>(new RecordingChannel())
                    .AddSingleton<ChatChannels>()
                    .AddCoaching()
                    .AddScheduling(map, options, store)
                    .AddQuartz(quartz => quartz.AddJobListener(node)))
                .Build();
            await node._host.StartAsync();
            node.Scheduler = await node._host.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
            return node;
        }
        catch
        {
            await node.DisposeAsync();
            throw;
        }
    }

    /// <summary>The triggers of the shards as they stand in the schedule, or those of another group.</summary>
    public async Task<IReadOnlyList<TriggerHeader>> TriggersAsync(string group = "dispatch") =>
        (await Scheduler.QueryTriggers(new TriggerQuery { Group = GroupMatcher<TriggerKey>.GroupEquals(group), Take = int.MaxValue })).Items;

    /// <summary>Looks once more whether the jobs are scheduled that look after the store as a whole, as a start does.</summary>
    public Task KeepUpkeepAsync() => ActivatorUtilities.CreateInstance<UpkeepSchedule>(_host.Services).StartAsync(CancellationToken.None);

    /// <summary>Stops it as a signal would.</summary>
    public Task StopAsync() => _host.StopAsync();

    public async ValueTask JobToBeExecuted(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _begun);
        await Gate;
    }

    public ValueTask JobWasExecuted(IJobExecutionContext context, JobExecutionException? jobException, CancellationToken cancellationToken = default)
    {
        _looked.Enqueue(context.JobDetail.Key.Name);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.StopAsync();
            _host.Dispose();
        }

        await _store.DisposeAsync();
    }
}
