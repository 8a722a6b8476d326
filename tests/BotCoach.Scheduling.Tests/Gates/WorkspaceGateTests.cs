using BotCoach.Chat;
using FsCheck;
using FsCheck.Fluent;

namespace BotCoach.Scheduling.Tests;

public sealed class WorkspaceGateTests : IDisposable
{
    private static readonly RateWindow FiftyASecond = new(50, TimeSpan.FromSeconds(1));

    private static readonly IReadOnlyList<RateWindow> ConversationWindows =
    [
        new(7, TimeSpan.FromSeconds(1)), new(8, TimeSpan.FromSeconds(2)), new(60, TimeSpan.FromSeconds(30)), new(1_800, TimeSpan.FromHours(1)),
    ];

    private readonly GateWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public void Without_limits_everything_passes_at_once()
    {
        _world.Send(_world.Gate(SendingLimits.None), 500);

        Assert.Equal(500, _world.Left.Count(left => left == GateWorld.Start));
    }

    [Fact]
    public void A_workspace_gets_all_of_its_rate_and_no_more()
    {
        _world.Send(_world.Gate(new SendingLimits { Workspace = [FiftyASecond] }), 3_000);
        _world.Pass(TimeSpan.FromMinutes(2));

        Assert.Equal(3_000, _world.Left.Count);
        Windows.AssertKept([FiftyASecond], _world.Left);
        Assert.InRange(_world.Left[^1] - GateWorld.Start, TimeSpan.FromSeconds(59), TimeSpan.FromSeconds(60.0 / 0.98));
    }

    [Fact]
    public void Messages_leave_evenly_spread_and_not_in_a_crowd()
    {
        _world.Send(_world.Gate(new SendingLimits { Workspace = [FiftyASecond] }), 500);
        _world.Pass(TimeSpan.FromMinutes(1));

        Assert.InRange(Windows.Most(_world.Left, TimeSpan.FromMilliseconds(100)), 1, 6);
    }

    [Fact]
    public void A_slow_platform_costs_little_of_the_rate()
    {
        _world.Latency = () => TimeSpan.FromSeconds(3);
        _world.Send(_world.Gate(new SendingLimits { Workspace = [FiftyASecond] }), 3_000);
        _world.Pass(TimeSpan.FromMinutes(2));

        Assert.InRange(_world.Left[^1] - GateWorld.Start, TimeSpan.FromSeconds(59), TimeSpan.FromSeconds(60 / 0.955));
    }

    [Fact]
    public void Windows_are_kept_on_arrival_when_the_way_is_uneven_by_less_than_the_reserve()
    {
        var random = new System.Random(7);
        List<DateTimeOffset> arrived = [];
        _world.Latency = () =>
        {
            var way = TimeSpan.FromMilliseconds(random.Next(0, 39));
            arrived.Add(_world.Clock.GetUtcNow() + way);
            return way;
        };
        _world.Send(_world.Gate(new SendingLimits { Workspace = [FiftyASecond] }), 2_000);
        _world.Pass(TimeSpan.FromMinutes(2));

        Windows.AssertKept([FiftyASecond], [.. arrived.Order()]);
    }

    [Fact]
    public void What_was_missed_while_the_machine_held_its_breath_is_made_up_for()
    {
        _world.Send(_world.Gate(new SendingLimits { Workspace = [FiftyASecond] }), 1_000);
        for (var second = 0; second < 20; second++)
        {
            _world.Pass(TimeSpan.FromMilliseconds(900));
            _world.Clock.Jump(TimeSpan.FromMilliseconds(100));
        }

        _world.Pass(TimeSpan.FromSeconds(10));
        Windows.AssertKept([FiftyASecond], _world.Left);
        Assert.InRange(_world.Left[^1] - GateWorld.Start, TimeSpan.FromSeconds(19), TimeSpan.FromSeconds(21.5));
    }

    [Theory]
    [InlineData(7, 1)]
    [InlineData(8, 2)]
    [InlineData(60, 30)]
    [InlineData(1_800, 3_600)]
    [InlineData(1, 1)]
    public void Each_window_of_a_conversation_closes_it_by_itself(int count, int seconds)
    {
        var window = new RateWindow(count, TimeSpan.FromSeconds(seconds));
        _world.Send(_world.Gate(new SendingLimits { Conversation = [window] }), count + 1, "anna");
        _world.Pass(window.Span / 2);
        Assert.Equal(count, _world.Left.Count);

        _world.Pass(window.Span);
        Assert.Equal(count + 1, _world.Left.Count);
        Windows.AssertKept([window], _world.Left);
    }

