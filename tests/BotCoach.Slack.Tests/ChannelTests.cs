using BotCoach.Chat;

namespace BotCoach.Slack.Tests;

public sealed class ChannelTests
{
    private static readonly PersonAddress _anna = new("slack", Payloads.Team, Payloads.Anna);
    private static readonly ConversationAddress _dm = new("slack", Payloads.Team, Payloads.Dm);
    private static readonly Card _card = new() { Title = "A nudge" };

    public static TheoryData<string, string> Codes => new()
    {
        { "channel_not_found", nameof(DeliveryResult.NotFound) },
        { "is_archived", nameof(DeliveryResult.NotFound) },
        { "message_not_found", nameof(DeliveryResult.NotFound) },
        { "cannot_dm_bot", nameof(DeliveryResult.Blocked) },
        { "user_disabled", nameof(DeliveryResult.Blocked) },
        { "not_in_channel", nameof(DeliveryResult.Blocked) },
        { "restricted_action", nameof(DeliveryResult.Blocked) },
        { "ratelimited", "Throttled 30" },
        { "invalid_auth", "Failed invalid_auth False" },
        { "account_inactive", "Failed account_inactive False" },
        { "token_revoked", "Failed token_revoked False" },
        { "invalid_blocks", "Failed invalid_blocks False" },
        { "internal_error", "Failed internal_error True" },
        { "fatal_error", "Failed fatal_error True" },
    };

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task What_Slack_says_is_put_in_the_words_of_every_channel(string code, string result)
    {
        await using var world = await SlackWorld.StartAsync();
        world.Slack.NextError("chat.postMessage", code);
        Assert.Equal(result, Describe(await SendAsync(world)));
    }

    [Theory]
    [InlineData(429, "7", "Throttled 7")]
    [InlineData(429, "0", "Throttled 1")]
    [InlineData(429, null, "Throttled 30")]
    [InlineData(500, null, "Failed http_500 True")]
    [InlineData(503, "5", "Failed http_503 True")]
    [InlineData(404, null, "Failed http_404 False")]
    [InlineData(302, null, "Failed http_302 False")]
    public async Task A_status_tells_whether_the_message_may_have_arrived(int status, string? retryAfter, string result)
    {
        await using var world = await SlackWorld.StartAsync();
        world.Slack.NextStatus("chat.postMessage", status, retryAfter);
        Assert.Equal(result, Describe(await SendAsync(world)));
        Assert.Single(world.Slack.Calls);
    }

    [Theory]
    [InlineData("<html>", "Failed unreadable True")]
    [InlineData("{}", "Failed unreadable True")]
    [InlineData("[]", "Failed unreadable True")]
    [InlineData("""{"ok":true}""", "Failed unreadable True")]
    public async Task An_answer_that_cannot_be_read_leaves_it_open_whether_the_message_arrived(string body, string result)
    {
        await using var world = await SlackWorld.StartAsync();
        world.Slack.NextJson("chat.postMessage", body);
        Assert.Equal(result, Describe(await SendAsync(world)));
    }

    [Fact]
    public async Task A_slow_answer_leaves_it_open()
    {
        await using var world = await SlackWorld.StartAsync(callTimeout: TimeSpan.FromMilliseconds(300));
        world.Slack.Next("chat.postMessage", http => Task.Delay(Timeout.Infinite, http.RequestAborted));
        Assert.Equal("Failed timeout True", Describe(await SendAsync(world)));
    }

    [Fact]
    public async Task Without_a_token_nothing_leaves()
    {
        await using var world = await SlackWorld.StartAsync(token: "");
        Assert.Equal("Failed not_installed False", Describe(await SendAsync(world)));
        Assert.IsType<DirectConversation.Refused>(await world.Channel.OpenDirectAsync(_anna, default));
        Assert.Empty(world.Slack.Calls);
    }

    [Theory]
    [InlineData("user_disabled", nameof(DeliveryResult.Blocked))]
    [InlineData("user_not_found", nameof(DeliveryResult.NotFound))]
    [InlineData("missing_scope", "Failed missing_scope False")]
    public async Task A_conversation_that_cannot_be_opened_says_why(string code, string result)
    {
        await using var world = await SlackWorld.StartAsync();
        world.Slack.NextError("conversations.open", code);
        var refused = Assert.IsType<DirectConversation.Refused>(await world.Channel.OpenDirectAsync(_anna, default));
        Assert.Equal(result, Describe(refused.Result));
    }

