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

    private readonly Loop _loop = new();
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

    /// <summary>
    /// Runs every shard on every node again and again, as Quartz does, until so many were sent or some time is over, and
    /// then stops as the service does.
    /// </summary>
    /// <param name="nodes">The nodes.</param>
    /// <param name="sends">How many sends end it.</param>
    /// <param name="most">How long it goes on at most.</param>
    /// <param name="look">Looks at the world at each moment at which something happened.</param>
    public void Run(IReadOnlyList<Dispatcher> nodes, int sends, TimeSpan most, Action? look = null)
    {
        using var inside = _loop.Enter();
        using var over = new CancellationTokenSource();
        var end = Clock.GetUtcNow() + most;
        var runs = nodes.SelectMany(node => Enumerable.Range(0, Get<ShardMap>().Count).Select(shard => LookAfterAsync(node, shard, over.Token))).ToList();
        while (Sends.Count < sends && Clock.GetUtcNow() < end)
        {
            Settle();
            look?.Invoke();
            Clock.Step(end);
        }

        over.Cancel();
        for (Settle(); !runs.TrueForAll(run => run.IsCompleted); Settle())
        {
            if (!Clock.Step(Clock.GetUtcNow().AddMinutes(10)))
            {
                _loop.WaitForMore();
            }
        }

        Assert.All(runs, run => Assert.True(run.IsCompletedSuccessfully, run.Exception?.ToString()));
    }

    /// <summary>How many rows of the Due table a node holds at present.</summary>
    public int Held()
    {
        var held = HeldAsync();
        Settle();
        Assert.True(held.IsCompletedSuccessfully);
        return held.Result;
    }

    private async Task<int> HeldAsync()
    {
        var held = 0;
        for (var shard = 0; shard < Get<ShardMap>().Count; shard++)
        {
            var page = await Get<DueTable>().ReadDueAsync(shard, Clock.GetUtcNow(), "", CancellationToken.None);
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
                await Task.Delay(next, Clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            }
        }
    }

    private void Settle()
    {
        using var inside = _loop.Enter();
        _loop.Settle(() => Store.UnderWay == 0);
    }
}
