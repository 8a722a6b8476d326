using BotCoach.Chat;

namespace BotCoach.Slack.Tests;

public sealed class CommandTests
{
    private static readonly Card _card = new() { Title = "Your plan", Text = "Mondays." };

    private static readonly ChatForm _form = new()
    {
        Name = "meeting",
        State = "m1",
        Title = "Prepare",
        Submit = "Save",
        Fields = [new("title", "Title")],
    };

    [Fact]
    public async Task A_command_is_a_turn()
    {
        await using var world = await SlackWorld.StartAsync();
        Assert.Equal(new(200, ""), await world.SendCommandAsync(Payloads.Command("meeting R&amp;D staff")));

        Assert.Equal(
            new CommandTurn
            {
                Id = "13345224609.738474920.8088930838d88f008e0",
                Person = new("slack", Payloads.Team, Payloads.Anna),
                Conversation = new("slack", Payloads.Team, "C0GENERAL"),
                IsDirect = false,
                At = SlackWorld.Now,
                Command = "prep",
                Text = "meeting R&D staff",
            },
            world.Turn with { Mentioned = [], MentionedGroups = [] });
    }

    [Fact]
    public async Task People_and_user_groups_that_a_command_mentions_come_as_data()
    {
        await using var world = await SlackWorld.StartAsync();
        await world.SendCommandAsync(Payloads.Command("group Platform add <@U0BEN|ben> <@U0CARLA> <@U0BEN|ben> <!subteam^S0LEADS|@leads>"));

        Assert.Equal([new("slack", Payloads.Team, "U0BEN"), new("slack", Payloads.Team, "U0CARLA")], world.Turn.Mentioned);
        Assert.Equal(["S0LEADS"], world.Turn.MentionedGroups);
        Assert.Equal("group Platform add @ben @U0CARLA @ben @leads", Assert.IsType<CommandTurn>(world.Turn).Text);
    }

    [Theory]
    [InlineData("D0ANNA", "directmessage", true)]
    [InlineData("C0GENERAL", "general", false)]
    [InlineData("G0GROUP", "privategroup", false)]
    public async Task A_command_knows_whether_it_was_given_in_a_direct_conversation(string channel, string name, bool direct)
    {
        await using var world = await SlackWorld.StartAsync();
        await world.SendCommandAsync(Payloads.Command("", channel: channel, channelName: name));
        Assert.Equal(direct, world.Turn.IsDirect);
    }

    [Fact]
    public async Task A_command_without_a_trigger_is_known_by_its_body()
    {
        await using var world = await SlackWorld.StartAsync();
        var fields = Payloads.Command("meeting").Where(field => field.Item1 != "trigger_id").ToArray();
        await world.SendCommandAsync(fields);
        await world.SendCommandAsync(fields);
        await world.SendCommandAsync([.. fields, ("more", "x")]);

        var ids = world.Handler.Turns.Select(turn => turn.Id).ToList();
        Assert.Equal(ids[0], ids[1]);
        Assert.NotEqual(ids[0], ids[2]);
    }

    [Fact]
    public async Task The_reply_is_the_response_for_the_persons_eyes_only()
    {
        await using var world = await SlackWorld.StartAsync();
        world.Handler.Answer = _ => new() { Reply = _card };
        var answer = await world.SendCommandAsync(Payloads.Command("plan"));

        Assert.Equal("ephemeral", answer.Json.Text("response_type"));
        Assert.Equal("Your plan: Mondays.", answer.Json.Text("text"));
        Assert.Equal(["header", "section"], answer.Json.Items("blocks").Select(block => block.Text("type")));
        Assert.Empty(world.Slack.Calls);
    }

    [Fact]
    public async Task A_form_opens_with_the_commands_trigger()
    {
        await using var world = await SlackWorld.StartAsync();
        world.Handler.Answer = _ => new() { Form = _form };
        Assert.Equal(new(200, ""), await world.SendCommandAsync(Payloads.Command("meeting")));

        var call = Assert.Single(world.Slack.Calls);
        Assert.Equal("views.open", call.Method);
        Assert.Equal("13345224609.738474920.8088930838d88f008e0", call.Arguments.Text("trigger_id"));
        Assert.Equal("modal", call.Arguments.Text("view", "type"));
    }

    [Fact]
    public async Task A_form_that_does_not_open_is_said_so()
    {
        await using var world = await SlackWorld.StartAsync();
        world.Handler.Answer = _ => new() { Form = _form };
        world.Slack.NextError("views.open", "expired_trigger_id");
        var answer = await world.SendCommandAsync(Payloads.Command("meeting"));
        Assert.Equal(NoticeTexts.In(Language.English).FormNotOpened, answer.Json.Text("text"));
    }

    [Fact]
    public async Task A_form_that_is_slow_to_open_does_not_keep_Slack_waiting()
    {
        await using var world = await SlackWorld.StartAsync();
        world.Handler.Answer = _ => new() { Form = _form };
        world.Slack.Next("views.open", http => Task.Delay(Timeout.Infinite, http.RequestAborted));

        var start = TimeProvider.System.GetTimestamp();
        var answer = await world.SendCommandAsync(Payloads.Command("meeting"));

        Assert.Equal(NoticeTexts.In(Language.English).FormNotOpened, answer.Json.Text("text"));
        Assert.InRange(TimeProvider.System.GetElapsedTime(start), TimeSpan.Zero, TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task Posts_go_to_the_bots_own_conversation_even_from_a_talk_between_two_people()
    {
        await using var world = await SlackWorld.StartAsync();
        world.Handler.Answer = _ => new() { Posts = [new("sheet-1", _card)] };
        await world.SendCommandAsync(Payloads.Command("meeting", channel: "D0BENANNA", channelName: "directmessage"));
        Assert.Equal("D0ANNA", world.Slack.CallsOf("chat.postMessage").Single().Arguments.Text("channel"));
    }

    [Fact]
    public async Task Slack_gets_its_response_in_time_and_a_slow_post_arrives_after_it()
    {
        await using var world = await SlackWorld.StartAsync();
        world.Handler.Answer = _ => new() { Reply = _card, Posts = [new("sheet-1", _card)] };
        var release = new TaskCompletionSource();
        world.Slack.Next("chat.postMessage", async http =>
        {
            await release.Task;
            http.Response.ContentType = "application/json";
            await http.Response.Body.WriteAsync("""{"ok":true,"channel":"D0ANNA","ts":"9.9"}"""u8.ToArray());
        });

        var answer = await world.SendCommandAsync(Payloads.Command("meeting"));
        Assert.Equal("ephemeral", answer.Json.Text("response_type"));
        Assert.Empty(world.Handler.Recorded);

        release.SetResult();
        await Eventually.HoldsAsync(() => !world.Handler.Recorded.IsEmpty);
    }
}
