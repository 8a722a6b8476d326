using System.Net;

namespace BotCoach.PlatformSimulator.Tests;

public sealed class TeamsLimitTests
{
    private const string Tenant = "tenant-1";

    [Fact]
    public async Task A_tenant_takes_fifty_requests_a_second_of_whatever_kind()
    {
        await using var world = await World.StartAsync();
        for (var i = 0; i < 25; i++)
        {
            Assert.True((await world.Bot.SendAsync(Tenant, $"person-{i}", "a")).IsTaken);
            Assert.True((await world.Bot.CreateAsync(Tenant, $"newcomer-{i}")).IsTaken);
        }

        var last = await world.Bot.SendAsync(Tenant, "person-25", "a");
        Assert.Equal((HttpStatusCode.TooManyRequests, 1), (last.Status!.Value, last.RetryAfter!.Value));
        Assert.True((await world.Bot.SendAsync("tenant-2", "person-25", "a")).IsTaken);

        world.Clock.Advance(TimeSpan.FromSeconds(1) - TimeSpan.FromTicks(1));
        Assert.False((await world.Bot.SendAsync(Tenant, "person-25", "a")).IsTaken);
        world.Clock.Advance(TimeSpan.FromTicks(1));
        Assert.True((await world.Bot.SendAsync(Tenant, "person-25", "a")).IsTaken);
    }

    /// <summary>Messages come as close together as the shorter windows allow, until the one in question is full.</summary>
    [Theory]
    [InlineData(7, 0, 1, 1)]
    [InlineData(8, 0.15, 2, 1)]
    [InlineData(60, 0.25, 30, 15)]
    [InlineData(1800, 0.5, 3600, 2700)]
    public async Task A_conversation_keeps_each_of_its_four_windows_to_the_edge(int messages, double secondsApart, int window, int retryAfter)
    {
        await using var world = await World.StartAsync();
        var first = world.Clock.GetUtcNow();
        for (var i = 0; i < messages; i++)
        {
            world.Clock.MoveTo(first.AddSeconds(i * secondsApart));
            Assert.True((await world.Bot.SendAsync(Tenant, "anna", $"{i}")).IsTaken);
        }

        world.Clock.MoveTo(first.AddSeconds(messages * secondsApart));
        Assert.Equal(retryAfter, (await world.Bot.SendAsync(Tenant, "anna", "one more")).RetryAfter);
        world.Clock.MoveTo(first.AddSeconds(window).AddTicks(-1));
        Assert.False((await world.Bot.SendAsync(Tenant, "anna", "one more")).IsTaken);
        world.Clock.MoveTo(first.AddSeconds(window));
        Assert.True((await world.Bot.SendAsync(Tenant, "anna", "one more")).IsTaken);
    }

    [Fact]
    public async Task Updates_count_with_the_messages_of_their_conversation()
    {
        await using var world = await World.StartAsync();
        var message = (await world.Bot.SendAsync(Tenant, "anna", "a")).Id;
        var conversation = new ConnectorConversation(Tenant, "anna").ToString();
        for (var i = 0; i < 6; i++)
        {
            Assert.True((await world.Bot.UpdateAsync(conversation, message, $"{i}")).IsTaken);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await world.Bot.UpdateAsync(conversation, message, "one more")).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await world.Bot.SendToAsync(conversation, "one more")).Status);
        Assert.True((await world.Bot.SendAsync(Tenant, "ben", "a")).IsTaken);
    }

    [Fact]
    public async Task Without_limits_everything_is_taken()
    {
        await using var world = await World.StartAsync(new SimulatorOptions { EnforceLimits = false });
        for (var i = 0; i < 60; i++)
        {
            Assert.True((await world.Bot.SendAsync(Tenant, "anna", $"{i}")).IsTaken);
        }
    }
}
