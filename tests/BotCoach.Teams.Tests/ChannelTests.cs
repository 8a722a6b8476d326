using BotCoach.Chat;

namespace BotCoach.Teams.Tests;

/// <summary>What the channel makes of the Connector's answers, and how it proves itself.</summary>
public sealed class ChannelTests
{
    private static readonly Card _card = new() { Title = "A nudge" };

    private static async Task<DeliveryResult> SendAsync(TeamsWorld world, ConversationAddress? conversation = null) =>
        await world.Channel.SendAsync(conversation ?? world.Personal, _card, "key", CancellationToken.None);

    [Theory]
    [InlineData(412)]
    [InlineData(502)]
    [InlineData(504)]
    public async Task A_call_that_somebody_waits_for_is_made_again_when_the_Connector_asks_for_that(int status)
    {
        await using var world = await TeamsWorld.StartAsync();
        world.Connector.NextStatus(status);
        world.Connector.NextStatus(status);
        Assert.IsType<DeliveryResult.Sent>(await world.Channel.UpdateAsync(new(world.Personal, "m1"), _card, CancellationToken.None));
        Assert.Equal(3, world.Connector.Calls.Count);
    }

    [Theory]
    [InlineData(412)]
    [InlineData(429)]
    [InlineData(502)]
    [InlineData(504)]
    public async Task A_card_is_sent_once_and_whoever_sends_it_knows_when_to_try_again(int status)
    {
        await using var world = await TeamsWorld.StartAsync();
        world.Connector.NextStatus(status, retryAfter: "1");
        Assert.IsNotType<DeliveryResult.Sent>(await SendAsync(world));
        Assert.Single(world.Connector.Calls);
    }

    [Fact]
    public async Task A_short_wait_is_waited_for_and_a_long_one_is_the_callers()
    {
        await using var world = await TeamsWorld.StartAsync();
        world.Connector.NextStatus(429, retryAfter: "1");
        Assert.IsType<DeliveryResult.Sent>(await world.Channel.UpdateAsync(new(world.Personal, "m1"), _card, CancellationToken.None));

        world.Connector.NextStatus(429, retryAfter: "17");
        Assert.Equal(new DeliveryResult.Throttled(TimeSpan.FromSeconds(17)), await SendAsync(world));
        world.Connector.NextStatus(429);
        Assert.Equal(new DeliveryResult.Throttled(TimeSpan.FromSeconds(30)), await SendAsync(world));
        // A date has no fractions of a second.
        world.Connector.NextStatus(429, retryAfter: TeamsWorld.Now.AddSeconds(40).ToString("R"));
        Assert.Equal(new DeliveryResult.Throttled(TimeSpan.FromSeconds(40)), await SendAsync(world));
    }

    public static TheoryData<int, string, DeliveryResult> Outcomes => new()
    {
        { 403, """{"error":{"code":"MessageWritesBlocked","message":"Thread does not exist"}}""", new DeliveryResult.Blocked() },
        { 403, """{"error":{"code":"BotNotInConversationRoster"}}""", new DeliveryResult.Blocked() },
        { 403, "", new DeliveryResult.Blocked() },
        { 404, """{"error":{"code":"ConversationNotFound"}}""", new DeliveryResult.NotFound() },
        { 400, """{"error":{"code":"BadSyntax"}}""", new DeliveryResult.Failed("BadSyntax") },
        { 401, "", new DeliveryResult.Failed("http_401") },
        { 413, "<html>", new DeliveryResult.Failed("http_413") },
        { 302, "", new DeliveryResult.Failed("http_302") },
        { 500, "", new DeliveryResult.Failed("http_500", MayHaveArrived: true) },
        { 503, "", new DeliveryResult.Failed("http_503", MayHaveArrived: true) },
        { 200, "{}", new DeliveryResult.Failed("unreadable", MayHaveArrived: true) },
        { 200, "<html>", new DeliveryResult.Failed("unreadable", MayHaveArrived: true) },
    };

    [Theory]
    [MemberData(nameof(Outcomes))]
    public async Task Every_answer_has_its_meaning(int status, string body, DeliveryResult meaning)
    {
        await using var world = await TeamsWorld.StartAsync();
        world.Connector.NextStatus(status, body: body);
        Assert.Equal(meaning, await SendAsync(world));
        Assert.Single(world.Connector.Calls);
    }

    [Theory]
    [InlineData("https://evil.example/ a:1")]
    [InlineData("http://smba.trafficmanager.net/teams/ a:1")]
    [InlineData("a:1")]
    [InlineData("https://smba.trafficmanager.net/teams/")]
    [InlineData("")]
    public async Task A_kept_address_is_checked_again_before_each_use(string conversation)
    {
        await using var world = await TeamsWorld.StartAsync();
        var address = new ConversationAddress("teams", Activities.Tenant, conversation);
        Assert.Equal(new DeliveryResult.Failed("service_url_not_allowed"), await SendAsync(world, address));
        Assert.Equal(
            new DeliveryResult.Failed("service_url_not_allowed"),
            await world.Channel.UpdateAsync(new(address, "m1"), _card, CancellationToken.None));
    }

    [Fact]
    public async Task An_address_holds_nothing_that_others_part_addresses_with()
    {
        await using var world = await TeamsWorld.StartAsync();
        await world.SendAsync(Activities.Message("hello"));
        Assert.DoesNotContain('|', world.Turn.Conversation.Conversation);
    }

    [Fact]
    public async Task A_conversation_that_cannot_be_opened_says_why()
    {
        await using var world = await TeamsWorld.StartAsync();
        var anna = new PersonAddress("teams", Activities.Tenant, Activities.AnnaInEntra);
        Assert.Equal(
            new DirectConversation.Refused(new DeliveryResult.Failed("service_url_not_allowed")),
            await world.Channel.OpenDirectAsync(anna, CancellationToken.None));

        await world.SendAsync(Activities.Mention("<at>BotCoach</at> hello"));
        world.Connector.NextStatus(403);
        Assert.Equal(new DirectConversation.Refused(new DeliveryResult.Blocked()), await world.Channel.OpenDirectAsync(anna, CancellationToken.None));
        world.Connector.NextStatus(200, body: "{}");
        Assert.Equal(new DirectConversation.Refused(new DeliveryResult.Failed("unreadable")), await world.Channel.OpenDirectAsync(anna, CancellationToken.None));
    }
}
