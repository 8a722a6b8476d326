using BotCoach.Chat;

namespace BotCoach.Slack.Tests;

public sealed class ButtonTests
{
    private static readonly Card _card = new() { Title = "You said 3 of 5" };

    [Fact]
    public async Task A_tap_on_the_home_page_belongs_to_the_conversation_with_the_person()
    {
        await using var world = await SlackWorld.StartAsync();
        var tap = Payloads.Tap("plan.change#0");
        tap.Remove("channel");
        tap["container"] = new System.Text.Json.Nodes.JsonObject { ["type"] = "view", ["view_id"] = "V1" };
        await world.SendInteractionAsync(tap);

        var turn = Assert.IsType<ButtonTurn>(world.Turn);
        Assert.Equal(Payloads.Anna, turn.Conversation.Conversation);
        Assert.True(turn.IsDirect);
        Assert.Null(turn.Message);
    }

    [Fact]
    public async Task An_enterprise_wide_install_is_known_by_the_persons_team()
    {
        await using var world = await SlackWorld.StartAsync();
        var tap = Payloads.Tap("plan.change#0");
        tap["team"] = null;
        await world.SendInteractionAsync(tap);
        Assert.Equal(Payloads.Team, world.Turn.Person.Workspace);
    }

    [Fact]
    public async Task A_card_shown_in_passing_is_replaced_and_replied_to_through_its_response_url()
    {
        await using var world = await SlackWorld.StartAsync();
        world.Handler.Answer = _ => new() { Reply = _card, Replacement = _card };
        await world.SendInteractionAsync(Payloads.EphemeralTap("check-in.answer#2", "3", world.Slack.ResponseUrl));

        Assert.Null(Assert.IsType<ButtonTurn>(world.Turn).Message);
        Assert.Equal(["response_url", "response_url"], world.Slack.Calls.Select(call => call.Method));
        Assert.Equal([false, true], world.Slack.Calls.Select(call => call.Arguments.Flag("replace_original")));
        Assert.All(world.Slack.Calls, call => Assert.Equal("", call.Authorization));
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://hooks.slack.com/actions/T1/2/3")]
    [InlineData("https://hooks.slack.com.example.com/x")]
    [InlineData("https://hooks.slack.com@example.com/x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("not an address")]
    public async Task A_response_url_elsewhere_is_never_called(string responseUrl)
    {
        await using var world = await SlackWorld.StartAsync();
        world.Handler.Answer = _ => new() { Replacement = _card };
        Assert.Equal(200, (await world.SendInteractionAsync(Payloads.EphemeralTap("check-in.answer#2", "3", responseUrl))).Status);
        Assert.Empty(world.Slack.Calls);
    }

    [Fact]
    public async Task A_response_url_at_another_port_of_the_same_host_is_never_called()
    {
        await using var world = await SlackWorld.StartAsync();
        await using var other = await FakeSlack.StartAsync();
        world.Handler.Answer = _ => new() { Replacement = _card };
        await world.SendInteractionAsync(Payloads.EphemeralTap("check-in.answer#2", "3", other.ResponseUrl));
        Assert.Empty(other.Calls);
    }

    [Fact]
    public async Task A_reply_through_a_used_up_address_is_posted_to_the_person_instead()
    {
        await using var world = await SlackWorld.StartAsync();
        world.Handler.Answer = _ => new() { Reply = _card };
        world.Slack.NextStatus("response_url", 404);
        await world.SendInteractionAsync(Payloads.EphemeralTap("check-in.answer#2", "3", world.Slack.ResponseUrl));
        Assert.Equal(["response_url", "conversations.open", "chat.postMessage"], world.Slack.Calls.Select(call => call.Method));
    }

    [Fact]
    public async Task The_parts_of_an_answer_are_shown_in_their_order_but_a_form_opens_first()
    {
        await using var world = await SlackWorld.StartAsync();
        var earlier = new MessageAddress(new("slack", Payloads.Team, Payloads.Dm), "5.5");
        world.Handler.Answer = _ => new()
        {
            Reply = _card,
            Replacement = _card,
            Updates = [new(earlier, _card)],
            Posts = [new("k", _card)],
            Form = new() { Name = "f", Title = "F", Submit = "Save", Fields = [new("a", "A")] },
            Home = [_card],
        };
        await world.SendInteractionAsync(Payloads.Tap("x#0", "", world.Slack.ResponseUrl));

        Assert.Equal(
            ["views.open", "chat.postMessage", "chat.update", "chat.update", "conversations.open", "chat.postMessage", "views.publish"],
            world.Slack.Calls.Select(call => call.Method));
        Assert.Equal(["1700000000.000300", "5.5"], world.Slack.CallsOf("chat.update").Select(call => call.Arguments.Text("ts")));
    }
}