    [Fact]
    public async Task A_read_waits_as_Slack_asks_and_a_send_does_not()
    {
        await using var world = await SlackWorld.StartAsync();
        world.Slack.NextStatus("conversations.open", 429, retryAfter: "1");
        Assert.IsType<DirectConversation.Opened>(await world.Channel.OpenDirectAsync(_anna, default));

        world.Slack.NextStatus("users.info", 429, retryAfter: "6");
        Assert.Equal(new PersonLookup.Failed("ratelimited"), await world.Channel.LookUpAsync(_anna, default));
        Assert.Single(world.Slack.CallsOf("users.info"));
    }

    [Fact]
    public async Task A_read_is_not_asked_for_ever()
    {
        await using var world = await SlackWorld.StartAsync();
        for (var i = 0; i < 4; i++)
            world.Slack.NextStatus("conversations.open", 429, retryAfter: "1");
        Assert.IsType<DirectConversation.Refused>(await world.Channel.OpenDirectAsync(_anna, default));
        Assert.Equal(3, world.Slack.Calls.Count);
    }

    [Fact]
    public async Task A_message_is_found_by_its_key_among_our_own()
    {
        await using var world = await SlackWorld.StartAsync();
        const string History = """
            {"ok":true,"messages":[
              {"ts":"3.0","text":"hello"},
              {"ts":"2.0","metadata":{"event_type":"another","event_payload":{"key":"nudge-1"}}},
              {"ts":"1.0","metadata":{"event_type":"botcoach_message","event_payload":{"key":"nudge-1"}}}]}
            """;
        world.Slack.NextJson("conversations.history", History);
        world.Slack.NextJson("conversations.history", History);
        world.Slack.NextError("conversations.history", "missing_scope");

        Assert.Equal(new MessageAddress(_dm, "1.0"), await world.Channel.FindAsync(_dm, "nudge-1", default));
        Assert.Null(await world.Channel.FindAsync(_dm, "nudge-2", default));
        Assert.Null(await world.Channel.FindAsync(_dm, "nudge-1", default));
        Assert.Contains("include_all_metadata=true", world.Slack.Calls.First().Query, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(503)]
    [InlineData(429)]
    public async Task A_look_that_slack_does_not_answer_is_not_taken_for_a_message_that_is_not_there(int status)
    {
        await using var world = await SlackWorld.StartAsync();
        world.Slack.NextStatus("conversations.history", status);

        await Assert.ThrowsAsync<UnansweredLookException>(() => world.Channel.FindAsync(_dm, "nudge-1", default));
    }

    [Theory]
    [InlineData("""{"tz":"Europe/Berlin","locale":"de-DE","real_name":"Anna Berg","profile":{"display_name":"anna"}}""", "anna", "Europe/Berlin", "de-DE")]
    [InlineData("""{"tz":"Pacific Standard Time","real_name":"Anna Berg","profile":{"display_name":""}}""", "Anna Berg", null, null)]
    [InlineData("""{"tz":"Mars/Base","profile":{}}""", Payloads.Anna, null, null)]
    public async Task A_person_is_looked_up(string user, string name, string? zone, string? locale)
    {
        await using var world = await SlackWorld.StartAsync();
        world.Slack.NextJson("users.info", $$"""{"ok":true,"user":{{user}}}""");
        Assert.Equal(new PersonLookup.Found(name, zone, locale), await world.Channel.LookUpAsync(_anna, default));
        Assert.Contains("include_locale=true", world.Slack.Calls.Single().Query, StringComparison.Ordinal);
    }

    private static Task<DeliveryResult> SendAsync(SlackWorld world) => world.Channel.SendAsync(_dm, _card, "nudge-1", default);

    private static string Describe(DeliveryResult result) => result switch
    {
        DeliveryResult.Failed failed => $"Failed {failed.Reason} {failed.MayHaveArrived}",
        DeliveryResult.Throttled throttled => $"Throttled {throttled.After.TotalSeconds}",
        _ => result.GetType().Name,
    };
}
