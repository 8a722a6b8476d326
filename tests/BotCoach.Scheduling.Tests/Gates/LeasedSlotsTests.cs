using BotCoach.Chat;
using BotCoach.Storage;
using FsCheck;
using FsCheck.Fluent;

namespace BotCoach.Scheduling.Tests;

/// <summary>Nodes that share the budget of one workspace through one store.</summary>
public sealed class LeasedSlotsTests : IAsyncLifetime
{
    private static readonly RateWindow FiftyASecond = new(50, TimeSpan.FromSeconds(1));

    private readonly List<LeasedSlots> _slots = [];
    private SqliteTableStore _store = null!;
    private int _leases;
    private int _workspaces;

    public async Task InitializeAsync() => _store = await OpenStoreAsync();

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void Together_they_get_nearly_all_of_the_rate_and_never_more(int nodes)
    {
        using var world = Enter();
        var gates = Nodes(world, nodes, [FiftyASecond]);
        gates.ForEach(gate => world.Send(gate, 3_000 / nodes));
        world.Pass(TimeSpan.FromMinutes(2));

        Windows.AssertKept([FiftyASecond], world.Left);
        Assert.Equal(3_000 / nodes * nodes, world.Left.Count);
        Assert.InRange(world.Left[^1] - GateWorld.Start, TimeSpan.Zero, TimeSpan.FromSeconds(world.Left.Count / 50.0 / 0.95));
    }

    [Fact]
    public void Each_node_gets_its_part()
    {
        using var world = Enter();
        var nodes = Nodes(world, 2, [FiftyASecond]).ConvertAll(gate => world.Send(gate, 1_000));
        world.Pass(TimeSpan.FromSeconds(10));

        Assert.All(nodes, messages => Assert.InRange(messages.Count(message => message.LeftAt is not null), 180, 300));
    }

    [Fact]
    public void A_store_is_written_to_once_for_some_fifty_messages()
    {
        using var world = Enter();
        world.Send(Nodes(world, 1, [FiftyASecond])[0], 2_000);
        world.Pass(TimeSpan.FromMinutes(1));

        Assert.Equal(2_000, world.Left.Count);
        Assert.InRange(_leases, 40, 55);
    }

    [Fact]
    public void Windows_are_kept_when_timers_are_late()
    {
        using var world = Enter();
        var random = new System.Random(11);
        Nodes(world, 2, [FiftyASecond]).ForEach(gate => world.Send(gate, 500));
        for (var step = 0; step < 2_000; step++)
        {
            world.Pass(TimeSpan.FromMilliseconds(random.Next(40)));
            world.Clock.Jump(TimeSpan.FromMilliseconds(random.Next(60)));
        }

        Assert.Equal(1_000, world.Left.Count);
        Windows.AssertKept([FiftyASecond], world.Left);
    }

    [Fact]
    public void Windows_are_kept_when_it_takes_long_from_the_gate_to_leaving()
    {
        using var world = Enter();
        var random = new System.Random(12);
        world.Preparation = () => TimeSpan.FromMilliseconds(random.Next(80));
        Nodes(world, 2, [FiftyASecond]).ForEach(gate => world.Send(gate, 500));
        world.Pass(TimeSpan.FromMinutes(2));

        Assert.Equal(1_000, world.Left.Count);
        Windows.AssertKept([FiftyASecond], world.Left);
    }

    [Fact]
    public void A_node_that_dies_loses_a_second_of_the_budget_and_no_more()
    {
        using var world = Enter();
        var gates = Nodes(world, 2, [FiftyASecond]);
        using var death = new CancellationTokenSource();
        world.Send(gates[0], 1_000, cancellationToken: death.Token);
        var others = world.Send(gates[1], 1_000);
        world.Pass(TimeSpan.FromSeconds(5));
        death.Cancel();
        var before = others.Count(message => message.LeftAt is not null);
        world.Pass(TimeSpan.FromSeconds(10));

        Assert.InRange(others.Count(message => message.LeftAt is not null) - before, 50 * 0.95 * 8.5, 50 * 10);
    }

