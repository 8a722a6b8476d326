using BotCoach.Chat;
using BotCoach.Testing;

namespace BotCoach.Coaching.Tests;

public sealed class CheckInConversationTests : IAsyncLifetime
{
    private CoachDesk _desk = null!;

    public async Task InitializeAsync() => _desk = await CoachDesk.OpenAsync();

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task Trying_a_practice_sends_its_nudge_to_the_direct_conversation_and_says_so()
    {
        await _desk.CommandAsync("coach", "try speak-early");

        Assert.Equal("It is in our direct messages", _desk.Reply!.Title);
        var practice = _desk.Get<PracticeCatalogue>().Find("speak-early")!;
        Assert.Equal(practice.Title, _desk.Last.Card.Title);
        Assert.Contains(_desk.Last.Card.Text, practice.Nudges);
    }

    [Fact]
    public async Task A_practice_that_is_not_known_brings_suggestions_that_work()
    {
        await _desk.CommandAsync("coach", "try speek early");
        var suggestion = _desk.Reply!.Choices[0].Choices[0].Label;
        await _desk.PressAsync(_desk.Reply, suggestion);

        Assert.Equal(suggestion, _desk.Last.Card.Title);
    }

    [Fact]
    public async Task A_tap_turns_the_card_into_its_answered_form()
    {
        await _desk.CommandAsync("coach", "try align-with-manager");
        await _desk.PressAsync(_desk.Last, "3");

        Assert.StartsWith("You said 3 of 5.", _desk.Last.Card.Text, StringComparison.Ordinal);
        Assert.Equal("3", (await ReplyAsync()).Value);
    }

