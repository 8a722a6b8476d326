using BotCoach.Chat;
using BotCoach.Testing;

namespace BotCoach.Coaching.Tests;

public sealed class MeetingConversationTests : IAsyncLifetime
{
    private CoachDesk _desk = null!;

    public async Task InitializeAsync() => _desk = await CoachDesk.OpenAsync();

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task The_command_fills_in_what_it_was_told_and_asks_for_three_things()
    {
        await _desk.CommandAsync("prep", "meeting exec staff thu 10am");

        Assert.Equal(["name", "when", "agenda"], _desk.Form!.Fields.Select(field => field.Name));
        Assert.Equal(("exec staff", "thu 10am"), (Value("name"), Value("when")));
    }

    [Theory]
    [InlineData("exec staff thu 10am for 45 min", "exec staff", "thu 10am for 45 min", 45)]
    [InlineData("Board fri 14:00-15:30", "Board", "fri 14:00-15:30", 90)]
    [InlineData("Board fri 14:00", "Board", "fri 14:00", 60)]
    public async Task How_long_it_takes_is_an_hour_unless_it_is_said(string text, string name, string when, int minutes)
    {
        await _desk.CommandAsync("prep", $"meeting {text}");
        var opened = (Value("name"), Value("when"));
        await _desk.SubmitAsync(_desk.Form!);

        Assert.Equal((name, when), opened);
        Assert.Equal(minutes, (await _desk.MeetingAsync()).Minutes);
    }

    [Fact]
    public async Task A_typed_message_gets_a_button_that_opens_the_same_form_and_gives_way_to_the_sheet()
    {
        await _desk.SayAsync("prep meeting exec staff thu 10am");
        var offer = _desk.Last;
        await _desk.PressAsync(offer, "Open the form");
        var opened = (Value("name"), Value("when"));
        await _desk.SubmitAsync(_desk.Form!);

        Assert.Equal(("exec staff", "thu 10am"), opened);
        Assert.Equal((offer.Message, "exec staff"), (_desk.Last.Message, _desk.Last.Card.Title));
    }

    [Fact]
    public async Task The_way_back_from_the_form_leads_to_what_offered_it()
    {
        await _desk.SayAsync("prep meeting exec staff thu 10am");
        await _desk.PressAsync(_desk.Last, "Open the form");
        await _desk.GoBackAsync(_desk.Form!);
        var back = _desk.Last.Card.Title;
        await _desk.PressAsync(_desk.Last, "Open the form");

        Assert.Equal("Prepare a meeting", back);
        Assert.Equal(("exec staff", "thu 10am"), (Value("name"), Value("when")));
    }

    [Fact]
    public async Task The_sheet_says_when_it_is_how_far_it_has_come_and_when_its_messages_come()
    {
        await _desk.PrepareAsync();

        var sheet = _desk.Last.Card;
        Assert.Equal("Exec staff", sheet.Title);
        Assert.StartsWith("Thu 26 Nov, 10:00 \u00b7 60 minutes\n\u25b0\u25b1\u25b1\u25b1\u25b1 1 of 5", sheet.Text, StringComparison.Ordinal);
        Assert.Equal("Coming: this sheet at 09:30, what to say first at 09:55, a short check at 11:05.", sheet.Context);
    }

    [Theory]
    [InlineData("when", "next thurs-ish", "I can't read")]
    [InlineData("when", "yesterday 10:00", "That was ")]
    [InlineData("when", "thursday", "At what time?")]
    [InlineData("when", "2029-01-01 10:00", "more than a year away")]
    [InlineData("when", "", "When does it start?")]
    [InlineData("name", "   ", "What is the meeting called?")]
    public async Task A_wrong_field_is_refused_where_it_stands(string field, string value, string message)
    {
        await _desk.CommandAsync("prep", "meeting exec staff thu 10am");
        var answer = await _desk.SubmitAsync(_desk.Form!, (field, value));

        var error = Assert.Single(answer.Errors);
        Assert.Equal(field, error.Field);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Empty(_desk.Channel.Messages);
    }

