using System.Text.Json.Nodes;
using BotCoach.Chat;

namespace BotCoach.Teams.Tests;

/// <summary>What becomes of the answer to an activity that is not answered in its response.</summary>
public sealed class AnswerTests
{
    private static readonly Card _card = new() { Title = "Your plan" };
    private static readonly JsonNode _tap = CardData.Of(new CardAction("check-in.answer", "q1|3"));

    private static readonly ChatForm _form = new()
    {
        Name = "meeting",
        State = "m1",
        Title = "Prepare a meeting",
        Submit = "Save",
        Fields = [new("name", "Which?") { IsRequired = true }, new("goal", "Goal")],
    };

    private static JsonObject Filled(params (string Field, string Value)[] values)
    {
        var data = CardData.Of(_form);
        foreach (var (field, value) in values)
            data[$"field.{field}"] = value;
        return data;
    }

    [Fact]
    public async Task In_a_group_the_person_is_answered_alone_and_the_group_reads_nothing()
    {
        await using var world = await TeamsWorld.StartAsync();
        world.Handler.Answer = _ => new() { Reply = _card, Posts = [new("p", _card)], Form = _form };
        Assert.Equal(200, (await world.SendAsync(Activities.Mention("<at>BotCoach</at> help"))).Status);

        var created = Assert.Single(world.Connector.Creations).Body;
        Assert.Equal(Activities.AnnaInEntra, created.Items("members").Single().Text("id"));
        Assert.Equal((Activities.Tenant, false), (created.Text("tenantId"), created.Flag("isGroup")));
        Assert.Equal(3, world.Connector.Sends.Count());
        Assert.All(world.Connector.Sends, send => Assert.Equal($"/v3/conversations/{FakeConnector.NewConversation}/activities", send.Path));
    }

    [Fact]
    public async Task A_person_who_was_met_is_answered_where_they_were_met()
    {
        await using var world = await TeamsWorld.StartAsync();
        await world.SendAsync(Activities.Message("hello"));
        world.Handler.Answer = _ => new() { Reply = _card };
        await world.SendAsync(Activities.Mention("<at>BotCoach</at> help"));
        Assert.Empty(world.Connector.Creations);
        Assert.Equal($"/v3/conversations/{Activities.Personal}/activities", Assert.Single(world.Connector.Sends).Path);
    }

    [Fact]
    public async Task A_conversation_that_is_gone_is_made_anew_and_sent_to_once_more()
    {
        await using var world = await TeamsWorld.StartAsync();
        world.Handler.Answer = _ => new() { Posts = [new("p", _card)] };
        world.Connector.NextStatus(404);
        Assert.Equal(200, (await world.SendAsync(Activities.Message("plan"))).Status);

        Assert.Single(world.Connector.Creations);
        Assert.Equal(2, world.Connector.Sends.Count());
        Assert.Equal(Activities.Address(world.Connector.ServiceUrl, FakeConnector.NewConversation), Assert.Single(world.Handler.Recorded).Message.Conversation);
    }

    [Fact]
    public async Task A_message_of_another_conversation_is_not_changed()
    {
        await using var world = await TeamsWorld.StartAsync();
        world.Handler.Answer = _ => new()
        {
            Updates =
            [
                new(new(Activities.Address(world.Connector.ServiceUrl, "a:somebody else"), "m0"), _card),
                new(new(Activities.Address("https://evil.example/"), "m0"), _card),
                new(new(new("teams", Activities.Tenant, "nonsense"), "m0"), _card),
            ],
        };
        Assert.Equal(200, (await world.SendAsync(Activities.Message("plan"))).Status);
        Assert.Empty(world.Connector.Calls);
    }

    [Fact]
    public async Task A_button_of_an_older_client_changes_its_card_where_it_stands()
    {
        await using var world = await TeamsWorld.StartAsync();
        world.Handler.Answer = _ => new() { Replacement = _card };
        Assert.Equal(new(200, ""), await world.SendAsync(Activities.Submit(_tap)));

        var turn = Assert.IsType<ButtonTurn>(world.Turn);
        Assert.Equal((new CardAction("check-in.answer", "q1|3"), null), (turn.Action, turn.Input));
        Assert.Equal(new MessageAddress(world.Personal, "1700000000000"), turn.Message);
        Assert.Equal($"/v3/conversations/{Activities.Personal}/activities/1700000000000", Assert.Single(world.Connector.Updates).Path);
    }

    [Fact]
    public async Task A_card_that_the_person_deleted_is_not_asked_for_again()
    {
        await using var world = await TeamsWorld.StartAsync();
        world.Handler.Answer = _ => new() { Replacement = _card };
        world.Connector.NextStatus(404);
        Assert.Equal(200, (await world.SendAsync(Activities.Submit(_tap))).Status);
    }

