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
    public async Task A_form_comes_back_with_its_state_and_every_field()
    {
        await using var world = await SlackWorld.StartAsync();
        var view = await OpenAsync(world);
        await world.SendInteractionAsync(Payloads.Submit(view, ("title", "R&D <staff>\nline two"), ("when", null)));

        var turn = Assert.IsType<FormTurn>(world.Turn);
        Assert.Equal("3333.4444.bbbb", turn.Id);
        Assert.Equal("meeting", turn.Form);
        Assert.Equal(_form.State, turn.State);
        Assert.Equal("R&D <staff>\nline two", turn.Values["title"]);
        Assert.Equal("", turn.Values["when"]);
        Assert.Equal(new("slack", Payloads.Team, "C0GENERAL"), turn.Conversation);
        Assert.False(turn.IsDirect);
    }

    [Fact]
    public async Task A_form_that_is_taken_closes()
    {
        await using var world = await SlackWorld.StartAsync();
        var view = await OpenAsync(world);
        var answer = await world.SendInteractionAsync(Payloads.Submit(view, ("title", "Staff")));
        Assert.Equal("clear", answer.Json.Text("response_action"));
    }

    [Fact]
    public async Task A_form_that_is_not_taken_stays_open_and_says_why_under_the_field()
    {
        await using var world = await SlackWorld.StartAsync();
        var view = await OpenAsync(world);
        world.Handler.Answer = _ => new()
        {
            Errors = [new("when", "I can't read 'soon'."), new("when", "Try Thu 10:00."), new("gone", "And this.")],
            Posts = [new("k", new Card { Title = "Never shown" })],
        };
        world.Slack.Calls.Clear();
        var answer = await world.SendInteractionAsync(Payloads.Submit(view, ("title", "Staff"), ("when", "soon")));

        Assert.Equal("errors", answer.Json.Text("response_action"));
        Assert.Equal("I can't read 'soon'. Try Thu 10:00.", answer.Json.Text("errors", "when"));
        Assert.Equal("And this.", answer.Json.Text("errors", "title"));
        Assert.Empty(world.Slack.Calls);
    }

    [Fact]
    public async Task A_form_that_could_not_be_stored_stays_open_with_all_that_was_typed()
    {
        await using var world = await SlackWorld.StartAsync();
        var view = await OpenAsync(world);
        world.Handler.Answer = _ => throw new InvalidOperationException("The store is away.");
        var answer = await world.SendInteractionAsync(Payloads.Submit(view, ("title", "Staff")));

        Assert.Equal(200, answer.Status);
        Assert.Equal(Notices.NotSaved, answer.Json.Text("errors", "title"));
    }

    [Fact]
    public async Task A_form_can_lead_to_another()
    {
        await using var world = await SlackWorld.StartAsync();
        var view = await OpenAsync(world);
        world.Handler.Answer = _ => new() { Form = _form with { Name = "second" } };
        var answer = await world.SendInteractionAsync(Payloads.Submit(view, ("title", "Staff")));
        Assert.Equal("update", answer.Json.Text("response_action"));
        Assert.Equal("second", ViewMetadata.Read(answer.Json.Text("view", "private_metadata"))!.Name);
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
    public async Task A_cards_input_opens_a_dialog_without_a_turn_and_comes_back_as_a_button_with_words()
    {
        await using var world = await SlackWorld.StartAsync();
        var words = "roadmap & <order>\n\"changed\" :tada:";
        var button = InputButton(new("Edit", new("reply.words", "n1|3"), 280) { Value = words, Placeholder = "One line" });
        var tap = Payloads.Tap(button["action_id"]!.GetValue<string>(), button["value"]!.GetValue<string>(), world.Slack.ResponseUrl);

        Assert.Equal(new(200, ""), await world.SendInteractionAsync(tap));
        Assert.Empty(world.Handler.Turns);
        var opened = world.Slack.CallsOf("views.open").Single().Arguments;
        var element = opened.Items("view", "blocks").Single().At("element")!.Value;
        Assert.Equal(words, element.Text("initial_value"));
        Assert.Equal("One line", element.Text("placeholder", "text"));
        Assert.Equal(280, element.At("max_length")!.Value.GetInt32());
        Assert.True(element.Flag("multiline"));

        world.Handler.Answer = _ => new() { Replacement = new Card { Title = "Noted" } };
        var view = JsonNode.Parse(opened.At("view")!.Value.GetRawText())!;
        var answer = await world.SendInteractionAsync(Payloads.Submit(view, (Views.Input, "a better line")));

        var turn = Assert.IsType<ButtonTurn>(world.Turn);
        Assert.Equal(new("reply.words", "n1|3"), turn.Action);
        Assert.Equal("a better line", turn.Input);
        Assert.Equal("1700000000.000300", turn.Message!.Value.Message);
        Assert.Equal("clear", answer.Json.Text("response_action"));
        Assert.Equal("1700000000.000300", world.Slack.CallsOf("chat.update").Single().Arguments.Text("ts"));
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
        Assert.Equal(Notices.FormNotOpened, world.Slack.CallsOf("response_url").Single().Arguments.Text("text"));
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
