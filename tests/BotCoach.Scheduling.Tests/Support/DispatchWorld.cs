using System.Collections.Concurrent;
using BotCoach.Chat;
using BotCoach.Coaching;
using BotCoach.Storage;
using BotCoach.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BotCoach.Scheduling.Tests;

/// <summary>
/// Dispatchers on one store, in a world where time goes on only when there is nothing left to do at present: a minute of
/// waiting for gates takes a moment.
/// </summary>
internal sealed class DispatchWorld : IAsyncDisposable
{
    /// <summary>Monday 23 November 2026, 09:15 in Berlin: when everybody's first nudge is due.</summary>
    public static readonly DateTimeOffset NudgeTime = new(2026, 11, 23, 8, 15, 0, TimeSpan.Zero);

    // As many looks in a row must find nothing under way; a continuation takes less than the time between two of them.
    private const int QuietLooks = 3;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMicroseconds(300);

    // What a busy machine has not begun when time goes on is late by this at most.
    private static readonly TimeSpan LongestStep = TimeSpan.FromMilliseconds(200);

    private readonly CoachDesk _desk;

    private DispatchWorld(CoachDesk desk, SteppedClock clock, SchedulingOptions options)
    {
        (_desk, Clock, Options) = (desk, clock, options);
        Store = (WatchedStore)desk.Get<ITableStore>();
        Channel.Sending = conversation => Sends.Enqueue((clock.GetUtcNow(), conversation));
    }

    public SteppedClock Clock { get; }

    public SchedulingOptions Options { get; }

    public WatchedStore Store { get; }

    public RecordingChannel Channel => _desk.Channel;

    /// <summary>Every send, with its time.</summary>
    public ConcurrentQueue<(DateTimeOffset At, ConversationAddress Conversation)> Sends { get; } = new();

    public static async Task<DispatchWorld> OpenAsync(SendingLimits limits, int shards = 4, SchedulingOptions? options = null)
    {
        var clock = new SteppedClock(CoachDesk.MondayMorning);
        options ??= new SchedulingOptions();
        var desk = await CoachDesk.OpenAsync(configure: services => services
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton<ITableStore>(new WatchedStore((ITableStore)services.Last(service => service.ServiceType == typeof(ITableStore)).ImplementationInstance!))
            .AddSingleton(new ShardMap(shards))
            .AddSingleton<IOptions<SchedulingOptions>>(new OptionsWrapper<SchedulingOptions>(options)));
        await desk.Store.EnsureTablesAsync(SchedulingServices.Tables, CancellationToken.None);
        desk.Channel.Limits = limits;
        desk.Channel.CanBeSearched = false;
        return new DispatchWorld(desk, clock, options);
    }

    /// <summary>Lets people of a workspace choose a plan.</summary>
    public async Task<IReadOnlyList<PersonAddress>> EnrolAsync(string workspace, int count)
    {
        List<PersonAddress> people = [.. Enumerable.Range(0, count).Select(number => new PersonAddress(RecordingChannel.ChannelName, workspace, $"p{number}"))];
        foreach (var person in people)
        {
            await _desk.CommandAsync("coach", "plan standard", person);
        }

        return people;
    }

    public T Get<T>()
        where T : notnull => _desk.Get<T>();

    /// <summary>A node: a dispatcher with gates of its own.</summary>
    public Dispatcher Node() => ActivatorUtilities.CreateInstance<Dispatcher>(_desk.Services);

    /// <summary>Runs every shard on every node again and again, as Quartz does, until so many were sent or some time is over.</summary>
    public async Task RunAsync(IReadOnlyList<Dispatcher> nodes, int sends, TimeSpan most, CancellationToken stopping = default)
    {
        var end = Clock.GetUtcNow() + most;
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var runs = nodes.SelectMany(node => Enumerable.Range(0, Get<ShardMap>().Count).Select(shard => Task.Run(() => LookAfterAsync(node, shard, over.Token)))).ToList();
        while (Sends.Count < sends && Clock.GetUtcNow() < end && !runs.TrueForAll(run => run.IsCompleted))
        {
            await SettleAsync();
            Clock.Step(Clock.GetUtcNow() + LongestStep);
        }

        await over.CancelAsync();
        while (!runs.TrueForAll(run => run.IsCompleted))
        {
            await SettleAsync();
            Clock.Step(Clock.GetUtcNow() + LongestStep);
        }

        await Task.WhenAll(runs);
    }

    /// <summary>The rows of the Due table that a node holds at present.</summary>
    public async Task<int> HeldAsync()
    {
        var held = 0;
        for (var shard = 0; shard < Get<ShardMap>().Count; shard++)
        {
            var page = await Get<DueTable>().ReadDueAsync(shard, Clock.GetUtcNow(), "", TableRules.MaxPage, CancellationToken.None);
            held += page.Rows.Count(row => row.ClaimedUntil > Clock.GetUtcNow());
        }

        return held;
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    private async Task LookAfterAsync(Dispatcher node, int shard, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            var start = Clock.GetUtcNow();
            try
            {
                await node.RunAsync(shard, stopping);
            }
            catch (TableUnavailableException)
            {
                // Quartz logs it, and fires again.
            }

            var next = start.AddSeconds(Options.PollSeconds) - Clock.GetUtcNow();
            if (next > TimeSpan.Zero)
            {
                await Task.Delay(next, Clock, stopping).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            }
        }
    }

    private async Task SettleAsync()
    {
        var seen = -1;
        for (var quiet = 0; quiet < QuietLooks;)
        {
            for (var start = TimeProvider.System.GetTimestamp(); TimeProvider.System.GetElapsedTime(start) < BetweenLooks;)
            {
                await Task.Yield();
            }

            var now = Store.Reads + Store.Writes + Sends.Count;
            quiet = Store.UnderWay == 0 && now == seen ? quiet + 1 : 0;
            seen = now;
        }
    }
}
