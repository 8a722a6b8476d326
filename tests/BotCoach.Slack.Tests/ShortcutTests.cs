using System.Text.Json.Nodes;
using BotCoach.Chat;

namespace BotCoach.Slack.Tests;

/// <summary>Shortcuts stand in Slack's own menus: one beside the message field, one on every message.</summary>
public sealed class ShortcutTests
{
    [Fact]
    public async Task A_global_shortcut_opens_a_form_wherever_the_person_is()
    {
        await using var world = await SlackWorld.StartAsync();
        world.Handler.Answer = _ => new() { Form = Forms.Meeting };
        Assert.Equal(new(200, ""), await world.SendInteractionAsync(Global("prepare-meeting")));
        await world.SettledAsync();

        var turn = Assert.IsType<ShortcutTurn>(world.Turn);
        Assert.Equal(("prepare-meeting", "", true, Payloads.Anna), (turn.Shortcut, turn.Text, turn.IsDirect, turn.Conversation.Conversation));
        Assert.Equal(Forms.Meeting.Title, world.Slack.Workspace.Dialog?.Text("title", "text"));
    }

    [Fact]
    public async Task A_message_shortcut_brings_the_words_and_is_answered_where_they_stand_for_the_person_alone()
    {
        await using var world = await SlackWorld.StartAsync();
        world.Handler.Answer = _ => new() { Reply = new Card { Title = "Kept for Exec staff" } };
        await world.SendInteractionAsync(OnMessage("what if &lt;churn&gt; hits 6 %? <@U0BEN|ben>", world.Slack.ResponseUrl));
        await world.SettledAsync();

        var turn = Assert.IsType<ShortcutTurn>(world.Turn);
        Assert.Equal(("keep-question", "what if <churn> hits 6 %? @ben", false, "C0GENERAL"), (turn.Shortcut, turn.Text, turn.IsDirect, turn.Conversation.Conversation));
        var reply = Assert.Single(world.Slack.CallsOf("response_url"));
        Assert.Equal(("ephemeral", false), (reply.Arguments.Text("response_type"), reply.Arguments.Flag("replace_original")));
        Assert.Empty(world.Slack.CallsOf("chat.postMessage"));
    }

    [Theory]
    [InlineData("""{"type":"shortcut","team":{"id":"T1"},"user":{"id":"U1"}}""")]
    [InlineData("""{"type":"message_action","team":{"id":"T1"},"callback_id":"keep-question"}""")]
    public async Task A_shortcut_that_says_too_little_is_taken_and_ignored(string payload)
    {
        await using var world = await SlackWorld.StartAsync();
        Assert.Equal(200, (await world.SendInteractionAsync(JsonNode.Parse(payload)!)).Status);
        Assert.Empty(world.Handler.Turns);
    }

    [Fact]
    public async Task A_global_shortcut_that_did_not_work_is_said_in_a_message()
    {
        await using var world = await SlackWorld.StartAsync();
        world.Handler.Answer = _ => throw new InvalidOperationException("The store is away.");
        await world.SendInteractionAsync(Global("prepare-meeting"));
        await world.SettledAsync();

        Assert.Equal(NoticeTexts.In(Language.English).NotDone, Assert.Single(world.Slack.Workspace.Messages).Body.Text("text"));
    }

    private static JsonObject Global(string shortcut) => new()
    {
        ["type"] = "shortcut",
        ["callback_id"] = shortcut,
        ["trigger_id"] = "1111.2222.cccc",
        ["team"] = new JsonObject { ["id"] = Payloads.Team },
        ["user"] = new JsonObject { ["id"] = Payloads.Anna, ["team_id"] = Payloads.Team },
    };

    private static JsonObject OnMessage(string text, string responseUrl)
    {
        var payload = Global("keep-question");
        payload["type"] = "message_action";
        payload["channel"] = new JsonObject { ["id"] = "C0GENERAL", ["name"] = "general" };
        payload["message"] = new JsonObject { ["type"] = "message", ["text"] = text, ["user"] = "U0BEN", ["ts"] = "1700000000.000900" };
        payload["message_ts"] = "1700000000.000900";
        payload["response_url"] = responseUrl;
        return payload;
    }
}
