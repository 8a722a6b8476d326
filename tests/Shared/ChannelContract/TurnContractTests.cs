using BotCoach.Chat;

namespace BotCoach.Testing;

/// <summary>What a person does in a chat reaches the coach, once and as it was meant.</summary>
public abstract class TurnContractTests<TDriver> : ChannelContractTests<TDriver>
    where TDriver : ChannelDriver, new()
{
    [Theory]
    [MemberData(nameof(Words.Everyday), MemberType = typeof(Words))]
    public async Task A_message_is_a_turn_in_the_words_that_were_typed(string words)
    {
        Taken(await Driver.WriteAsync(words));

        var turn = Assert.IsType<MessageTurn>(Turn);
        Assert.Equal(words, turn.Text);
        Assert.Equal((Driver.Anna, Driver.Direct, true, Driver.Now), (turn.Person, turn.Conversation, turn.IsDirect, turn.At));
        Assert.NotEmpty(turn.Id);
    }

    [Fact]
    public async Task A_mention_in_a_group_is_a_turn_without_the_mention()
    {
        Taken(await Driver.MentionAsync("prep meeting"));

        var turn = Assert.IsType<MessageTurn>(Turn);
        Assert.Equal(("prep meeting", false, Driver.Anna), (turn.Text, turn.IsDirect, turn.Person));
        Assert.NotEqual(Driver.Direct, turn.Conversation);
    }

    [Fact]
    public async Task Whoever_else_is_mentioned_comes_along_once_and_the_bot_does_not()
    {
        Taken(await Driver.MentionBenAsync("group Platform add"));

        var turn = Assert.IsType<MessageTurn>(Turn);
        Assert.StartsWith("group Platform add", turn.Text, StringComparison.Ordinal);
        Assert.Equal(Driver.TellsWhoIsMentioned ? [Driver.Ben] : [], turn.Mentioned);
        Assert.Empty(turn.MentionedGroups);
    }

    [Fact]
    public async Task A_message_that_mentions_nobody_says_so()
    {
        Taken(await Driver.MentionAsync("prep meeting"));
        Assert.Empty(Turn.Mentioned);
        Assert.Empty(Turn.MentionedGroups);
    }

    [Fact]
    public async Task What_is_said_in_a_group_to_others_is_no_turn()
    {
        Taken(await Driver.OverhearAsync("prep meeting"));
        Assert.Empty(Handler.Turns);
    }

    [Fact]
    public async Task A_command_is_a_turn_however_the_platform_has_commands()
    {
        Taken(await Driver.CommandAsync("prep", "meeting R&D staff"));

        Assert.Equal("prep meeting R&D staff", Turn switch
        {
            CommandTurn command => $"{command.Command} {command.Text}",
            MessageTurn message => message.Text.TrimStart('/'),
            var other => other.GetType().Name,
        });
        Assert.Equal((Driver.Anna, Driver.Now), (Turn.Person, Turn.At));
    }

    [Theory]
    [MemberData(nameof(Words.Values), MemberType = typeof(Words))]
    public async Task A_button_is_a_turn_with_its_action_to_the_letter(string value)
    {
        var message = await SeeAsync(new Card { Title = "T", Choices = [new(null, [new("Go", new("try.it", value))])] });
        Taken(await Driver.PressAsync(message, "Go"));

        var turn = Assert.IsType<ButtonTurn>(Turn);
        Assert.Equal(new CardAction("try.it", value), turn.Action);
        Assert.Equal(AddressOf(message), turn.Message);
        Assert.Equal((Driver.Anna, Driver.Direct, true, Driver.Now), (turn.Person, turn.Conversation, turn.IsDirect, turn.At));
        Assert.Null(turn.Input);
    }

    [Fact]
    public async Task Each_button_of_a_row_means_its_own()
    {
        var message = await SeeAsync(Cards.WithButton);
        await Driver.PressAsync(message, "Stop");
        await Driver.PressAsync(message, "Go");
        Assert.Equal(["q1|2", "q1|1"], Handler.Turns.Cast<ButtonTurn>().Select(turn => turn.Action.Value));
    }

    [Theory]
    [MemberData(nameof(Words.Everyday), MemberType = typeof(Words))]
    public async Task A_line_on_a_card_is_a_turn_with_its_words(string words)
    {
        var message = await SeeAsync(Cards.WithInput);
        Taken(await Driver.FillAsync(message, words));

        var turn = Assert.IsType<ButtonTurn>(Turn);
        Assert.Equal((Cards.WithInput.Input!.Action, words), (turn.Action, turn.Input));
        Assert.Equal(AddressOf(message), turn.Message);
        Assert.Equal((Driver.Anna, Driver.Direct, true), (turn.Person, turn.Conversation, turn.IsDirect));
    }

    [Theory]
    [MemberData(nameof(Words.Everyday), MemberType = typeof(Words))]
    public async Task A_form_is_a_turn_with_its_state_and_every_field(string words)
    {
        await OpenAsync(Forms.Meeting with { State = words });
        Taken(await Driver.SubmitAsync(("name", "Exec staff"), ("goal", words)));

        var turn = Assert.IsType<FormTurn>(Turn);
        Assert.Equal((Forms.Meeting.Name, words), (turn.Form, turn.State));
        Assert.Equal(new Dictionary<string, string> { ["name"] = "Exec staff", ["when"] = "", ["goal"] = words }, turn.Values);
        Assert.Equal((Driver.Anna, true, Driver.Now), (turn.Person, turn.IsDirect, turn.At));
    }

    [Fact]
    public async Task An_install_is_one_turn_where_the_platform_tells_of_it()
    {
        Taken(await Driver.InstallAsync());
        Assert.Equal(Driver.TellsOfInstalls ? 1 : 0, Handler.Turns.Select(turn => (turn.GetType(), turn.Id)).Distinct().Count());
        Assert.All(Handler.Turns, turn => Assert.Equal((Driver.Anna, true), (Assert.IsType<InstalledTurn>(turn).Person, turn.IsDirect)));
    }

    [Fact]
    public async Task A_removal_is_one_turn_where_the_platform_tells_of_it()
    {
        Taken(await Driver.UninstallAsync());
        Assert.Equal(Driver.TellsOfInstalls ? 1 : 0, Handler.Turns.Select(turn => (turn.GetType(), turn.Id)).Distinct().Count());
        Assert.All(Handler.Turns, turn => Assert.Equal(Driver.Anna, Assert.IsType<UninstalledTurn>(turn).Person));
    }

    [Fact]
    public async Task Opening_the_home_page_is_a_turn_where_the_platform_has_one()
    {
        Taken(await Driver.OpenHomeAsync());
        Assert.Equal(Driver.HasHome ? 1 : 0, Handler.Turns.Count);
        Assert.All(Handler.Turns, turn => Assert.Equal(Driver.Anna, Assert.IsType<HomeOpenedTurn>(turn).Person));
    }

    [Theory]
    [MemberData(nameof(Acts.All), MemberType = typeof(Acts))]
    public async Task An_act_that_is_delivered_again_carries_the_same_id_and_a_second_act_another(Act act)
    {
        await DoAsync(act);
        var first = Turn.Id;
        await Driver.DeliverAgainAsync();
        Assert.Equal([first, first], Handler.Turns.Select(turn => turn.Id));

        Handler.Turns.Clear();
        await DoAsync(act);
        Assert.NotEqual(first, Turn.Id);
    }

    [Fact]
    public async Task What_the_bot_itself_wrote_is_no_turn()
    {
        Taken(await Driver.EchoAsync("hello"));
        Assert.Empty(Handler.Turns);
    }

    [Fact]
    public async Task What_the_platform_may_come_to_send_is_taken_and_is_no_turn()
    {
        Taken(await Driver.SendUnknownAsync());
        Assert.Empty(Handler.Turns);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("not json")]
    [InlineData("{\"type\":\"\\ud800\"}")]
    public async Task A_body_that_cannot_be_read_is_refused_and_is_no_turn(string body)
    {
        Assert.InRange((await Driver.SendGarbageAsync(body)).Status, 400, 499);
        Assert.Empty(Handler.Turns);
    }

    [Fact]
    public async Task Nobody_but_the_platform_can_speak_for_a_person()
    {
        Assert.Equal(new Taken(401), await Driver.ForgeAsync("hello"));
        Assert.Empty(Handler.Turns);
    }

    [Fact]
    public async Task What_a_person_did_counts_even_if_the_platform_hangs_up()
    {
        var gate = new TaskCompletionSource();
        Handler.Gate = gate.Task;
        using var hangUp = new CancellationTokenSource();

        var written = Driver.WriteAsync("hello", hangUp.Token);
        await Eventually.HoldsAsync(() => !Handler.Turns.IsEmpty);
        await hangUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => written);
        await Eventually.HoldsAsync(() => Driver.HangUps == 1);
        gate.SetResult();

        await Eventually.HoldsAsync(() => Handler.Answered == 1);
    }
}