    [Fact]
    public void All_windows_of_a_conversation_hold_together()
    {
        _world.Send(_world.Gate(new SendingLimits { Conversation = ConversationWindows }), 2_000, "anna");
        _world.Pass(TimeSpan.FromHours(2));

        Windows.AssertKept(ConversationWindows, _world.Left);
        Assert.Equal(2_000, _world.Left.Count);
    }

    [Fact]
    public void A_conversation_that_is_closed_lets_the_others_pass()
    {
        var gate = _world.Gate(new SendingLimits { Workspace = [FiftyASecond], Conversation = [new RateWindow(1, TimeSpan.FromSeconds(1))] });
        var annas = _world.Send(gate, 5, "anna");
        var others = _world.Send(gate, 20);
        _world.Pass(TimeSpan.FromSeconds(1));

        Assert.All(others, message => Assert.NotNull(message.LeftAt));
        Assert.Single(annas, message => message.LeftAt is not null);
        _world.Pass(TimeSpan.FromSeconds(6));
        Assert.All(annas, message => Assert.NotNull(message.LeftAt));
    }

    [Fact]
    public void A_conversation_whose_message_is_slow_to_leave_holds_up_nobody_else()
    {
        _world.Latency = () => TimeSpan.FromSeconds(10);
        var gate = _world.Gate(new SendingLimits { Workspace = [FiftyASecond], Conversation = [new RateWindow(1, TimeSpan.FromSeconds(1))] });
        var entered = gate.EnterAsync("anna", GateWorld.Start.AddDays(1), CancellationToken.None).AsTask();
        _world.Send(gate, 1, "anna");
        var others = _world.Send(gate, 5);
        _world.Pass(TimeSpan.FromMilliseconds(500));

        Assert.True(entered.IsCompletedSuccessfully);
        Assert.All(others, message => Assert.NotNull(message.LeftAt));
    }

    [Fact]
    public void A_pause_that_the_platform_asks_for_holds_the_workspace_and_no_other()
    {
        var limits = new SendingLimits { Workspace = [FiftyASecond], Conversation = ConversationWindows };
        var (one, other) = (_world.Gate(limits), _world.Gate(limits));
        var asked = false;
        _world.Pause = message => message.Conversation == "c9" && !asked && (asked = true) ? TimeSpan.FromSeconds(17) : null;
        var paused = _world.Send(one, 100);
        var free = _world.Send(other, 100);
        _world.Pass(TimeSpan.FromSeconds(16));

        Assert.InRange(paused.Count(message => message.LeftAt is not null), 10, 11);
        Assert.All(free, message => Assert.NotNull(message.LeftAt));
        _world.Pass(TimeSpan.FromSeconds(4));
        Assert.All(paused, message => Assert.NotNull(message.LeftAt));
        Assert.InRange(Windows.Most([.. paused.Select(message => message.LeftAt!.Value).Order()], TimeSpan.FromMilliseconds(100)), 1, 6);
    }

    [Fact]
    public void A_pause_in_a_busy_conversation_is_that_conversations()
    {
        var gate = _world.Gate(new SendingLimits { Workspace = [FiftyASecond], Conversation = ConversationWindows });
        _world.Pause = message => message.Conversation == "anna" && _world.Messages.Count(one => one.LeftAt is not null) == 5 ? TimeSpan.FromSeconds(30) : null;
        var annas = _world.Send(gate, 6, "anna");
        _world.Pass(TimeSpan.FromSeconds(1));
        var others = _world.Send(gate, 10);
        _world.Pass(TimeSpan.FromSeconds(1));

        Assert.All(others, message => Assert.NotNull(message.LeftAt));
        Assert.Contains(annas, message => message.LeftAt is null);
        _world.Pass(TimeSpan.FromSeconds(30));
        Assert.All(annas, message => Assert.NotNull(message.LeftAt));
    }

    [Fact]
    public void Whoever_cannot_pass_before_their_deadline_hears_so_at_once()
    {
        var gate = _world.Gate(new SendingLimits { Workspace = [new RateWindow(1, TimeSpan.FromMinutes(1))] });
        _world.Send(gate, 1);
        var hasty = Assert.Single(_world.Send(gate, 1, patience: TimeSpan.FromSeconds(30)));
        var patient = Assert.Single(_world.Send(gate, 1, patience: TimeSpan.FromMinutes(5)));

        Assert.True(hasty.IsRefused);
        _world.Pass(TimeSpan.FromMinutes(2));
        Assert.NotNull(patient.LeftAt);
    }

    [Fact]
    public void Whoever_is_still_waiting_at_their_deadline_hears_so_then()
    {
        var gate = _world.Gate(SendingLimits.None, mostUnderWay: 1);
        _world.Latency = () => TimeSpan.FromHours(1);
        _world.Send(gate, 1);
        var waiting = Assert.Single(_world.Send(gate, 1, patience: TimeSpan.FromSeconds(30)));
        _world.Pass(TimeSpan.FromSeconds(29));
        Assert.False(waiting.IsRefused);

        _world.Pass(TimeSpan.FromSeconds(1));
        Assert.True(waiting.IsRefused);
    }