    [Theory]
    [InlineData("an hour")]
    [InlineData("0")]
    [InlineData("601")]
    public async Task Minutes_that_are_none_are_refused_where_they_stand(string minutes)
    {
        await _desk.PrepareAsync();
        await _desk.PressAsync(_desk.Last, "Edit");
        var answer = await _desk.SubmitAsync(_desk.Form!, ("minutes", minutes));

        Assert.Equal(("minutes", true), (Assert.Single(answer.Errors).Field, answer.Errors[0].Message.Contains("How many minutes", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("name", 80)]
    [InlineData("agenda", MeetingForm.MaxPasted)]
    public async Task A_text_may_be_as_long_as_its_field_and_not_longer(string field, int longest)
    {
        await _desk.CommandAsync("prep", "meeting exec staff thu 10am");
        var form = _desk.Form!;
        var tooLong = await _desk.SubmitAsync(form, (field, new string('x', longest + 1)));
        var fits = await _desk.SubmitAsync(form, (field, new string('x', longest)));

        Assert.Equal(field, Assert.Single(tooLong.Errors).Field);
        Assert.Empty(fits.Errors);
    }

    [Fact]
    public async Task Several_wrong_fields_are_all_named_at_once()
    {
        await _desk.CommandAsync("prep", "meeting");
        var answer = await _desk.SubmitAsync(_desk.Form!);

        Assert.Equal(["name", "when"], answer.Errors.Select(error => error.Field));
    }

    [Fact]
    public async Task Editing_opens_the_form_with_what_was_saved_and_changes_the_sheet_in_place()
    {
        await _desk.PrepareAsync();
        await _desk.PressAsync(_desk.Last, "Edit");
        var opened = (Value("name"), Value("when"), Value("minutes"));
        await _desk.SubmitAsync(_desk.Form!, ("minutes", "45"));

        Assert.Equal(("Exec staff", "Thu 26 Nov, 10:00", "60"), opened);
        Assert.Single(_desk.Channel.Messages);
        Assert.Contains("45 minutes", _desk.Last.Card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_meeting_that_is_over_can_still_be_renamed()
    {
        await _desk.PrepareAsync(when: "today 10:00");
        _desk.Clock.Advance(TimeSpan.FromDays(3));
        await _desk.PressAsync(_desk.Last, "Edit");
        var answer = await _desk.SubmitAsync(_desk.Form!, ("name", "Executive staff"));

        Assert.Empty(answer.Errors);
        Assert.Equal("Executive staff", (await _desk.MeetingAsync()).Name);
    }

    [Fact]
    public async Task A_meeting_that_is_typed_in_twice_is_one()
    {
        await _desk.PrepareAsync("Exec staff", "thu 10:00");
        await _desk.WriteAsync("Questions", "Write a question", "What does the slip cost?");
        await _desk.PrepareAsync("exec  Staff", "26 nov 10:00", SheetDesk.PreReadText);

        var meeting = await _desk.MeetingAsync();
        Assert.Equal("What does the slip cost?", Assert.Single(meeting.Questions).Text);
        Assert.NotNull(_desk.Last.Card.Fact("Key points"));
    }

    [Fact]
    public async Task The_list_shows_the_next_meeting_first_and_leaves_out_what_is_over_or_called_off()
    {
        await _desk.PrepareAsync("Board", "fri 10:00");
        await _desk.PrepareAsync("Exec staff", "thu 10:00");
        await _desk.PrepareAsync("Stand-up", "today 10:00");
        await _desk.PrepareAsync("Review", "wed 10:00");
        await _desk.PressAsync(_desk.Last, "Cancel");
        _desk.Clock.Advance(TimeSpan.FromHours(4));
        await _desk.CommandAsync("prep");

        Assert.Equal(
            [("Exec staff", "Thu 26 Nov, 10:00"), ("Board", "Fri 27 Nov, 10:00"), (null, null)],
            _desk.Reply!.Choices.Select(row => (row.Label, row.Prompt)));
    }

    [Fact]
    public async Task A_sheet_opens_from_the_list_as_a_message_of_its_own_where_the_list_is_only_passing()
    {
        await _desk.PrepareAsync();
        await _desk.CommandAsync("prep");
        await _desk.PressAsync(_desk.Reply!, "Open");

        Assert.Equal(2, _desk.Channel.Messages.Count);
        Assert.Equal("Exec staff", _desk.Last.Card.Title);
    }

    [Fact]
    public async Task Calling_off_from_the_list_leaves_the_rest_of_the_list()
    {
        await _desk.PrepareAsync();
        await _desk.CommandAsync("prep");
        var answer = await _desk.PressAsync(_desk.Reply!, "Cancel");

        Assert.Equal("No meeting ahead", answer.Replacement!.Title);
    }

    [Fact]
    public async Task Whoever_filled_in_the_form_elsewhere_is_told_where_the_sheet_is()
    {
        await _desk.CommandAsync("prep", "meeting exec staff thu 10am");
        var answer = await _desk.TakeAsync(_desk.Submission(_desk.Form!) with { IsDirect = false });

        Assert.Equal("It is in our direct messages", answer.Reply!.Title);
        Assert.Equal("exec staff", _desk.Last.Card.Title);
    }

    [Theory]
    [InlineData("m1")]
    [InlineData("m1|direct-anna|m9")]
    public async Task A_form_that_an_earlier_release_left_open_keeps_the_points_that_were_typed_into_it(string state)
    {
        var shown = _desk.Channel.Show(RecordingChannel.Direct(_desk.Anna), new Card { Title = "An old sheet" }, "old");
        await _desk.CommandAsync("prep", "meeting exec staff thu 10am");
        var old = _desk.Submission(_desk.Form!);
        await _desk.TakeAsync(old with
        {
            State = state.Replace("m9", shown.Message, StringComparison.Ordinal),
            Values = new Dictionary<string, string>(old.Values)
            {
                ["minutes"] = "45",
                ["question1"] = "Why?",
                ["question2"] = "",
                ["comment3"] = "It costs two weeks.",
                ["goal"] = "One question",
                ["first"] = "Why?",
            },
        });

        var meeting = await _desk.MeetingAsync();
        Assert.Equal(("m1", 45, "Why?", "It costs two weeks.", "One question"), (meeting.Id, meeting.Minutes, meeting.Questions[0].Text, meeting.Comments[0].Text, meeting.Goal));
        Assert.Equal("Question 1", _desk.Last.Card.Fact("Say first"));
    }

    private string? Value(string field) => _desk.Form!.Fields.Single(each => each.Name == field).Value;
}
