using System.Net;
using System.Text.Json.Nodes;

namespace BotCoach.PlatformSimulator.Tests;

public sealed class SlackLimitTests
{
    [Fact]
    public async Task A_channel_takes_one_message_a_second_and_not_a_moment_earlier()
    {
        await using var world = await World.StartAsync();
        Assert.True((await world.Bot.PostAsync("D1", "a")).IsTaken);

        world.Clock.Advance(TimeSpan.FromSeconds(1) - TimeSpan.FromTicks(1));
        var early = await world.Bot.PostAsync("D1", "b");
        world.Clock.Advance(TimeSpan.FromTicks(1));

        Assert.Equal(HttpStatusCode.TooManyRequests, early.Status);
        Assert.Equal(1, early.RetryAfter);
        Assert.Equal("ratelimited", early.Error);
        Assert.True((await world.Bot.PostAsync("D1", "b")).IsTaken);
    }

    [Fact]
    public async Task A_request_that_was_turned_away_has_no_effect_and_does_not_count()
    {
        await using var world = await World.StartAsync();
        await world.Bot.PostAsync("D1", "a");
        world.Clock.Advance(TimeSpan.FromSeconds(0.9));
        await world.Bot.PostAsync("D1", "b");
        world.Clock.Advance(TimeSpan.FromSeconds(0.1));

        Assert.True((await world.Bot.PostAsync("D1", "c")).IsTaken);
        Assert.Equal(["a", "c"], world.Simulator.Receipts().Select(receipt => receipt.Key).Order());
    }

    [Fact]
    public async Task Short_bursts_are_taken_when_asked_for_and_the_rate_stays()
    {
        await using var world = await World.StartAsync(new SimulatorOptions { Slack = { ChannelBurst = 3 } });
        var burst = await TakenAsync(4, number => world.Bot.PostAsync("D1", $"{number}"));
        world.Clock.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal(3, burst);
        Assert.Equal(3, await TakenAsync(4, number => world.Bot.PostAsync("D1", $"later {number}")));
    }

    [Fact]
    public async Task A_workspace_takes_three_hundred_messages_a_minute_over_all_its_channels()
    {
        await using var world = await World.StartAsync();
        Assert.Equal(300, await TakenAsync(301, number => world.Bot.PostAsync($"D{number}", "a")));

        world.Clock.Advance(TimeSpan.FromSeconds(59.5));
        Assert.Equal(1, (await world.Bot.PostAsync("D999", "a")).RetryAfter);
        world.Clock.Advance(TimeSpan.FromSeconds(0.5));
        Assert.True((await world.Bot.PostAsync("D999", "a")).IsTaken);
    }

    [Theory]
    [InlineData("conversations.open", 50)]
    [InlineData("conversations.history", 50)]
    [InlineData("chat.update", 50)]
    [InlineData("users.info", 100)]
    [InlineData("chat.postEphemeral", 100)]
    [InlineData("views.open", 100)]
    [InlineData("views.publish", 100)]
    [InlineData("auth.test", 300)]
    public async Task A_method_is_taken_as_often_a_minute_as_its_tier_allows(string method, int perMinute)
    {
        await using var world = await World.StartAsync();
        var arguments = new JsonObject { ["users"] = "U1", ["user"] = "U1", ["channel"] = "D1" };
        Answer? last = null;
        for (var i = 0; i <= perMinute; i++)
        {
            last = await world.Bot.SlackAsync(method, arguments);
            Assert.Equal(i == perMinute, last.Status == HttpStatusCode.TooManyRequests);
        }

        Assert.Equal(60, last!.RetryAfter);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, (await world.Bot.SlackAsync(method, arguments)).Status);
    }

    [Fact]
    public async Task Workspaces_channels_and_methods_do_not_hold_each_other_up()
    {
        await using var world = await World.StartAsync();
        await world.Bot.PostAsync("D1", "a");

        Assert.True((await world.Bot.PostAsync("D1", "a", workspace: "T2")).IsTaken);
        Assert.True((await world.Bot.PostAsync("D2", "a")).IsTaken);
        Assert.True((await world.Bot.SlackAsync("conversations.open", new JsonObject { ["users"] = "U1" })).IsTaken);
    }

    private static async Task<int> TakenAsync(int count, Func<int, Task<Answer>> send)
    {
        var taken = 0;
        for (var i = 0; i < count; i++)
        {
            taken += (await send(i)).IsTaken ? 1 : 0;
        }

        return taken;
    }
}
