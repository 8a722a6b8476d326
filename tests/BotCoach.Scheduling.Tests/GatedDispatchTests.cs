using BotCoach.Chat;

namespace BotCoach.Scheduling.Tests;

/// <summary>What the platforms' limits make of many nudges that come due at once.</summary>
public sealed class GatedDispatchTests
{
    private static readonly RateWindow FiftyASecond = new(50, TimeSpan.FromSeconds(1));

    private static readonly SendingLimits Limits = new()
    {
        Workspace = [FiftyASecond],
        Conversation = [new RateWindow(7, TimeSpan.FromSeconds(1))],
        Openings = [],
    };

    [Fact]
    public async Task A_workspace_is_written_to_as_fast_as_its_platform_allows_and_no_faster()
    {
        await using var world = await DispatchWorld.OpenAsync(Limits);
        await world.EnrolAsync("T1", 300);
        Deliver(world, 300);

        AssertEachOnce(world, 300);
        AssertFast(world, "T1", 300);
    }

    [Fact]
    public async Task A_large_workspace_does_not_hold_up_a_small_one_in_the_same_shards()
    {
        await using var world = await DispatchWorld.OpenAsync(Limits, shards: 2);
        await world.EnrolAsync("A-large", 600);
        await world.EnrolAsync("B-middle", 100);
        await world.EnrolAsync("C-small", 50);
        Deliver(world, 750);

        AssertEachOnce(world, 750);
        AssertFast(world, "A-large", 600);
        AssertFast(world, "B-middle", 100);
        AssertFast(world, "C-small", 50);
    }

    [Fact]
    public async Task Twenty_workspaces_of_all_sizes_are_each_done_in_their_own_time()
    {
        await using var world = await DispatchWorld.OpenAsync(Limits, shards: 64);
        var sizes = Enumerable.Range(1, 20).ToDictionary(number => $"T{number:D2}", number => 50 + (2 * number * number));
        foreach (var (workspace, people) in sizes)
        {
            await world.EnrolAsync(workspace, people);
        }

        Deliver(world, sizes.Values.Sum());
        AssertEachOnce(world, sizes.Values.Sum());
        Assert.All(sizes, workspace => AssertFast(world, workspace.Key, workspace.Value));
    }

    [Fact]
    public async Task Two_nodes_share_the_budget_of_a_workspace()
    {
        await using var world = await DispatchWorld.OpenAsync(Limits, options: new SchedulingOptions { SharesBudget = true });
        await world.EnrolAsync("T1", 500);
        world.Clock.Jump(DispatchWorld.NudgeTime - world.Clock.GetUtcNow());
        world.Run([world.Node(), world.Node()], 500, TimeSpan.FromMinutes(1));

        AssertEachOnce(world, 500);
        var sends = SendsTo(world, "T1");
        Windows.AssertKept([FiftyASecond], sends);
        Assert.InRange(sends[^1] - sends[0], TimeSpan.Zero, TimeSpan.FromSeconds(500 / 50.0 / 0.95));
    }

    [Fact]
    public async Task Only_what_can_be_sent_in_the_next_seconds_is_held()
    {
        await using var world = await DispatchWorld.OpenAsync(Limits with { Workspace = [new RateWindow(5, TimeSpan.FromSeconds(1))] });
        await world.EnrolAsync("T1", 150);
        List<int> held = [];
        world.Clock.Jump(DispatchWorld.NudgeTime - world.Clock.GetUtcNow());
        using var node = world.Node();
        world.Run([node], 150, TimeSpan.FromMinutes(2), () => held.Add(world.Held()));

        Assert.InRange(held.Max(), 1, 20);
        AssertEachOnce(world, 150);
    }

    [Fact]
    public async Task Bookkeeping_costs_far_less_than_one_transaction_for_a_nudge_and_reads_each_person_once()
    {
        await using var world = await DispatchWorld.OpenAsync(SendingLimits.None, shards: 1);
        await world.EnrolAsync("T1", 1_000);
        Deliver(world, 1_000); // from here on their conversations are known
        var (reads, writes) = (world.Store.Reads, world.Store.Writes);
        world.Clock.Jump(TimeSpan.FromDays(2));
        world.Run([world.Node()], 2_000, TimeSpan.FromMinutes(1));

        AssertEachOnce(world, 1_000, times: 2);
        Assert.InRange(world.Store.Writes - writes, 40, 60);
        Assert.InRange(world.Store.Reads - reads, 2_000, 2_010); // the plan and the profile
    }

    [Fact]
    public async Task A_stop_gives_back_what_waits_at_the_gate()
    {
        await using var world = await DispatchWorld.OpenAsync(Limits with { Workspace = [new RateWindow(5, TimeSpan.FromSeconds(1))] });
        await world.EnrolAsync("T1", 60);
        world.Clock.Jump(DispatchWorld.NudgeTime - world.Clock.GetUtcNow());
        world.Run([world.Node()], 20, TimeSpan.FromMinutes(1));

        Assert.Equal(0, world.Held());
        world.Run([world.Node()], 60, TimeSpan.FromMinutes(1));
        AssertEachOnce(world, 60);
    }