    [Fact]
    public void Skipping_costs_no_slots()
    {
        using var world = Enter();
        var gate = Nodes(world, 1, [new RateWindow(5, TimeSpan.FromSeconds(1))])[0];
        var skipped = 0;
        for (var second = 0; second < 10; second++)
        {
            skipped += Enumerable.Range(0, 100).Count(_ => world.TurnBack(gate, "anna"));
            world.Pass(TimeSpan.FromSeconds(1));
        }

        Assert.InRange(skipped, 500, 1_000);
    }

    [Fact]
    public void A_store_that_is_away_is_asked_again()
    {
        using var world = Enter();
        var isAway = true;
        var gate = Node(world, [FiftyASecond], "slack", () => isAway);
        world.Send(gate, 10);
        world.Pass(TimeSpan.FromSeconds(5));
        Assert.Empty(world.Left);

        isAway = false;
        world.Pass(TimeSpan.FromSeconds(2));
        Assert.Equal(10, world.Left.Count);
    }

    /// <summary>Whatever the windows, how many nodes there are, and however late they wake.</summary>
    [Fact]
    public void No_window_is_ever_exceeded_by_all_nodes_together() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(40),
        Prop.ForAll(Scenarios().ToArbitrary(), scenario =>
        {
            using var world = Enter();
            var random = new System.Random(scenario.Seed);
            var gates = Nodes(world, scenario.Nodes, scenario.Windows);
            for (var round = 0; round < 12; round++)
            {
                gates.ForEach(gate => world.Send(gate, random.Next(6)));
                world.Pass(TimeSpan.FromMilliseconds(random.Next(2_000)));
                world.Clock.Jump(TimeSpan.FromMilliseconds(random.Next(100)));
            }

            world.Pass(TimeSpan.FromMinutes(20));
            Assert.Equal(world.Messages.Count, world.Left.Count);
            Windows.AssertKept(scenario.Windows, world.Left);
        }));

    private static async Task<SqliteTableStore> OpenStoreAsync()
    {
        var store = new SqliteTableStore(new SqliteTableStoreOptions { Path = SqliteTableStoreOptions.InMemory });
        await store.EnsureTablesAsync(SchedulingServices.Tables, CancellationToken.None);
        return store;
    }

    private GateWorld Enter()
    {
        _slots.Clear();
        return new GateWorld { IsSettled = () => _slots.TrueForAll(slots => slots.Leasing.IsCompleted) };
    }

    private List<WorkspaceGate> Nodes(GateWorld world, int count, IReadOnlyList<RateWindow> windows)
    {
        var workspace = $"T{_workspaces++}";
        return [.. Enumerable.Range(0, count).Select(_ => Node(world, windows, workspace, () => false))];
    }

    private WorkspaceGate Node(GateWorld world, IReadOnlyList<RateWindow> windows, string workspace, Func<bool> isAway) => new(
        new SendingLimits { Workspace = windows },
        mostUnderWay: 1_000,
        news =>
        {
            var table = new SlotsTable(_store);
            var slots = new LeasedSlots(
                SlotSpacing.Of(windows),
                (length, last) =>
                {
                    _leases++;
                    return isAway()
                        ? throw new TableUnavailableException()
                        : table.LeaseAsync(("chat", workspace), length, world.Clock.GetUtcNow, last);
                },
                _ => { },
                news,
                world.Clock);
            _slots.Add(slots);
            return slots;
        },
        world.Clock);

    private static Gen<Scenario> Scenarios() =>
        from nodes in Gen.Choose(1, 3)
        from count in Gen.Choose(1, 2)
        from windows in Gen.Zip(Gen.Choose(1, 12), Gen.Choose(1, 40)).ListOf(count)
        from seed in Gen.Choose(0, int.MaxValue)
        select new Scenario(nodes, [.. windows.Select(window => new RateWindow(window.Item1, TimeSpan.FromMilliseconds(250 * window.Item2)))], seed);

    private sealed record Scenario(int Nodes, IReadOnlyList<RateWindow> Windows, int Seed);
}