    [Fact]
    public async Task A_button_whose_card_is_not_named_is_answered_with_a_message()
    {
        await using var world = await TeamsWorld.StartAsync();
        world.Handler.Answer = _ => new() { Replacement = _card };
        await world.SendAsync(Activities.Submit(_tap, card: null));
        Assert.Null(Assert.IsType<ButtonTurn>(world.Turn).Message);
        Assert.Equal("Your plan", Assert.Single(world.Connector.Sends).Body.Text("summary"));
    }

    [Theory]
    [InlineData("what I learned", "what I learned")]
    [InlineData(null, "")]
    public async Task The_words_of_a_cards_input_come_with_its_button(string? typed, string input)
    {
        await using var world = await TeamsWorld.StartAsync();
        var data = CardData.Of(new CardInput("Learned?", new("learn", "m1"), 300));
        data["input"] = typed;
        await world.SendAsync(Activities.Submit(data));
        Assert.Equal(input, Assert.IsType<ButtonTurn>(world.Turn).Input);
    }

    [Fact]
    public async Task A_form_of_an_older_client_is_a_turn_and_its_card_says_that_it_was_saved()
    {
        await using var world = await TeamsWorld.StartAsync();
        world.Handler.Answer = _ => new() { Posts = [new("sheet", new Card { Title = "Sheet" })] };
        Assert.Equal(200, (await world.SendAsync(Activities.Submit(Filled(("name", "Exec"))))).Status);

        var turn = Assert.IsType<FormTurn>(world.Turn);
        Assert.Equal(("meeting", "m1"), (turn.Form, turn.State));
        Assert.Equal(new Dictionary<string, string> { ["name"] = "Exec", ["goal"] = "" }, turn.Values);
        Assert.Equal("Prepare a meeting: Saved.", Assert.Single(world.Connector.Updates).Body.Text("summary"));
        Assert.Equal("Sheet", Assert.Single(world.Connector.Sends).Body.Text("summary"));
        Assert.Single(world.Handler.Recorded);
    }