    [Fact]
    public async Task A_second_answer_edits_the_first()
    {
        await _desk.CommandAsync("coach", "try align-with-manager");
        var open = _desk.Last;
        await _desk.PressAsync(open, "3");
        await _desk.PressAsync(open, "5");

        Assert.Equal("5", (await ReplyAsync()).Value);
        Assert.StartsWith("You said 5 of 5.", _desk.Last.Card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_while_one_check_in_is_open_is_its_answer_in_place()
    {
        await _desk.CommandAsync("coach", "try align-with-manager");
        await _desk.SayAsync("3, roadmap order changed on Friday");

        Assert.Single(_desk.Channel.Messages);
        Assert.Equal("You said 3 of 5 \u00b7 \u201croadmap order changed on Friday\u201d", _desk.Last.Card.Text);
        Assert.Equal(("3", "roadmap order changed on Friday"), await SaidAsync());
    }

    [Fact]
    public async Task A_line_after_a_tap_joins_the_answer_and_can_be_taken_back()
    {
        await _desk.CommandAsync("coach", "try align-with-manager");
        await _desk.PressAsync(_desk.Last, "3");
        await _desk.SayAsync("roadmap order changed on Friday");
        var joined = await SaidAsync();
        await _desk.PressAsync(_desk.Last, "Undo");

        Assert.Equal(("3", "roadmap order changed on Friday"), joined);
        Assert.Equal(("3", null), await SaidAsync());
    }

    [Fact]
    public async Task Undoing_an_answer_opens_the_card_again()
    {
        await _desk.CommandAsync("coach", "try align-with-manager");
        var open = _desk.Last.Card;
        await _desk.PressAsync(_desk.Last, "3");
        await _desk.PressAsync(_desk.Last, "Undo");

        Assert.Equal(open.Text, _desk.Last.Card.Text);
        Assert.DoesNotContain(await _desk.RowsAsync(), row => row.Key.Row.StartsWith("reply ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_answer_to_a_card_that_has_scrolled_away_is_confirmed_with_a_message()
    {
        await _desk.CommandAsync("coach", "try align-with-manager");
        var nudge = _desk.Last;
        _desk.Clock.Advance(TimeSpan.FromHours(5));
        await _desk.SayAsync("we agree on two of three");

        Assert.Equal("Saved as your answer", _desk.Last.Card.Title);
        await _desk.PressAsync(_desk.Last, "Undo");
        Assert.DoesNotContain(await _desk.RowsAsync(), row => row.Key.Row.StartsWith("reply ", StringComparison.Ordinal));
        Assert.Contains("we agree on two of three", _desk.Channel.Messages[nudge.Message.Message].Card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_several_check_ins_may_be_waiting_for_asks_which()
    {
        await _desk.CommandAsync("coach", "try align-with-manager");
        await _desk.CommandAsync("coach", "try speak-early");
        var second = _desk.Last;
        await _desk.SayAsync("in the first five minutes");
        var question = _desk.Last;
        var nothingYet = await _desk.RowsAsync();
        await _desk.PressAsync(question, second.Card.Title);

        Assert.Equal("Which one is this for?", question.Card.Title);
        Assert.DoesNotContain(nothingYet, row => row.Key.Row.StartsWith("reply ", StringComparison.Ordinal));
        Assert.Equal("in the first five minutes", (await ReplyAsync()).Line);
    }

    [Fact]
    public async Task A_practice_that_came_twice_is_one_question_and_the_later_card_takes_the_answer()
    {
        await _desk.CommandAsync("coach", "try align-with-manager");
        _desk.Clock.Advance(TimeSpan.FromMinutes(1));
        await _desk.CommandAsync("coach", "try align-with-manager");
        await _desk.SayAsync("4");

        Assert.StartsWith("You said 4 of 5.", _desk.Last.Card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_with_nothing_open_gets_a_helpful_answer()
    {
        await _desk.CommandAsync("coach", "plan light");
        await _desk.SayAsync("the weather is fine");

        Assert.Equal("I didn't get that", _desk.Last.Card.Title);
    }

    [Fact]
    public async Task A_check_in_closes_after_two_days()
    {
        await _desk.CommandAsync("coach", "try align-with-manager");
        _desk.Clock.Advance(TimeSpan.FromHours(49));
        await _desk.SayAsync("3");

        Assert.Equal("I didn't get that", _desk.Last.Card.Title);
    }

    [Fact]
    public async Task Words_that_look_like_a_command_are_an_answer_when_one_is_awaited()
    {
        await _desk.CommandAsync("coach", "try refocus");
        await _desk.SayAsync("plan changed on Friday, so the report stops");

        Assert.Equal("plan changed on Friday, so the report stops", (await ReplyAsync()).Line);
    }

    [Fact]
    public async Task More_than_a_line_is_not_kept_and_not_cut()
    {
        await _desk.CommandAsync("coach", "try refocus");
        await _desk.SayAsync(new string('x', 501));

        Assert.Equal("That is more than a line", _desk.Last.Card.Title);
        Assert.DoesNotContain(await _desk.RowsAsync(), row => row.Key.Row.StartsWith("reply ", StringComparison.Ordinal));
        await _desk.SayAsync(new string('y', 500));
        Assert.Equal(500, (await ReplyAsync()).Line!.Length);
    }

    [Fact]
    public async Task A_reply_can_be_given_by_command_from_anywhere()
    {
        await _desk.CommandAsync("coach", "try align-with-manager");
        await _desk.CommandAsync("coach", "reply 4, we agreed on the order");

        Assert.Equal("Saved as your answer", _desk.Reply!.Title);
        Assert.Equal(("4", "we agreed on the order"), await SaidAsync());
    }

    [Fact]
    public async Task In_a_channel_nothing_is_taken_as_an_answer()
    {
        await _desk.CommandAsync("coach", "try align-with-manager");
        await _desk.TakeAsync(_desk.Message("we agree on nothing", isDirect: false));

        Assert.Equal("I coach in direct messages", _desk.Reply!.Title);
        Assert.DoesNotContain(await _desk.RowsAsync(), row => row.Key.Row.StartsWith("reply ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("check-in.answer", "nonsense")]
    [InlineData("check-in.answer", "20261123.no-such-practice.0|3")]
    [InlineData("check-in.answer", "20261123.align-with-manager.0|99")]
    [InlineData("check-in.undo", "20261123.align-with-manager.x")]
    [InlineData("meeting.edit", "no-such-meeting|sheet")]
    [InlineData("no.such.action", "")]
    public async Task A_button_that_means_nothing_is_answered_and_changes_nothing(string action, string value)
    {
        var before = (await _desk.RowsAsync()).Count;
        var answer = await _desk.TakeAsync(new ButtonTurn
        {
            Id = "forged",
            Person = _desk.Anna,
            Conversation = RecordingChannel.Direct(_desk.Anna),
            At = _desk.Clock.GetUtcNow(),
            Action = new CardAction(action, value),
        });

        Assert.NotNull(answer.Replacement);
        Assert.Equal(before, (await _desk.RowsAsync()).Count);
    }

    private async Task<(string? Value, string? Line)> SaidAsync() => await ReplyAsync() is var reply ? (reply.Value, reply.Line) : default;

    private async Task<Reply> ReplyAsync() =>
        Reply.Read(Assert.Single(await _desk.RowsAsync(), row => row.Key.Row.StartsWith("reply ", StringComparison.Ordinal)));
}
