using System.Text.Json.Nodes;
using BotCoach.Chat;

namespace BotCoach.Slack.Tests;

/// <summary>The home page belongs to no conversation: what somebody does there is shown there.</summary>
public sealed class HomeTests
{
    private static readonly Card _page = new()
    {
        Title = "Your plan",
        Choices = [new(null, [new("Pause", new("plan.pause", "for 1 week"))])],
        Input = new("Pause until a date", new("plan.pause"), 60),
    };

    [Fact]
    public async Task A_tap_on_the_home_page_says_so_and_the_page_changes_in_place()
    {
        await using var world = await SlackWorld.StartAsync();
        world.Handler.Answer = _ => new() { Home = [_page with { Title = "Paused" }] };
        Assert.Equal(200, (await world.SendInteractionAsync(OnHome(Payloads.Tap("plan.pause#0", "for 1 week")))).Status);
        await world.SettledAsync();

        var turn = Assert.IsType<ButtonTurn>(world.Turn);
        Assert.Equal((true, true, null, Payloads.Anna), (turn.OnHome, turn.IsDirect, turn.Message, turn.Conversation.Conversation));
        Assert.Equal("Paused", world.Slack.Workspace.Home?.Items("blocks").First().Text("text", "text"));
    }

    [Fact]
    public async Task A_line_written_on_the_home_page_is_known_to_come_from_there()
    {
        await using var world = await SlackWorld.StartAsync();
        var input = CardBlocks.Of(_page).SelectMany(block => block["elements"]?.AsArray() ?? []).Single(element => (string?)element!["action_id"] == ActionId.Input)!;
        await world.SendInteractionAsync(OnHome(Payloads.Tap(ActionId.Input, (string)input["value"]!)));
        var view = JsonNode.Parse(world.Slack.Workspace.Dialog!.Value.GetRawText())!;
        await world.SendInteractionAsync(Payloads.Submit(view, ("input", "7 Dec")));

        var turn = Assert.IsType<ButtonTurn>(world.Turn);
        Assert.Equal((true, "7 Dec"), (turn.OnHome, turn.Input));
    }

    [Fact]
    public async Task A_form_that_was_opened_from_the_home_page_is_known_to_come_from_there()
    {
        await using var world = await SlackWorld.StartAsync();
        world.Handler.Answer = _ => new() { Form = Forms.Meeting };
        await world.SendInteractionAsync(OnHome(Payloads.Tap("meeting.new#0")));
        world.Handler.Turns.Clear();
        world.Handler.Answer = _ => new() { Home = [_page] };
        await world.SendInteractionAsync(Payloads.Submit(JsonNode.Parse(world.Slack.Workspace.Dialog!.Value.GetRawText())!, ("name", "Exec staff")));
        await world.SettledAsync();

        Assert.True(Assert.IsType<FormTurn>(world.Turn).OnHome);
        Assert.NotNull(world.Slack.Workspace.Home);
    }

    [Fact]
    public async Task Whatever_stands_in_a_conversation_does_not_come_from_the_home_page()
    {
        await using var world = await SlackWorld.StartAsync();
        await world.SendInteractionAsync(Payloads.Tap("plan.pause#0", "for 1 week"));
        Assert.False(world.Turn.OnHome);
    }

    [Fact]
    public async Task What_did_not_work_on_the_home_page_is_said_in_a_message()
    {
        await using var world = await SlackWorld.StartAsync();
        world.Handler.Answer = _ => throw new InvalidOperationException("The store is away.");
        await world.SendInteractionAsync(OnHome(Payloads.Tap("plan.pause#0", "for 1 week")));
        await world.SettledAsync();

        var said = Assert.Single(world.Slack.Workspace.Messages);
        Assert.Equal((Payloads.Anna, NoticeTexts.In(Language.English).NotDone), (said.Channel, said.Body.Text("text")));
    }

    private static JsonObject OnHome(JsonObject tap)
    {
        tap["container"] = new JsonObject { ["type"] = "view", ["view_id"] = "V0HOME" };
        tap.Remove("channel");
        tap["response_url"] = null;
        return tap;
    }
}
