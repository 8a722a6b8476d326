using BotCoach.Chat;
using BotCoach.Testing;

namespace BotCoach.Coaching.Tests;

public sealed class MeetingConversationTests : IAsyncLifetime
{
    private CoachDesk _desk = null!;

    public async Task InitializeAsync() => _desk = await CoachDesk.OpenAsync();

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task The_command_fills_in_what_it_was_told()
    {
        await _desk.CommandAsync("prep", "meeting exec staff thu 10am");

        Assert.Equal(("exec staff", "thu 10am", "60"), (Value("name"), Value("when"), Value("minutes")));
    }

    [Fact]
    public async Task A_typed_message_gets_a_button_that_opens_the_same_form()
    {
        await _desk.SayAsync("prep meeting exec staff thu 10am");
        await _desk.PressAsync(_desk.Last, "Open the form");

        Assert.Equal(("exec staff", "thu 10am"), (Value("name"), Value("when")));
    }

    [Fact]
    public async Task The_sheet_shows_what_was_written_and_when_its_messages_come()
    {
        await SaveAsync(
            ("question1", "What happens at 6 %?"),
            ("question3", "What does the slip cost?"),
            ("comment2", "The slip costs two weeks."),
            ("goal", "one question"),
            ("first", "What happens at 6 %?"));

        var sheet = _desk.Last.Card;
        Assert.Equal(("Exec staff", "Thu 26 Nov, 10:00 \u00b7 60 minutes"), (sheet.Title, sheet.Text));
        Assert.Equal(
            [
                new Fact("Say first", "What happens at 6 %?"),
                new Fact("Your questions", "1. What happens at 6 %?\n2. What does the slip cost?"),
                new Fact("Your comments", "The slip costs two weeks."),
                new Fact("Small goal", "one question"),
            ],
            sheet.Facts);
        Assert.Equal("Coming: this sheet at 09:30, what to say first at 09:55, a short check at 11:05.", sheet.Context);
    }

    [Theory]
    [InlineData("when", "next thurs-ish", "I can't read")]
    [InlineData("when", "yesterday 10:00", "That was ")]
    [InlineData("when", "thursday", "At what time?")]
    [InlineData("when", "2029-01-01 10:00", "more than a year away")]
    [InlineData("when", "", "When does it start?")]
    [InlineData("minutes", "an hour", "How many minutes")]
    [InlineData("minutes", "0", "How many minutes")]
    [InlineData("minutes", "601", "How many minutes")]
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
    [InlineData("name", 80)]
    [InlineData("question2", 300)]
    [InlineData("goal", 300)]
    [InlineData("agenda", 20_000)]
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
        var answer = await _desk.SubmitAsync(_desk.Form!, ("minutes", "x"));

