using BotCoach.Testing;

namespace BotCoach.Coaching.Tests;

/// <summary>When a meeting's messages come, and that none comes for a state that is over.</summary>
public sealed class LeadTimeTests : IAsyncLifetime
{
    private CoachDesk _desk = null!;

    public async Task InitializeAsync() => _desk = await CoachDesk.OpenAsync();

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Theory]
    [InlineData("15 min before", "26 Nov 09:45", "this sheet at 09:45")]
    [InlineData("30 min before", "26 Nov 09:30", "this sheet at 09:30")]
    [InlineData("An hour before", "26 Nov 09:00", "this sheet at 09:00")]
    [InlineData("The working day before, 16:00", "25 Nov 16:00", "this sheet at 16:00 on Wed 25 Nov")]
    public async Task The_sheet_comes_when_the_person_chose(string choice, string at, string said)
    {
        await _desk.PrepareAsync();
        await _desk.PressAsync(_desk.Last, "Remind me 30 min before");
        await _desk.PressAsync(_desk.Last, choice);
        var meeting = await _desk.MeetingAsync();
        var due = await _desk.DueAsync(meeting);

        Assert.Contains(said, _desk.Last.Card.Context, StringComparison.Ordinal);
        Assert.Equal(at, Berlin(due.Single(each => each.Kind == NudgeKind.MeetingSheet).At));
        Assert.Equal("26 Nov 09:55", Berlin(due.Single(each => each.Kind == NudgeKind.MeetingFirstWord).At));
        Assert.Equal("26 Nov 11:05", Berlin(due.Single(each => each.Kind == NudgeKind.MeetingCheck).At));
    }

    [Fact]
    public async Task Before_a_monday_the_working_day_before_is_friday()
    {
        await _desk.PrepareAsync(when: "30 nov 10:00");
        await _desk.PressAsync(_desk.Last, "Remind me 30 min before");
        await _desk.PressAsync(_desk.Last, "The working day before, 16:00");

        Assert.Equal("27 Nov 16:00", Berlin((await _desk.DueAsync(await _desk.MeetingAsync())).Single(each => each.Kind == NudgeKind.MeetingSheet).At));
    }

    [Fact]
    public async Task The_sheet_of_an_earlier_choice_does_not_come()
    {
        await _desk.PrepareAsync();
        var before = await _desk.MeetingAsync();
        await _desk.PressAsync(_desk.Last, "Remind me 30 min before");
        await _desk.PressAsync(_desk.Last, "An hour before");
        var meeting = await _desk.MeetingAsync();

        Assert.IsType<NudgeDecision.Send>(await _desk.NudgeAsync(meeting, NudgeKind.MeetingSheet, meeting.StartsAt.AddHours(-1)));
        Assert.IsType<NudgeDecision.Drop>(await _desk.NudgeAsync(meeting, NudgeKind.MeetingSheet, meeting.StartsAt.AddMinutes(-30), before.Version));
    }

    [Fact]
    public async Task The_next_sheet_of_the_forum_comes_as_early()
    {
        await _desk.PrepareAsync();
        await _desk.PressAsync(_desk.Last, "Remind me 30 min before");
        await _desk.PressAsync(_desk.Last, "15 min before");
        _desk.Clock.Advance(TimeSpan.FromDays(4));
        await _desk.PrepareAsync(when: "thu 10:00");

        Assert.Contains("Remind me 15 min before", _desk.Last.Card.Labels());
    }

    [Fact]
    public async Task Writing_on_a_sheet_moves_none_of_its_messages_and_they_show_the_latest()
    {
        await _desk.PrepareAsync();
        var due = await _desk.DueAsync(await _desk.MeetingAsync());
        await _desk.WriteAsync("Questions", "Write a question", "What does the slip cost?");
        var meeting = await _desk.MeetingAsync();
        var reminder = Assert.IsType<NudgeDecision.Send>(await _desk.NudgeAsync(meeting, NudgeKind.MeetingSheet, meeting.StartsAt.AddMinutes(-30)));
        await _desk.WriteAsync("Questions", "Write a question", "Who decides?");
        await _desk.OpenAsync("Goal and first word");
        await _desk.PressAsync(_desk.Last, "Question 2");
        var first = Assert.IsType<NudgeDecision.Send>(await _desk.NudgeAsync(meeting, NudgeKind.MeetingFirstWord, meeting.StartsAt.AddMinutes(-5)));

        Assert.Equal(3, due.Count);
        Assert.Equal(due, await _desk.DueAsync(meeting));
        Assert.Equal("What does the slip cost?", reminder.Card.Fact("Your questions"));
        Assert.Equal("Say this first, within ten minutes:\n\u201cWho decides?\u201d", first.Card.Text);
    }

    [Fact]
    public async Task The_reminder_is_short_and_says_first_what_is_said_first()
    {
        await _desk.PrepareAsync(preRead: SheetDesk.PreReadText);
        await _desk.WriteAsync("Questions", "Write a question", "What does the slip cost?", "Who decides?");
        await _desk.OpenAsync("Goal and first word");
        await _desk.PressAsync(_desk.Last, "Question 2");
        var meeting = await _desk.MeetingAsync();
        var reminder = Assert.IsType<NudgeDecision.Send>(await _desk.NudgeAsync(meeting, NudgeKind.MeetingSheet, meeting.StartsAt.AddMinutes(-30))).Card;

        Assert.Equal(("Exec staff, today 10:00", "Read it once, then close it."), (reminder.Title, reminder.Text));
        Assert.Equal(["Say first", "Your questions", "Key points"], reminder.Facts.Select(fact => fact.Label));
        Assert.Equal(("Who decides?", "What does the slip cost?"), (reminder.Fact("Say first"), reminder.Fact("Your questions")));
    }

    [Fact]
    public async Task A_sheet_whose_plan_was_ended_says_that_nothing_comes_and_how_to_change_that()
    {
        await _desk.CommandAsync("coach", "plan standard");
        await _desk.PrepareAsync();
        var sheet = _desk.Last;
        _desk.Clock.Advance(TimeSpan.FromMinutes(1));
        await _desk.CommandAsync("coach", "stop");
        await _desk.PressAsync(sheet, "Questions");
        await _desk.PressAsync(_desk.Last, "Back to the sheet");
        var told = _desk.Last.Card.Context;
        _desk.Clock.Advance(TimeSpan.FromMinutes(1));
        await _desk.PressAsync(_desk.Last, "Edit");
        await _desk.SubmitAsync(_desk.Form!);
        var meeting = await _desk.MeetingAsync();

        Assert.Contains("nothing comes about this meeting", told, StringComparison.Ordinal);
        Assert.IsType<NudgeDecision.Send>(await _desk.NudgeAsync(meeting, NudgeKind.MeetingSheet, meeting.StartsAt.AddMinutes(-30)));
    }

    private static string Berlin(DateTimeOffset moment) =>
        TimeZoneInfo.ConvertTimeBySystemTimeZoneId(moment, "Europe/Berlin").ToString("d MMM HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