    [Fact]
    public async Task What_is_wrong_with_a_form_is_shown_on_its_card_with_all_that_was_typed()
    {
        await using var world = await TeamsWorld.StartAsync();
        world.Handler.Answer = _ => new() { Errors = [new("name", "Which one?")], Posts = [new("p", _card)] };
        await world.SendAsync(Activities.Submit(Filled(("name", " "), ("goal", "One question"))));

        var call = Assert.Single(world.Connector.Calls);
        Assert.Equal("PUT", call.Method);
        Assert.Contains("Which one?", call.Card.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("One question", call.Card.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_button_that_only_posts_is_answered_too()
    {
        await using var world = await TeamsWorld.StartAsync();
        world.Handler.Answer = _ => new() { Posts = [new("p", _card)] };
        var answer = await world.SendAsync(Activities.Execute(_tap));
        Assert.Equal("""{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"Done."}""", answer.Body);
        await Eventually.HoldsAsync(() => !world.Handler.Recorded.IsEmpty);
    }

    [Theory]
    [InlineData(201, "The form is below.")]
    [InlineData(500, "The form did not open. Please try again.")]
    public async Task A_form_that_a_button_opens_is_a_new_message_and_the_card_stays(int connector, string said)
    {
        await using var world = await TeamsWorld.StartAsync();
        world.Handler.Answer = _ => new() { Form = _form };
        world.Connector.NextStatus(connector, body: """{"id":"m1"}""");
        var answer = await world.SendAsync(Activities.Execute(_tap));

        Assert.Equal(said, answer.Json.Text("value"));
        Assert.Equal("Prepare a meeting", Assert.Single(world.Connector.Calls).Body.Text("summary"));
    }

    [Fact]
    public async Task A_form_that_knows_the_way_back_takes_the_cards_place_and_leaves_the_message_alone()
    {
        await using var world = await TeamsWorld.StartAsync();
        world.Handler.Answer = turn => turn is ButtonTurn { Action.Name: "sheet.show" }
            ? new() { Replacement = _card }
            : new() { Form = _form with { Back = new("sheet.show", "m1") } };
        var opened = await world.SendAsync(Activities.Execute(_tap));
        var form = JsonNode.Parse(opened.Json.At("value")!.Value.GetRawText())!;
        var calls = world.Connector.Calls.Count;
        await world.SendAsync(Activities.Execute(Activities.DataOf(form, NoticeTexts.In(Language.English).Back), id: "f:9"));

        Assert.Equal(TeamsMessage.CardType, opened.Json.Text("type"));
        Assert.Equal("m1", Activities.DataOf(form, "Save")["form"]!["state"]!.GetValue<string>());
        Assert.Equal(0, calls);
        Assert.Equal(new CardAction("sheet.show", "m1"), Assert.IsType<ButtonTurn>(world.Handler.Turns.Last()).Action);
        await Eventually.HoldsAsync(() => world.Connector.Updates.Any());
    }

    [Fact]
    public async Task A_form_that_knows_the_way_back_is_a_message_where_no_card_gives_way_to_it()
    {
        await using var world = await TeamsWorld.StartAsync();
        world.Handler.Answer = _ => new() { Form = _form with { Back = new("sheet.show", "m1") } };
        await world.SendAsync(Activities.Message("prep"));
        await world.SendAsync(Activities.Execute(_tap, card: null));

        Assert.Equal(["Prepare a meeting", "Prepare a meeting"], world.Connector.Sends.Select(call => call.Body.Text("summary")));
    }

    [Fact]
    public async Task A_form_turns_into_what_its_message_is_updated_to()
    {
        await using var world = await TeamsWorld.StartAsync();
        world.Handler.Answer = _ => new() { Updates = [new(new(world.Personal, "1700000000000"), _card), new(new(world.Personal, "m0"), _card)] };
        var answer = await world.SendAsync(Activities.Execute(Filled(("name", "Exec"))));

        Assert.Equal(TeamsMessage.Of(_card).Card.ToJsonString(TeamsJson.Options), answer.Json.At("value")!.Value.GetRawText());
        await Eventually.HoldsAsync(() => world.Connector.Updates.Count() == 2);
        Assert.Equal(
            [$"/v3/conversations/{Activities.Personal}/activities/1700000000000", $"/v3/conversations/{Activities.Personal}/activities/m0"],
            world.Connector.Updates.Select(call => call.Path));
    }

    [Fact]
    public async Task A_dialog_that_was_submitted_updates_its_message_too()
    {
        await using var world = await TeamsWorld.StartAsync();
        world.Handler.Answer = _ => new() { Updates = [new(new(world.Personal, "1700000000000"), _card)] };
        var submit = Activities.Task("task/submit", Filled(("name", "Exec")));
        submit["replyToId"] = "1700000000000";
        var taken = await world.SendAsync(submit);

        Assert.Equal("""{"task":{"type":"message","value":"Saved."}}""", taken.Body);
        await Eventually.HoldsAsync(() => world.Connector.Updates.Any());
    }

    [Fact]
    public async Task A_form_is_answered_in_place_and_its_sheet_is_a_new_message()
    {
        await using var world = await TeamsWorld.StartAsync();
        world.Handler.Answer = _ => new() { Posts = [new("sheet", new Card { Title = "Sheet" })] };
        var answer = await world.SendAsync(Activities.Execute(Filled(("name", "Exec"))));

        Assert.Contains("Saved.", answer.Json.At("value")!.Value.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("Action.Execute", answer.Body, StringComparison.Ordinal);
        await Eventually.HoldsAsync(() => !world.Handler.Recorded.IsEmpty);
        Assert.Equal(["Prepare a meeting: Saved.", "Sheet"], world.Connector.Calls.Select(call => call.Body.Text("summary")));
    }

    [Fact]
    public async Task A_dialog_is_fetched_shows_what_is_wrong_and_ends()
    {
        await using var world = await TeamsWorld.StartAsync();
        world.Handler.Answer = turn => turn switch
        {
            ButtonTurn => new() { Form = _form },
            FormTurn { Values: var values } when values["name"].Length == 0 => new() { Errors = [new("name", "Which one?")] },
            _ => new() { Posts = [new("sheet", _card)] },
        };
        var fetched = await world.SendAsync(Activities.Task("task/fetch", _tap));
        var refused = await world.SendAsync(Activities.Task("task/submit", Filled()));
        var taken = await world.SendAsync(Activities.Task("task/submit", Filled(("name", "Exec"))));

        Assert.Equal(("continue", "Prepare a meeting"), (fetched.Json.Text("task", "type"), fetched.Json.Text("task", "value", "title")));
        Assert.Equal(TeamsMessage.CardType, fetched.Json.Text("task", "value", "card", "contentType"));
        Assert.Equal("continue", refused.Json.Text("task", "type"));
        Assert.Contains("Which one?", refused.Body, StringComparison.Ordinal);
        Assert.Equal("""{"task":{"type":"message","value":"Saved."}}""", taken.Body);
        await Eventually.HoldsAsync(() => !world.Handler.Recorded.IsEmpty);
        Assert.Single(world.Connector.Calls);
    }
}