        Assert.Equal(["name", "when", "minutes"], answer.Errors.Select(error => error.Field));
    }

    [Fact]
    public async Task Editing_opens_the_form_with_what_was_saved_and_changes_the_sheet_in_place()
    {
        await SaveAsync(("question1", "What happens at 6 %?"));
        await _desk.PressAsync(_desk.Last, "Edit");
        var opened = (Value("name"), Value("when"), Value("question1"));
        await _desk.SubmitAsync(_desk.Form!, ("question1", "What happens at 8 %?"));

        Assert.Equal(("Exec staff", "2026-11-26 10:00", "What happens at 6 %?"), opened);
        Assert.Single(_desk.Channel.Messages);
        Assert.Contains(new Fact("Your questions", "What happens at 8 %?"), _desk.Last.Card.Facts);
    }

    [Fact]
    public async Task The_list_shows_the_next_meeting_first_and_leaves_out_what_is_over_or_called_off()
    {
        await SaveAsync("Board", "fri 10:00");
        await SaveAsync("Exec staff", "thu 10:00");
        await SaveAsync("Stand-up", "today 10:00");
        await SaveAsync("Review", "wed 10:00");
        await _desk.PressAsync(_desk.Last, "Cancel");
        _desk.Clock.Advance(TimeSpan.FromHours(4));
        await _desk.CommandAsync("prep");

        Assert.Equal(
            ["Exec staff \u00b7 Thu 26 Nov, 10:00", "Board \u00b7 Fri 27 Nov, 10:00"],
            _desk.Reply!.Choices.Select(row => row.Prompt).OfType<string>());
    }

    [Fact]
    public async Task Calling_off_from_the_list_leaves_the_rest_of_the_list()
    {
        await SaveAsync("Exec staff", "thu 10:00");
        await _desk.CommandAsync("prep");
        var answer = await _desk.PressAsync(_desk.Reply!, "Cancel");

        Assert.Equal("No meeting ahead", answer.Replacement!.Title);
    }

    [Fact]
    public async Task The_check_afterwards_keeps_each_tap_and_sums_them_up()
    {
        await SaveAsync(("goal", "one question"));
        var check = await ShowCheckAsync();
        await _desk.PressAsync(check, "Early");
        await _desk.PressAsync(_desk.Last, "1");
        await _desk.PressAsync(_desk.Last, "Met");
        await _desk.WriteAsync(_desk.Last, "ask before the vote");

        Assert.Equal("Early \u00b7 1 question \u00b7 goal met \u00b7 \u201cask before the vote\u201d", _desk.Last.Card.Text);
        Assert.Contains("Small goal: one question", _desk.Last.Card.Choices.Select(row => row.Prompt));
        Assert.Equal(
            ["Early", "1", "Met"],
            _desk.Last.Card.Choices.SelectMany(row => row.Choices).Where(choice => choice.IsChosen).Select(choice => choice.Label));
    }

    [Fact]
    public async Task A_free_line_after_the_meeting_is_the_line_to_keep_and_the_next_one_is_not()
    {
        await SaveAsync();
        await ShowCheckAsync();
        await _desk.SayAsync("ask before the vote");
        await _desk.SayAsync("and something else");

        Assert.Equal("I didn't get that", _desk.Last.Card.Title);
        Assert.Equal("ask before the vote", (await MeetingAsync()).Learned);
    }

    private Task SaveAsync(params (string Field, string Value)[] changes) => SaveAsync("Exec staff", "thu 10:00", changes);

    private async Task SaveAsync(string name, string when, params (string Field, string Value)[] changes)
    {
        await _desk.CommandAsync("prep", "meeting");
        await _desk.SubmitAsync(_desk.Form!, [("name", name), ("when", when), .. changes]);
        Assert.Empty(_desk.Errors);
    }

    private async Task<Meeting> MeetingAsync() =>
        MeetingRow.Read(Assert.Single(await _desk.RowsAsync(), row => row.Key.Row.StartsWith("meeting ", StringComparison.Ordinal)));

    /// <summary>Sends the check as the dispatcher does.</summary>
    private async Task<RecordingChannel.Shown> ShowCheckAsync()
    {
        var meeting = await MeetingAsync();
        _desk.Clock.MoveTo(meeting.EndsAt.AddMinutes(5));
        var due = new DueNudge
        {
            Person = _desk.Anna,
            Kind = NudgeKind.MeetingCheck,
            Subject = meeting.Id,
            DueAt = _desk.Clock.GetUtcNow(),
            Version = meeting.Version,
        };
        var send = Assert.IsType<NudgeDecision.Send>(await _desk.Get<NudgeDecider>().DecideAsync(due, due.DueAt, default));
        var message = _desk.Channel.Show(RecordingChannel.Direct(_desk.Anna), send.Card, send.Key.ToString());
        await _desk.Get<DeliveriesTable>().RecordAsync(
            [new Delivery { Person = _desk.Anna, Key = send.Key, Outcome = DeliveryOutcome.Sent, At = due.DueAt, Message = message }], default);
        return _desk.Last;
    }

    private string? Value(string field) => _desk.Form!.Fields.Single(each => each.Name == field).Value;
}
