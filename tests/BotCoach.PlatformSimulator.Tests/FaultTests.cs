using System.Net;
using System.Text.Json.Nodes;

namespace BotCoach.PlatformSimulator.Tests;

public sealed class FaultTests
{
    private const int Many = 2_000;

    private static readonly FaultRates _some = new() { ServerError = 0.05, Throttled = 0.02, LostAnswer = 0.05 };

    [Fact]
    public async Task Each_fault_comes_at_its_rate()
    {
        await using var world = await World.FailingAsync(_some with { Slow = 0.1, SlowBy = TimeSpan.Zero });
        await AllAsync(world, Enumerable.Range(0, Many));

        var method = Assert.Single(Assert.Single(world.Simulator.Report().Workspaces).Methods);
        Assert.Equal(Many, method.Requests);
        AssertRate(0.05, method.ServerErrors);
        AssertRate(0.02, method.ThrottledAsFault);
        AssertRate(0.05, method.LostAnswers);
        AssertRate(0.1, method.Slow);
        Assert.Equal(0, method.Throttled);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_faults_in_whatever_order_requests_come()
    {
        await using var one = await World.FailingAsync(_some, seed: 7);
        await using var other = await World.FailingAsync(_some, seed: 7);

        var forward = await AllAsync(one, Enumerable.Range(0, Many));
        var backward = await AllAsync(other, Enumerable.Range(0, Many).Reverse());

        Assert.Equal(forward.OrderBy(answer => answer.Key), backward.OrderBy(answer => answer.Key));
        Assert.Contains(forward, answer => answer.Value is null);
        Assert.Contains(forward, answer => answer.Value is HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Another_seed_gives_other_faults()
    {
        await using var one = await World.FailingAsync(_some, seed: 7);
        await using var other = await World.FailingAsync(_some, seed: 8);

        Assert.NotEqual(
            (await AllAsync(one, Enumerable.Range(0, Many))).OrderBy(answer => answer.Key),
            (await AllAsync(other, Enumerable.Range(0, Many))).OrderBy(answer => answer.Key));
    }

    [Fact]
    public async Task A_request_that_is_made_again_draws_anew()
    {
        await using var world = await World.FailingAsync(new FaultRates { ServerError = 0.5 });
        List<bool> taken = [];
        for (var i = 0; i < 20; i++)
        {
            taken.Add((await world.Bot.PostAsync("D1", "a")).IsTaken);
        }

        Assert.Contains(true, taken);
        Assert.Contains(false, taken);
    }

    [Fact]
    public async Task A_lost_answer_is_a_message_that_was_shown_and_a_connection_that_ended()
    {
        await using var world = await World.FailingAsync(new FaultRates { LostAnswer = 1 });

        Assert.Null((await world.Bot.PostAsync("D1", "a")).Status);
        Assert.Null((await world.Bot.SendAsync("tenant-1", "anna", "a")).Status);
        Assert.Equal(2, world.Simulator.Report().Messages);
        Assert.Equal(0, world.Simulator.Report().Duplicates);
    }

    [Fact]
    public async Task A_server_error_shows_nothing()
    {
        await using var world = await World.FailingAsync(new FaultRates { ServerError = 1 });
        List<HttpStatusCode?> statuses = [];
        for (var i = 0; i < 40; i++)
        {
            statuses.Add((await world.Bot.PostAsync($"D{i}", "a")).Status);
        }

        Assert.Equal(
            [HttpStatusCode.InternalServerError, HttpStatusCode.BadGateway, HttpStatusCode.ServiceUnavailable, HttpStatusCode.GatewayTimeout],
            statuses.OfType<HttpStatusCode>().Distinct().Order());
        Assert.Empty(world.Simulator.Receipts());
    }

    [Fact]
    public async Task A_429_that_no_limit_asked_for_says_how_long_to_wait_and_shows_nothing()
    {
        await using var world = await World.FailingAsync(new FaultRates { Throttled = 1, RetryAfterSeconds = 4 });

        var answer = await world.Bot.SendAsync("tenant-1", "anna", "a");

        Assert.Equal((HttpStatusCode.TooManyRequests, 4), (answer.Status!.Value, answer.RetryAfter!.Value));
        Assert.Equal(0, world.Simulator.Report().Throttled);
        Assert.Empty(world.Simulator.Receipts());
    }

    [Fact]
    public async Task A_slow_answer_comes_late_and_the_message_is_shown()
    {
        var clock = TimeProvider.System;
        var lateBy = TimeSpan.FromMilliseconds(300);
        await using var simulator = await Simulator.StartAsync(new SimulatorOptions { Faults = new FaultRates { Slow = 1, SlowBy = lateBy } }, clock);
        using var bot = new PlatformClient(simulator);
        var start = clock.GetTimestamp();

        Assert.True((await bot.PostAsync("D1", "a")).IsTaken);

        // The timers of the system count in whole milliseconds.
        Assert.True(clock.GetElapsedTime(start) > lateBy - TimeSpan.FromMilliseconds(2));
        Assert.Equal(1, simulator.Report().Messages);
    }

    [Fact]
    public async Task Whoever_blocked_the_bot_refuses_everything()
    {
        await using var world = await World.FailingAsync(new FaultRates { Blocked = 1 });

        Assert.Equal("user_disabled", (await world.Bot.PostAsync("D1", "a")).Error);
        Assert.Equal("user_disabled", (await world.Bot.SlackAsync("conversations.open", new JsonObject { ["users"] = "U1" })).Error);
        foreach (var answer in new[] { await world.Bot.SendAsync("tenant-1", "anna", "a"), await world.Bot.CreateAsync("tenant-1", "anna") })
        {
            Assert.Equal((HttpStatusCode.Forbidden, "MessageWritesBlocked"), (answer.Status!.Value, answer.Error));
        }

        Assert.Empty(world.Simulator.Receipts());
    }

    [Fact]
    public async Task A_conversation_that_is_gone_is_there_again_when_it_is_opened_anew()
    {
        await using var world = await World.FailingAsync(new FaultRates { Gone = 1 });

        Assert.Equal("channel_not_found", (await world.Bot.PostAsync("D1", "a")).Error);
        var opened = await world.Bot.SlackAsync("conversations.open", new JsonObject { ["users"] = "U1" });
        Assert.True((await world.Bot.PostAsync(opened.Body.GetProperty("channel").GetProperty("id").GetString()!, "a")).IsTaken);

        var gone = await world.Bot.SendAsync("tenant-1", "anna", "a");
        Assert.Equal((HttpStatusCode.NotFound, "ConversationNotFound"), (gone.Status!.Value, gone.Error));
        Assert.True((await world.Bot.SendToAsync((await world.Bot.CreateAsync("tenant-1", "anna")).Id, "a")).IsTaken);
        Assert.Equal(["U1", "anna"], world.Simulator.Receipts().Select(receipt => receipt.Person));
    }

    [Fact]
    public async Task Shares_of_people_are_struck_and_the_rest_is_not()
    {
        await using var world = await World.FailingAsync(new FaultRates { Blocked = 0.05 });
        await AllAsync(world, Enumerable.Range(0, Many));

        AssertRate(0.05, Many - world.Simulator.Report().Messages);
    }

    // Within four standard deviations; the seed is fixed, so this passes always or never.
    private static void AssertRate(double rate, long count) =>
        Assert.InRange(count, (Many * rate) - (4 * Math.Sqrt(Many * rate)), (Many * rate) + (4 * Math.Sqrt(Many * rate)));

    private static async Task<Dictionary<string, HttpStatusCode?>> AllAsync(World world, IEnumerable<int> people)
    {
        Dictionary<string, HttpStatusCode?> answers = [];
        await Parallel.ForEachAsync(people, async (person, _) =>
        {
            var answer = await world.Bot.PostAsync($"D{person}", "a");
            lock (answers)
                answers[$"D{person}"] = answer.Status;
        });
        return answers;
    }
}
