using BotCoach.Testing;

namespace BotCoach.Coaching.Tests;

/// <summary>The talk with one's manager: top three, what changed, one decision.</summary>
public sealed class OneOnOneTests : IAsyncLifetime
{
    private CoachDesk _desk = null!;

    public async Task InitializeAsync() => _desk = await CoachDesk.OpenAsync();

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Theory]
    [InlineData("1:1", "1:1 with my manager", "")]
    [InlineData("1:1 thu 3pm", "1:1 with my manager", "thu 3pm")]
    [InlineData("1-1 Maria thu 3pm for 45 min", "1:1 with Maria", "thu 3pm for 45 min")]
    [InlineData("one on one with Maria", "1:1 with Maria", "")]
    [InlineData("1on1 fri 9:00", "1:1 with my manager", "fri 9:00")]
    public async Task The_command_opens_its_own_form(string text, string name, string when)
    {
        await _desk.CommandAsync("prep", text);

        Assert.Equal("Prepare your 1:1", _desk.Form!.Title);
        Assert.Equal((name, when), (_desk.Form.Fields[0].Value, _desk.Form.Fields[1].Value));
    }

    [Fact]
    public async Task A_typed_message_gets_a_button_for_it()
    {
        await _desk.SayAsync("prep 1:1 thu 3pm");
        await _desk.PressAsync(_desk.Last, "Open the form");

        Assert.Equal("thu 3pm", _desk.Form!.Fields[1].Value);
        await _desk.GoBackAsync(_desk.Form);
        Assert.Equal("Prepare your 1:1", _desk.Last.Card.Title);
    }

    [Fact]
    public async Task The_sheet_shows_the_three_things_and_its_messages_come()
    {
        await PrepareAsync();
        var sheet = _desk.Last.Card;
        var meeting = await _desk.MeetingAsync();
        var reminder = Assert.IsType<NudgeDecision.Send>(await _desk.NudgeAsync(meeting, NudgeKind.MeetingSheet, meeting.StartsAt.AddMinutes(-30))).Card;
        var first = Assert.IsType<NudgeDecision.Send>(await _desk.NudgeAsync(meeting, NudgeKind.MeetingFirstWord, meeting.StartsAt.AddMinutes(-5))).Card;

        Assert.Equal(("1:1 with my manager", "Thu 26 Nov, 15:00 \u00b7 30 minutes"), (sheet.Title, sheet.Text));
        Assert.Equal(
            [("Your top three", "1. Migration\n2. Hiring\n3. Follow-ups"), ("What changed", "The order"), ("The decision that you need", "May it slip?")],
            sheet.Facts.Select(fact => (fact.Label, fact.Value)));
        Assert.Equal("Coming: this sheet at 14:30, what to say first at 14:55, a short check at 15:35.", sheet.Context);
        Assert.Equal("1:1 with my manager, today 15:00", reminder.Title);
        Assert.Equal("Ask for the decision early, while there is time:\n\u201cMay it slip?\u201d", first.Text);
    }

    [Fact]
    public async Task The_check_afterwards_is_two_taps_and_a_line()
    {
        await PrepareAsync();
        await _desk.ShowCheckAsync(await _desk.MeetingAsync());
        await _desk.PressAsync(_desk.Last, "4");
        await _desk.PressAsync(_desk.Last, "Not yet");
        await _desk.SayAsync("hiring comes first now");

        Assert.Equal("Agreed 4 of 5 \u00b7 decision still open \u00b7 \u201chiring comes first now\u201d.", _desk.Last.Card.Text);
        Assert.Equal(["4", "Not yet"], _desk.Last.Card.Chosen());
    }

    [Fact]
    public async Task The_next_one_begins_with_what_the_last_one_left()
    {
        await PrepareAsync();
        await _desk.ShowCheckAsync(await _desk.MeetingAsync());
        await _desk.PressAsync(_desk.Last, "3");
        await _desk.PressAsync(_desk.Last, "Partly");
        await _desk.CommandAsync("prep", "1:1");
        var form = _desk.Form!;
        await _desk.SubmitAsync(form);
        var sheet = _desk.Last.Card;
        var next = (await _desk.MeetingsAsync()).MaxBy(meeting => meeting.StartsAt)!;
        await _desk.ShowCheckAsync(next);
        await _desk.PressAsync(_desk.Last, "4");

        Assert.Equal(
            ["1:1 with my manager", "Thu 3 Dec, 15:00", "Migration\nHiring\nFollow-ups", "", "May it slip?"], form.Fields.Select(field => field.Value));
        Assert.Contains("Last time: agreed 3 of 5 \u00b7 decision half made.", sheet.Text, StringComparison.Ordinal);
        Assert.Equal("Agreed 4 of 5. Up from 3 last time.", _desk.Last.Card.Text);
    }

    [Fact]
    public async Task A_decision_that_was_made_is_not_asked_for_again()
    {
        await PrepareAsync();
        await _desk.ShowCheckAsync(await _desk.MeetingAsync());
        await _desk.PressAsync(_desk.Last, "Yes");
        await _desk.CommandAsync("prep", "1:1");

        Assert.Equal("", _desk.Form!.Fields[4].Value);
    }

    [Fact]
    public async Task Editing_keeps_what_was_told_and_changes_the_sheet_in_place()
    {
        await PrepareAsync();
        await _desk.PressAsync(_desk.Last, "Edit");
        await _desk.SubmitAsync(_desk.Form!, ("when", "fri 15:00 for 45 min"), ("decision", ""));

        Assert.Single(_desk.Channel.Messages);
        Assert.Equal("Fri 27 Nov, 15:00 \u00b7 45 minutes", _desk.Last.Card.Text);
        Assert.Null(_desk.Last.Card.Fact("The decision that you need"));
        Assert.Equal(3, (await _desk.DueAsync(await _desk.MeetingAsync())).Count);
    }

    [Theory]
    [InlineData("priorities", "", "What are your top priorities?")]
    [InlineData("priorities", "one\ntwo\nthree\nfour", "These are 4. Which 3 would you keep?")]
    [InlineData("when", "soon", "I can't read")]
    public async Task A_wrong_field_is_refused_where_it_stands(string field, string value, string message)
    {
        await _desk.CommandAsync("prep", "1:1 thu 3pm");
        await _desk.SubmitAsync(_desk.Form!, ("priorities", "Migration"), (field, value));

        var error = Assert.Single(_desk.Errors);
        Assert.Equal(field, error.Field);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_listed_reminded_of_at_another_time_and_called_off_like_any_meeting()
    {
        await PrepareAsync();
        await _desk.PressAsync(_desk.Last, "Remind me 30 min before");
        await _desk.PressAsync(_desk.Last, "An hour before");
        var sheet = _desk.Last.Card;
        await _desk.PressAsync(_desk.Last, "Cancel");
        var calledOff = _desk.Last.Card.Title;
        await _desk.PressAsync(_desk.Last, "Put it back");
        await _desk.CommandAsync("prep");

        Assert.Contains("this sheet at 14:00", sheet.Context, StringComparison.Ordinal);
        Assert.Equal("1:1 with my manager: called off", calledOff);
        Assert.Equal(("1:1 with my manager", "Thu 26 Nov, 15:00"), (_desk.Reply!.Choices[0].Label, _desk.Reply.Choices[0].Prompt));
    }

    private async Task PrepareAsync()
    {
        await _desk.CommandAsync("prep", "1:1 thu 3pm");
        await _desk.SubmitAsync(_desk.Form!, ("priorities", "1. Migration\n2) Hiring\n- Follow-ups\n"), ("changed", "The order"), ("decision", "May it slip?"));
        Assert.Empty(_desk.Errors);
    }
}
