using System.Text.Json.Nodes;
using BotCoach.Chat;

namespace BotCoach.Slack.Tests;

public sealed class EventTests
{
    private static readonly Card _card = new() { Title = "Got it" };

    [Fact]
    public async Task Opening_another_tab_than_the_home_page_is_no_turn()
    {
        await using var world = await SlackWorld.StartAsync();
        await world.SendEventAsync(Payloads.HomeOpened("messages"));
        Assert.Empty(world.Handler.Turns);
    }

    [Theory]
    [InlineData("bot_id", "B0BOT")]
    [InlineData("user", "U0BOT")]
    [InlineData("subtype", "bot_message")]
    [InlineData("subtype", "message_changed")]
    [InlineData("subtype", "message_deleted")]
    [InlineData("subtype", "file_share")]
    [InlineData("channel_type", "channel")]
    [InlineData("channel_type", "mpim")]
    [InlineData("text", "")]
    public async Task The_bots_own_messages_edits_and_talk_among_others_are_ignored(string property, string value)
    {
        await using var world = await SlackWorld.StartAsync();
        var body = Payloads.Message("hello");
        body["event"]![property] = value;

        Assert.Equal(200, (await world.SendEventAsync(body)).Status);
        Assert.Empty(world.Handler.Turns);
    }

    [Fact]
    public async Task A_reply_to_a_direct_message_is_posted_there()
    {
        await using var world = await SlackWorld.StartAsync();
        world.Handler.Answer = _ => new() { Reply = _card };
        await world.SendEventAsync(Payloads.Message("hello"));

        var call = Assert.Single(world.Slack.Calls);
        Assert.Equal("chat.postMessage", call.Method);
        Assert.Equal("Bearer xoxb-1", call.Authorization);
        Assert.Equal(Payloads.Dm, call.Arguments.Text("channel"));
        Assert.Equal("Got it", call.Arguments.Text("text"));
        Assert.False(call.Arguments.Flag("unfurl_links"));
    }

    [Fact]
    public async Task A_reply_in_a_channel_is_for_the_persons_eyes()
    {
        await using var world = await SlackWorld.StartAsync();
        world.Handler.Answer = _ => new() { Reply = _card };
        await world.SendEventAsync(Payloads.Mention("<@U0BOT> help"));

        var call = Assert.Single(world.Slack.Calls);
        Assert.Equal("chat.postEphemeral", call.Method);
        Assert.Equal(Payloads.Anna, call.Arguments.Text("user"));
        Assert.Equal("C0GENERAL", call.Arguments.Text("channel"));
    }

    [Fact]
    public async Task A_post_goes_to_the_direct_conversation_with_its_key_and_is_recorded()
    {
        await using var world = await SlackWorld.StartAsync();
        var post = new CardPost("nudge-1", _card);
        world.Handler.Answer = _ => new() { Posts = [post] };
        Assert.Equal(200, (await world.SendEventAsync(Payloads.Mention("<@U0BOT> start"))).Status);

        Assert.Equal(["conversations.open", "chat.postMessage"], world.Slack.Calls.Select(call => call.Method));
        var sent = world.Slack.Calls.Last().Arguments;
        Assert.Equal("botcoach_message", sent.Text("metadata", "event_type"));
        Assert.Equal("nudge-1", sent.Text("metadata", "event_payload", "key"));
        Assert.Equal(
            [(post, new MessageAddress(new("slack", Payloads.Team, "D0ANNA"), "1700000000.000001"))],
            world.Handler.Recorded);
    }

    [Fact]
    public async Task An_event_that_comes_again_posts_nothing_that_is_there_already()
    {
        await using var world = await SlackWorld.StartAsync();
        world.Handler.Answer = _ => new() { Reply = _card, Posts = [new("nudge-1", _card)] };
        const string There = """
            {"ok":true,"messages":[
              {"ts":"9.2","metadata":{"event_type":"botcoach_message","event_payload":{"key":"nudge-1"}}},
              {"ts":"9.1","metadata":{"event_type":"botcoach_message","event_payload":{"key":"reply-Ev1"}}}]}
            """;
        world.Slack.NextJson("conversations.history", There);
        world.Slack.NextJson("conversations.history", There);

        Assert.Equal(200, (await world.SendEventAsync(Payloads.Message("hello"), retry: "1")).Status);
        Assert.Empty(world.Slack.CallsOf("chat.postMessage"));
        Assert.Equal("9.2", Assert.Single(world.Handler.Recorded).Message.Message);
    }

    [Fact]
    public async Task A_post_whose_answer_was_lost_is_looked_for_before_it_counts_as_failed()
    {
        await using var world = await SlackWorld.StartAsync();
        world.Handler.Answer = _ => new() { Posts = [new("nudge-1", _card)] };
        world.Slack.Next("chat.postMessage", http =>
        {
            http.Abort();
            return Task.CompletedTask;
        });
        world.Slack.NextJson(
            "conversations.history",
            """{"ok":true,"messages":[{"ts":"9.2","metadata":{"event_type":"botcoach_message","event_payload":{"key":"nudge-1"}}}]}""");

        Assert.Equal(200, (await world.SendEventAsync(Payloads.Message("hello"))).Status);
        Assert.Equal("9.2", Assert.Single(world.Handler.Recorded).Message.Message);
    }

    [Fact]
    public async Task The_home_page_is_published_for_the_person()
    {
        await using var world = await SlackWorld.StartAsync();
        world.Handler.Answer = _ => new() { Home = [_card, _card] };
        await world.SendEventAsync(Payloads.HomeOpened());

        var call = Assert.Single(world.Slack.Calls);
        Assert.Equal("views.publish", call.Method);
        Assert.Equal(Payloads.Anna, call.Arguments.Text("user_id"));
        Assert.Equal(["header", "divider", "header"], call.Arguments.Items("view", "blocks").Select(block => block.Text("type")));
    }

    [Fact]
    public async Task A_form_after_a_message_is_offered_by_a_button_that_says_the_words_again()
    {
        await using var world = await SlackWorld.StartAsync();
        world.Handler.Answer = _ => new()
        {
            Form = new() { Name = "meeting", Title = "Prepare", Submit = "Save", Fields = [new("title", "Title")] },
        };
        await world.SendEventAsync(Payloads.Message("prep meeting &amp; more"));
        var button = world.Slack.CallsOf("chat.postMessage").Single().Arguments.Items("blocks").Last().Items("elements").Single();
        await world.SendInteractionAsync(Payloads.Tap(button.Text("action_id")!, button.Text("value")));

        Assert.Equal(["prep meeting & more", "prep meeting & more"], world.Handler.Turns.Cast<MessageTurn>().Select(turn => turn.Text));
        Assert.Equal("1111.2222.aaaa", world.Slack.CallsOf("views.open").Single().Arguments.Text("trigger_id"));
    }

    [Fact]
    public async Task A_message_event_without_authorizations_is_a_turn_all_the_same()
    {
        await using var world = await SlackWorld.StartAsync();
        var body = Payloads.Message("hello");
        ((JsonObject)body).Remove("authorizations");
        await world.SendEventAsync(body);
        Assert.IsType<MessageTurn>(world.Turn);
    }
}
