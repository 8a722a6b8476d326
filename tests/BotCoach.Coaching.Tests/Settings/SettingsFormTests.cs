using BotCoach.Chat;
using BotCoach.Testing;

namespace BotCoach.Coaching.Tests;

/// <summary>The small forms of the settings, and what is typed into them.</summary>
public sealed class SettingsFormTests : IAsyncLifetime
{
    private CoachDesk _desk = null!;

    public async Task InitializeAsync()
    {
        _desk = await CoachDesk.OpenAsync();
        await _desk.CommandAsync("coach", "plan standard");
    }

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Theory]
    [InlineData("10:20", "10:20")]
    [InlineData("9", "09:00")]
    [InlineData(" 2 pm ", "14:00")]
    [InlineData("8.05", "08:05")]
    [InlineData("noon", "12:00")]
    public async Task A_time_is_taken_as_people_write_it_and_can_be_undone(string written, string time)
    {
        await _desk.OpenSettingsAsync("Nudges");
        await _desk.FillInAsync("Another time", ("time", written));
        Assert.Empty(_desk.Errors);
        Assert.Equal(time, When.Time((await _desk.PlanAsync()).Cadence.Weekly!.Time));
        Assert.Contains(time, _desk.Last.Card.Chosen());

        await _desk.PressAsync(_desk.Last, "Undo");
        Assert.Equal("09:15", When.Time((await _desk.PlanAsync()).Cadence.Weekly!.Time));
    }

    [Theory]
    [InlineData("", "At what time?")]
    [InlineData("half past whenever", "I can't read “half past whenever” as a time.")]
    [InlineData("25:00", "I can't read “25:00” as a time.")]
    [InlineData("99", "I can't read “99” as a time.")]
    [InlineData("tomorrow 10:00", "I can't read “tomorrow 10:00” as a time.")]
    [InlineData("in 2 hours", "I can't read “in 2 hours” as a time.")]
    [InlineData("<script>", "I can't read “<script>” as a time.")]
    [InlineData("22:00", "22:00 lies in your quiet hours, 18:00 to 08:00.")]
    public async Task A_time_that_cannot_be_meant_is_refused_under_its_field(string written, string message)
    {
        await _desk.OpenSettingsAsync("Nudges");
        var version = (await _desk.PlanAsync()).Version;
        await _desk.FillInAsync("Another time", ("time", written));

        Assert.StartsWith(message, Assert.Single(_desk.Errors).Message, StringComparison.Ordinal);
        Assert.Equal(version, (await _desk.PlanAsync()).Version);
    }

    [Fact]
    public async Task Quiet_hours_are_set_by_tap_or_form_and_can_be_undone()
    {
        await _desk.OpenSettingsAsync("Working time");
        await _desk.FillInAsync("Other hours", ("from", "19:30"), ("until", "7"));
        Assert.Contains("19:30 to 07:00", _desk.Last.Card.Chosen());
        await _desk.PressAsync(_desk.Last, "None");
        Assert.Contains("None", _desk.Last.Card.Chosen());
        await _desk.PressAsync(_desk.Last, "Undo");

        var cadence = (await _desk.PlanAsync()).Cadence;
        Assert.Equal((new TimeOnly(19, 30), new TimeOnly(7, 0)), (cadence.QuietFrom, cadence.QuietUntil));
    }

    [Fact]
    public async Task Quiet_hours_over_the_time_of_the_nudge_say_when_it_comes_instead()
    {
        await _desk.OpenSettingsAsync("Working time");
        await _desk.FillInAsync("Other hours", ("from", "17:00"), ("until", "10:30"));

        Assert.StartsWith("09:15 lies in your quiet hours now, so nudges wait until 10:30.", _desk.Last.Card.Text, StringComparison.Ordinal);
        Assert.Equal("23 Nov 09:30", await _desk.NextInUtcAsync());
    }

    [Fact]
    public async Task Both_fields_of_quiet_hours_say_what_is_wrong_with_them()
    {
        await _desk.OpenSettingsAsync("Working time");
        await _desk.FillInAsync("Other hours", ("from", "late"), ("until", "early"));

        Assert.Equal(["from", "until"], _desk.Errors.Select(error => error.Field));
    }

    [Theory]
    [InlineData("", "On which day?")]
    [InlineData("next thurs-ish", "I can't read “next thurs-ish” as a day.")]
    [InlineData("today", "That day is not ahead.")]
    [InlineData("1 nov 2020", "That day is not ahead.")]
    [InlineData("1 jan 2031", "That is more than a year away.")]
    public async Task A_day_that_cannot_be_meant_is_refused_under_its_field(string written, string message)
    {
        await _desk.OpenSettingsAsync("Pause");
        await _desk.FillInAsync("Another day", ("until", written));

        Assert.StartsWith(message, Assert.Single(_desk.Errors).Message, StringComparison.Ordinal);
        Assert.Equal(PlanStatus.Active, (await _desk.PlanAsync()).Status);
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_refused_and_nothing_is_lost()
    {
        await _desk.OpenSettingsAsync("Time zone");
        await _desk.FillInAsync("Another city", ("city", new string('x', 101)));

        Assert.NotEmpty(_desk.Errors);
        Assert.Null((await _desk.PersonAsync()).Profile.OwnZone);
    }

    [Fact]
    public async Task A_form_that_is_left_shows_its_part_again()
    {
        await _desk.OpenSettingsAsync("Pause");
        await _desk.PressAsync(_desk.Last, "Another day");
        await _desk.GoBackAsync(_desk.Form!);

        Assert.Equal("Pause", _desk.Last.Card.Title);
    }

    [Fact]
    public async Task A_form_from_a_card_in_passing_shows_what_came_of_it_as_a_message()
    {
        await _desk.OpenSettingsAsync();
        await _desk.PressAsync(SettingsCards.Nudges(Language.English, await _desk.PlanAsync(), _desk.Clock.GetUtcNow(), TimeZoneInfo.Utc, undo: null, refusal: null), "Another time");
        await _desk.SubmitAsync(_desk.Form!, ("time", "10:20"));

        Assert.Equal(2, _desk.Channel.Messages.Count);
        Assert.Equal("When nudges come", _desk.Last.Card.Title);
    }

    [Fact]
    public async Task A_form_whose_plan_went_meanwhile_says_how_things_are()
    {
        await _desk.OpenSettingsAsync("Pause");
        await _desk.PressAsync(_desk.Last, "Another day");
        await _desk.CommandAsync("coach", "stop");
        await _desk.SubmitAsync(_desk.Form ?? SettingsForms.Pause(Language.English, "pause|||"), ("until", "7 dec"));

        Assert.Equal("Nothing is scheduled: you ended your plan.", _desk.Last.Card.Text);
        Assert.Equal(PlanStatus.Stopped, (await _desk.PlanAsync()).Status);
    }
}
