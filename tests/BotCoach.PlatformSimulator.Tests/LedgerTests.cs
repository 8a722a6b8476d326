using System.Text.Json.Nodes;

namespace BotCoach.PlatformSimulator.Tests;

public sealed class LedgerTests
{
    [Fact]
    public async Task Each_person_and_message_is_counted_by_the_key_in_its_metadata()
    {
        await using var world = await World.StartAsync(new SimulatorOptions { EnforceLimits = false });
        await world.Bot.PostAsync("D1", "monday");
        await world.Bot.PostAsync("D1", "monday");
        await world.Bot.PostAsync("D1", "tuesday");
        await world.Bot.PostAsync("D2", "monday");

        Assert.Equal(
            [
                new Receipt("slack", "T1", "U1", "monday", 2),
                new Receipt("slack", "T1", "U1", "tuesday", 1),
                new Receipt("slack", "T1", "U2", "monday", 1),
            ],
            world.Simulator.Receipts().OrderBy(receipt => receipt.Person).ThenBy(receipt => receipt.Key));
        var report = world.Simulator.Report();
        Assert.Equal((4, 4, 1), (report.Requests, report.Messages, report.Duplicates));
        Assert.Equal(2, Assert.Single(report.Workspaces).People);
    }

    [Fact]
    public async Task In_Teams_a_message_is_known_by_what_it_shows()
    {
        await using var world = await World.StartAsync();
        await world.Bot.SendAsync("tenant-1", "anna", "a");
        await world.Bot.SendAsync("tenant-1", "anna", "b");
        await world.Bot.SendAsync("tenant-1", "anna", "a");

        Assert.Equal([1, 2], world.Simulator.Receipts().Select(receipt => receipt.Times).Order());
        Assert.Equal(1, world.Simulator.Report().Duplicates);
    }

    [Fact]
    public async Task The_rate_is_kept_by_the_second_and_so_are_first_and_last()
    {
        await using var world = await World.StartAsync();
        var start = world.Clock.GetUtcNow();
        await world.Bot.SendAsync("tenant-1", "anna", "a");
        await world.Bot.SendAsync("tenant-1", "ben", "a");
        world.Clock.Advance(TimeSpan.FromSeconds(2.5));
        await world.Bot.SendAsync("tenant-1", "cleo", "a");

        var tenant = Assert.Single(world.Simulator.Report().Workspaces);
        Assert.Equal([2, 0, 1], tenant.PerSecond);
        Assert.Equal((start, start.AddSeconds(2.5)), (tenant.First!.Value, tenant.Last!.Value));
    }

    [Fact]
    public async Task A_conversations_newest_messages_can_be_looked_through_with_their_metadata()
    {
        await using var world = await World.StartAsync(new SimulatorOptions { EnforceLimits = false });
        foreach (var key in new[] { "a", "b", "c" })
        {
            await world.Bot.PostAsync("D1", key);
        }

        var history = await world.Bot.SlackGetAsync("conversations.history?channel=D1&limit=2&include_all_metadata=true");

        var messages = history.Body.GetProperty("messages").EnumerateArray().ToList();
        Assert.Equal(["c", "b"], messages.Select(message => message.GetProperty("metadata").GetProperty("event_payload").GetProperty("key").GetString()));
        Assert.Equal(2, messages.Select(message => message.GetProperty("ts").GetString()).Distinct().Count());
        Assert.True(history.Body.GetProperty("has_more").GetBoolean());
    }

    [Fact]
    public async Task A_message_can_be_updated_where_it_stands_and_nowhere_else()
    {
        await using var world = await World.StartAsync();
        var posted = await world.Bot.PostAsync("D1", "a");
        var message = posted.Body.GetProperty("ts").GetString();

        Assert.True((await world.Bot.SlackAsync("chat.update", new JsonObject { ["channel"] = "D1", ["ts"] = message, ["text"] = "b" })).IsTaken);
        Assert.Equal("message_not_found", (await world.Bot.SlackAsync("chat.update", new JsonObject { ["channel"] = "D2", ["ts"] = message })).Error);
        Assert.Equal("ActivityNotFoundInConversation", (await world.Bot.UpdateAsync(new ConnectorConversation("tenant-1", "anna").ToString(), "1-1", "b")).Error);
        Assert.Equal(1, world.Simulator.Report().Messages);
    }

    [Fact]
    public async Task What_no_platform_would_take_is_refused()
    {
        await using var world = await World.StartAsync();

        Assert.Equal("not_authed", (await world.Bot.SlackGetAsync("auth.test", token: null)).Error);
        Assert.Equal("invalid_auth", (await world.Bot.SlackGetAsync("auth.test", token: "xoxp-T1")).Error);
        Assert.Equal("unknown_method", (await world.Bot.SlackGetAsync("chat.shout")).Error);
        Assert.Equal("channel_not_found", (await world.Bot.PostAsync("C1", "a")).Error);
        Assert.Equal("user_not_found", (await world.Bot.SlackGetAsync("users.info?user=nobody")).Error);
        Assert.Equal("ConversationNotFound", (await world.Bot.SendToAsync("nowhere", "a")).Error);
    }
}