    [Fact]
    public async Task A_pause_that_the_platform_asks_for_holds_the_workspace_and_loses_nothing()
    {
        await using var world = await DispatchWorld.OpenAsync(Limits);
        await world.EnrolAsync("T1", 300);
        await world.EnrolAsync("T2", 300);
        var turnedAway = 0;
        world.Channel.Answer = _ => world.Sends.Count == 100 && turnedAway++ == 0 ? new DeliveryResult.Throttled(TimeSpan.FromSeconds(30)) : null;
        Deliver(world, 601);

        AssertEachOnce(world, 600);
        Assert.Equal(1, turnedAway);
        var paused = world.Sends.ElementAt(99).Conversation.Workspace;
        Assert.InRange(LongestGap(SendsTo(world, paused)), TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(41));
        Assert.InRange(LongestGap(SendsTo(world, paused == "T1" ? "T2" : "T1")), TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_short_pause_is_waited_for_at_the_gate()
    {
        await using var world = await DispatchWorld.OpenAsync(Limits);
        await world.EnrolAsync("T1", 100);
        var turnedAway = 0;
        world.Channel.Answer = _ => turnedAway++ == 0 ? new DeliveryResult.Throttled(TimeSpan.FromSeconds(1)) : null;
        Deliver(world, 101);

        AssertEachOnce(world, 100);
        Assert.InRange(SendsTo(world, "T1")[^1] - DispatchWorld.NudgeTime, TimeSpan.FromSeconds(2.9), TimeSpan.FromSeconds(4));
    }

    [Fact]
    public async Task Conversations_are_opened_no_faster_than_allowed_and_the_others_do_not_wait_for_that()
    {
        var fiveInTen = new RateWindow(5, TimeSpan.FromSeconds(10));
        await using var world = await DispatchWorld.OpenAsync(Limits with { Openings = [fiveInTen] });
        await world.EnrolAsync("T1", 30);
        List<DateTimeOffset> opened = [];
        world.Channel.Opening = _ => opened.Add(world.Clock.GetUtcNow());
        Deliver(world, 30, TimeSpan.FromMinutes(30));

        AssertEachOnce(world, 30);
        Windows.AssertKept([fiveInTen], opened);
        Assert.InRange(opened[^1] - opened[0], TimeSpan.FromSeconds(50), TimeSpan.FromSeconds(100));
    }

    [Fact]
    public async Task What_was_sent_while_the_store_went_away_is_written_down_when_it_is_back()
    {
        await using var world = await DispatchWorld.OpenAsync(Limits);
        await world.EnrolAsync("T1", 500);
        var isAway = false;
        world.Store.IsAway = _ => isAway;
        world.Channel.Answer = _ =>
        {
            // It goes away for ten seconds while a few hundred are under way.
            isAway |= world.Sends.Count == 120;
            return null;
        };
        using var back = world.Clock.CreateTimer(_ => isAway = false, null, DispatchWorld.NudgeTime - world.Clock.GetUtcNow() + TimeSpan.FromSeconds(12), Timeout.InfiniteTimeSpan);
        Deliver(world, 500, TimeSpan.FromMinutes(10));

        AssertEachOnce(world, 500);
    }

    private static void Deliver(DispatchWorld world, int sends, TimeSpan? most = null)
    {
        world.Clock.Jump(DispatchWorld.NudgeTime - world.Clock.GetUtcNow());
        using var node = world.Node();
        world.Run([node], sends, most ?? TimeSpan.FromMinutes(2));
    }

    private static void AssertEachOnce(DispatchWorld world, int people, int times = 1)
    {
        var shown = world.Channel.InOrder.GroupBy(shown => shown.Message.Conversation).ToList();
        Assert.Equal(people, shown.Count);
        Assert.All(shown, messages => Assert.Equal(times, messages.Count()));
    }

    private static void AssertFast(DispatchWorld world, string workspace, int people)
    {
        var sends = SendsTo(world, workspace);
        Assert.Equal(people, sends.Count);
        Windows.AssertKept([FiftyASecond], sends);
        Assert.InRange(sends[^1] - DispatchWorld.NudgeTime, TimeSpan.Zero, TimeSpan.FromSeconds(Math.Max(1, people / 50.0) * 1.1));
    }

    private static List<DateTimeOffset> SendsTo(DispatchWorld world, string workspace) =>
        [.. world.Sends.Where(send => send.Conversation.Workspace == workspace).Select(send => send.At).Order()];

    private static TimeSpan LongestGap(List<DateTimeOffset> times) => times.Zip(times.Skip(1), (one, next) => next - one).Max();
}
