using BotCoach.Chat;

namespace BotCoach.Teams.Tests;

/// <summary>What the channel makes of the Connector's answers, and how it proves itself.</summary>
public sealed class ChannelTests
{
    private static readonly Card _card = new() { Title = "A nudge" };

    private static async Task<DeliveryResult> SendAsync(TeamsWorld world, ConversationAddress? conversation = null) =>
        await world.Channel.SendAsync(conversation ?? world.Personal, _card, "key", CancellationToken.None);

    [Fact]
    public async Task A_card_is_sent_and_can_be_changed()
    {
        await using var world = await TeamsWorld.StartAsync();
        var sent = Assert.IsType<DeliveryResult.Sent>(await SendAsync(world));
        Assert.Equal(new MessageAddress(world.Personal, "m1"), sent.Message);

        Assert.Equal(sent, await world.Channel.UpdateAsync(sent.Message, new Card { Title = "Answered" }, CancellationToken.None));
        var update = Assert.Single(world.Connector.Updates);
        Assert.Equal(($"/v3/conversations/{Activities.Personal}/activities/m1", "m1", "Answered"), (update.Path, update.Body.Text("id"), update.Body.Text("summary")));
        Assert.Null(await world.Channel.FindAsync(world.Personal, "key", CancellationToken.None));
        Assert.IsType<PersonLookup.Failed>(await world.Channel.LookUpAsync(new("teams", "t", "p"), CancellationToken.None));
    }

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

    [Fact]
    public async Task A_lost_answer_may_have_arrived_and_a_refused_connection_has_not()
    {
        await using var world = await TeamsWorld.StartAsync();
        world.Connector.Next(http =>
        {
            http.Abort();
            return Task.CompletedTask;
        });
        Assert.Equal(new DeliveryResult.Failed("connection", MayHaveArrived: true), await SendAsync(world));
        Assert.Equal(
            new DeliveryResult.Failed("connection", MayHaveArrived: false),
            await SendAsync(world, Activities.Address("http://127.0.0.1:9/")));
    }

    [Fact]
    public async Task Whoever_gives_up_is_told_so()
    {
        await using var world = await TeamsWorld.StartAsync();
        using var gaveUp = new CancellationTokenSource();
        world.Connector.Next(async http =>
        {
            await gaveUp.CancelAsync();
            await Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => world.Channel.SendAsync(world.Personal, _card, "key", gaveUp.Token));
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
    public async Task A_direct_conversation_is_opened_once_and_anew_when_it_is_gone()
    {
        await using var world = await TeamsWorld.StartAsync();
        await world.SendAsync(Activities.Mention("<at>BotCoach</at> hello"));
        var anna = world.Turn.Person;
        var opened = new DirectConversation.Opened(Activities.Address(world.Connector.ServiceUrl, FakeConnector.NewConversation));

        Assert.Equal(opened, await world.Channel.OpenDirectAsync(anna, CancellationToken.None));
        Assert.Equal(opened, await world.Channel.OpenDirectAsync(anna, CancellationToken.None));
        Assert.Single(world.Connector.Creations);

        world.Connector.NextStatus(404);
        Assert.IsType<DeliveryResult.NotFound>(await SendAsync(world, opened.Conversation));
        Assert.Equal(opened, await world.Channel.OpenDirectAsync(anna, CancellationToken.None));
        Assert.Equal(2, world.Connector.Creations.Count());
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
