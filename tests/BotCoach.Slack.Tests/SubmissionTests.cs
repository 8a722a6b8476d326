using System.Text.Json.Nodes;
using BotCoach.Chat;

namespace BotCoach.Slack.Tests;

public sealed class SubmissionTests
{
    private static readonly ChatForm _form = new()
    {
        Name = "meeting",
        State = """m1 "quoted" <&>""",
        Title = "Prepare a meeting",
        Submit = "Save",
        Fields = [new("title", "Title") { IsRequired = true }, new("when", "When")],
    };

    [Fact]
    public async Task A_form_belongs_to_the_conversation_where_the_command_was_given()
    {
        await using var world = await SlackWorld.StartAsync();
        var view = await OpenAsync(world);
        await world.SendInteractionAsync(Payloads.Submit(view, ("title", "Staff")));

        Assert.Equal((new("slack", Payloads.Team, "C0GENERAL"), false), (world.Turn.Conversation, world.Turn.IsDirect));
    }

    [Fact]
    public async Task A_reply_to_a_form_is_shown_where_the_command_was_given()
    {
        await using var world = await SlackWorld.StartAsync();
        var view = await OpenAsync(world);
        world.Handler.Answer = _ => new() { Reply = new Card { Title = "Saved" } };
        world.Slack.Calls.Clear();
        await world.SendInteractionAsync(Payloads.Submit(view, ("title", "Staff")));

        var call = Assert.Single(world.Slack.Calls);
        Assert.Equal("response_url", call.Method);
        Assert.Equal("ephemeral", call.Arguments.Text("response_type"));
    }

    [Fact]
    public async Task The_input_of_a_card_shown_in_passing_replaces_it_through_its_response_url()
    {
        await using var world = await SlackWorld.StartAsync();
        var button = InputButton(new("Write", new("reply.words", "n1"), 280));
        await world.SendInteractionAsync(Payloads.EphemeralTap("#input", button["value"]!.GetValue<string>(), world.Slack.ResponseUrl));
        var view = JsonNode.Parse(world.Slack.CallsOf("views.open").Single().Arguments.At("view")!.Value.GetRawText())!;
        world.Handler.Answer = _ => new() { Replacement = new Card { Title = "Noted" } };

        await world.SendInteractionAsync(Payloads.Submit(view, (Views.Input, "words")));

        Assert.Null(Assert.IsType<ButtonTurn>(world.Turn).Message);
        Assert.True(world.Slack.CallsOf("response_url").Single().Arguments.Flag("replace_original"));
    }

    [Fact]
    public async Task An_input_that_does_not_open_is_said_so()
    {
        await using var world = await SlackWorld.StartAsync();
        world.Slack.NextError("views.open", "expired_trigger_id");
        var button = InputButton(new("Write", new("reply.words", "n1"), 280));
        await world.SendInteractionAsync(Payloads.Tap("#input", button["value"]!.GetValue<string>(), world.Slack.ResponseUrl));
        Assert.Equal(NoticeTexts.In(Language.English).FormNotOpened, world.Slack.CallsOf("response_url").Single().Arguments.Text("text"));
    }

    private static JsonObject InputButton(CardInput input)
    {
        var blocks = CardBlocks.Of(new Card { Title = "T", Input = input });
        return blocks.Single(block => block["type"]!.GetValue<string>() == "actions")["elements"]![0]!.AsObject();
    }

    /// <summary>Has the form opened by a command in a channel, and gives it as Slack would.</summary>
    private static async Task<JsonNode> OpenAsync(SlackWorld world)
    {
        world.Handler.Answer = _ => new() { Form = _form };
        await world.SendCommandAsync(Payloads.Command("meeting", world.Slack.ResponseUrl));
        world.Handler.Turns.Clear();
        world.Handler.Answer = _ => ChatAnswer.Nothing;
        return JsonNode.Parse(world.Slack.CallsOf("views.open").Single().Arguments.At("view")!.Value.GetRawText())!;
    }
}