    [Fact]
    public void Giving_up_ends_the_wait()
    {
        var gate = _world.Gate(new SendingLimits { Workspace = [new RateWindow(1, TimeSpan.FromMinutes(1))] });
        using var stopping = new CancellationTokenSource();
        _world.Send(gate, 1);
        var waiting = _world.Send(gate, 5, cancellationToken: stopping.Token);
        var next = Assert.Single(_world.Send(gate, 1));
        stopping.Cancel();
        _world.Pass(TimeSpan.FromMinutes(2));

        Assert.All(waiting, message => Assert.True(message.IsRefused));
        Assert.InRange(next.LeftAt!.Value - GateWorld.Start, TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(64));
    }

    [Fact]
    public void A_pass_that_is_not_used_lets_the_next_one_through_at_once()
    {
        var gate = _world.Gate(new SendingLimits { Workspace = [new RateWindow(1, TimeSpan.FromMinutes(1))], Conversation = ConversationWindows });
        for (var unused = 0; unused < 1_000; unused++)
        {
            Assert.True(_world.TurnBack(gate, "anna"));
        }

        Assert.NotNull(Assert.Single(_world.Send(gate, 1, "anna")).LeftAt);
    }

    [Fact]
    public void So_many_are_under_way_and_no_more()
    {
        _world.Latency = () => TimeSpan.FromSeconds(1);
        _world.Send(_world.Gate(SendingLimits.None, mostUnderWay: 16), 64);
        _world.Pass(TimeSpan.FromSeconds(10));

        Assert.Equal(16, Windows.Most(_world.Left, TimeSpan.FromSeconds(1)));
        Assert.Equal(64, _world.Left.Count);
    }

    [Fact]
    public void Conversations_are_forgotten_when_their_windows_are_over()
    {
        var gate = _world.Gate(new SendingLimits { Conversation = [new RateWindow(1, TimeSpan.FromSeconds(1))] });
        for (var minute = 0; minute < 50; minute++)
        {
            _world.Send(gate, 500);
            _world.Pass(TimeSpan.FromMinutes(1));
        }

        Assert.InRange(gate.Conversations, 1, 1_500);
    }

    /// <summary>Whatever the windows, whoever writes to whom and when, and however long the platform takes.</summary>
    [Fact]
    public void No_window_is_ever_exceeded_and_everything_leaves() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(150),
        Prop.ForAll(Scenarios().ToArbitrary(), scenario =>
        {
            using var world = new GateWorld { Latency = scenario.Latency() };
            var gate = world.Gate(scenario.Limits);
            foreach (var (wait, conversation) in scenario.Messages)
            {
                world.Pass(TimeSpan.FromMilliseconds(wait));
                world.Send(gate, 1, $"c{conversation}");
            }

            world.Pass(TimeSpan.FromHours(5));
            Assert.Equal(scenario.Messages.Count, world.Left.Count);
            Windows.AssertKept(scenario.Limits.Workspace, world.Left);
            foreach (var conversation in world.Messages.GroupBy(message => message.Conversation))
            {
                Windows.AssertKept(scenario.Limits.Conversation, [.. conversation.Select(message => message.LeftAt!.Value).Order()]);
            }
        }));

    private static Gen<Scenario> Scenarios() =>
        from workspace in SomeWindows()
        from conversation in SomeWindows()
        from seed in Gen.Choose(0, int.MaxValue)
        from messages in Gen.Zip(Gen.OneOf(Gen.Constant(0), Gen.Choose(0, 3_000)), Gen.Choose(0, 3)).ListOf()
        select new Scenario(
            new SendingLimits { Workspace = workspace, Conversation = conversation }, [.. messages.Select(message => (message.Item1, message.Item2))], seed);

    private static Gen<IReadOnlyList<RateWindow>> SomeWindows() =>
        from count in Gen.Choose(0, 3)
        from windows in Gen.Zip(Gen.Choose(1, 12), Gen.Choose(1, 40)).ListOf(count)
        select (IReadOnlyList<RateWindow>)[.. windows.Select(window => new RateWindow(window.Item1, TimeSpan.FromMilliseconds(250 * window.Item2)))];

    private sealed record Scenario(SendingLimits Limits, IReadOnlyList<(int Wait, int Conversation)> Messages, int Seed)
    {
        public Func<TimeSpan> Latency()
        {
            var random = new System.Random(Seed);
            return () => TimeSpan.FromMilliseconds(random.Next(10) == 0 ? random.Next(5_000) : random.Next(50));
        }
    }
}
