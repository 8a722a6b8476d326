using System.Text.Json.Nodes;
using BotCoach.Chat;

namespace BotCoach.Teams.Tests;

public sealed class TurnTests
{
    [Fact]
    public async Task A_message_is_a_turn()
    {
        await using var world = await TeamsWorld.StartAsync();
        var answer = await world.SendAsync(Activities.Message("prep meeting Exec staff Thu 10:00"));

        Assert.Equal(new(200, ""), answer);
        Assert.Equal(
            new MessageTurn
            {
                Id = "1700000000001",
                Person = new("teams", Activities.Tenant, Activities.AnnaInEntra),
                Conversation = world.Personal,
                At = TeamsWorld.Now,
                Locale = "en-GB",
                Zone = "Europe/London",
                Text = "prep meeting Exec staff Thu 10:00",
            },
            world.Turn);
    }

    [Fact]
    public async Task A_person_without_an_Entra_id_is_known_by_their_Teams_id()
    {
        await using var world = await TeamsWorld.StartAsync();
        var activity = Activities.Message("hello");
        activity["from"]!.AsObject().Remove("aadObjectId");
        await world.SendAsync(activity);
        Assert.Equal(Activities.Anna, world.Turn.Person.Person);
    }

    [Fact]
    public async Task Without_client_info_the_locale_is_the_activitys_and_the_zone_unknown()
    {
        await using var world = await TeamsWorld.StartAsync();
        var activity = Activities.Message("hello");
        activity.Remove("entities");
        await world.SendAsync(activity);
        Assert.Equal(("en-US", null), (world.Turn.Locale, world.Turn.Zone));
    }

    [Theory]
    [InlineData("Europe/London", "Europe/London")]
    [InlineData("W. Europe Standard Time", null)]
    [InlineData("Nowhere/Land", null)]
    public async Task A_zone_is_taken_when_it_is_one_of_IANA(string sent, string? zone)
    {
        await using var world = await TeamsWorld.StartAsync();
        var activity = Activities.Message("hello");
        activity["entities"]![0]!["timezone"] = sent;
        await world.SendAsync(activity);
        Assert.Equal(zone, world.Turn.Zone);
    }

    [Theory]
    [InlineData("<at>BotCoach</at> prep meeting\n", "<at>BotCoach</at>", "prep meeting")]
    [InlineData("<at>BotCoach</at>&nbsp;/prep meeting", "<at>BotCoach</at>", "/prep meeting")]
    [InlineData("prep <at id=\"0\">BotCoach</at> meeting", "<at id=\"0\">BotCoach</at>", "prep meeting")]
    [InlineData("<at>BotCoach</at>", "<at>BotCoach</at>", "")]
    [InlineData("<at>BotCoach</at> ask <at>Ben Ode</at>", "<at>BotCoach</at>", "ask Ben Ode")]
    public async Task A_mention_of_the_bot_is_taken_out(string sent, string mention, string text)
    {
        await using var world = await TeamsWorld.StartAsync();
        await world.SendAsync(Activities.Mention(sent, mention));
        var turn = Assert.IsType<MessageTurn>(world.Turn);
        Assert.Equal((text, false), (turn.Text, turn.IsDirect));
    }

    [Fact]
    public async Task A_mention_without_its_entity_is_known_by_the_bots_name()
    {
        await using var world = await TeamsWorld.StartAsync();
        await world.SendAsync(Activities.InGroup(Activities.Message("<at>botcoach</at> help")));
        Assert.Equal("help", Assert.IsType<MessageTurn>(world.Turn).Text);
    }

    [Theory]
    [InlineData("a &lt;b&gt; &amp;amp; c", "a <b> &amp; c")]
    [InlineData(" two\u00A0 words \r\nand a line ", "two words \nand a line")]
    [InlineData("&lt;at&gt;Ben&lt;/at&gt; **bold** [x](javascript:alert(1))", "<at>Ben</at> **bold** [x](javascript:alert(1))")]
    public async Task Words_arrive_as_they_were_typed(string sent, string text)
    {
        await using var world = await TeamsWorld.StartAsync();
        await world.SendAsync(Activities.Message(sent));
        Assert.Equal(text, Assert.IsType<MessageTurn>(world.Turn).Text);
    }

    [Theory]
    [InlineData("messageReaction")]
    [InlineData("messageUpdate")]
    [InlineData("messageDelete")]
    [InlineData("typing")]
    [InlineData("event")]
    [InlineData("somethingNew")]
    public async Task Other_activities_are_accepted_and_ignored(string type)
    {
        await using var world = await TeamsWorld.StartAsync();
        Assert.Equal(new(200, ""), await world.SendAsync(Activities.Activity(type, "1")));
        Assert.Empty(world.Handler.Turns);
    }

    [Theory]
    [InlineData("composeExtension/query")]
    [InlineData("adaptiveCard/action")]
    [InlineData("task/fetch")]
    public async Task An_invoke_that_is_not_ours_is_accepted_and_ignored(string name)
    {
        await using var world = await TeamsWorld.StartAsync();
        var activity = Activities.Activity("invoke", "1", invoke => invoke["name"] = name);
        Assert.Equal(200, (await world.SendAsync(activity)).Status);
        Assert.Empty(world.Handler.Turns);
    }

    [Fact]
    public async Task An_attachment_without_words_is_ignored()
    {
        await using var world = await TeamsWorld.StartAsync();
        var activity = Activities.Message("");
        Assert.Equal(200, (await world.SendAsync(activity)).Status);
        Assert.Empty(world.Handler.Turns);
    }

    [Theory]
    [InlineData("""{"action":7}""")]
    [InlineData("""{"other":"x"}""")]
    [InlineData("""{"form":{}}""")]
    [InlineData("""{"form":{"name":null,"title":"t","submit":"s","fields":[]}}""")]
    [InlineData("""{"form":{"name":"n","title":"t","submit":"s","fields":[{"name":"a","label":"A"},{"name":"a","label":"B"}]}}""")]
    public async Task Data_that_is_not_ours_is_ignored(string data)
    {
        await using var world = await TeamsWorld.StartAsync();
        Assert.Equal(200, (await world.SendAsync(Activities.Execute(JsonNode.Parse(data)!))).Status);
        Assert.Equal(200, (await world.SendAsync(Activities.Submit(JsonNode.Parse(data)!))).Status);
        Assert.Empty(world.Handler.Turns);
    }

    [Fact]
    public async Task An_activity_without_an_id_has_the_same_one_whenever_it_comes()
    {
        await using var world = await TeamsWorld.StartAsync();
        var activity = Activities.Message("hello");
        activity.Remove("id");
        await world.SendAsync(activity);
        await world.SendAsync(activity);
        Assert.Single(world.Handler.Turns.Select(turn => turn.Id).Distinct());
        Assert.Equal(64, world.Handler.Turns.First().Id.Length);
    }
}
