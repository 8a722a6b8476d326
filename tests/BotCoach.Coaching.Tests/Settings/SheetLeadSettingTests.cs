using BotCoach.Testing;

namespace BotCoach.Coaching.Tests;

/// <summary>How long before meetings their sheets come, for all of them at once.</summary>
public sealed class SheetLeadSettingTests : IAsyncLifetime
{
    private CoachDesk _desk = null!;

    public async Task InitializeAsync() => _desk = await CoachDesk.OpenAsync();

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task A_meeting_that_is_prepared_later_has_it()
    {
        await _desk.OpenSettingsAsync("Meeting sheets");
        await _desk.PressAsync(_desk.Last, "An hour before");
        await _desk.PrepareAsync();
        Assert.Contains("Remind me an hour before", _desk.Last.Card.Labels());

        await _desk.CommandAsync("prep", "1:1 fri 10am");
        await _desk.SubmitAsync(_desk.Form!, ("priorities", "Billing migration"));
        Assert.Empty(_desk.Errors);
        Assert.All(await _desk.MeetingsAsync(), meeting => Assert.Equal(SheetLead.Hour, meeting.Lead));
    }

    [Fact]
    public async Task One_that_is_prepared_already_follows_and_its_earlier_message_does_not_come()
    {
        await _desk.PrepareAsync();
        var before = await _desk.MeetingAsync();
        await _desk.OpenSettingsAsync("Meeting sheets");
        await _desk.PressAsync(_desk.Last, "An hour before");
        var meeting = await _desk.MeetingAsync();

        Assert.IsType<NudgeDecision.Send>(await _desk.NudgeAsync(meeting, NudgeKind.MeetingSheet, meeting.StartsAt.AddHours(-1)));
        Assert.IsType<NudgeDecision.Drop>(await _desk.NudgeAsync(meeting, NudgeKind.MeetingSheet, meeting.StartsAt.AddMinutes(-30), before.Version));
        Assert.Equal(3, (await _desk.DueAsync(meeting)).Count);
    }

    [Fact]
    public async Task One_for_which_the_person_chose_keeps_that_and_so_does_its_forum()
    {
        await _desk.PrepareAsync();
        await _desk.PressAsync(_desk.Last, "Remind me 30 min before");
        await _desk.PressAsync(_desk.Last, "15 min before");
        await _desk.OpenSettingsAsync("Meeting sheets");
        await _desk.PressAsync(_desk.Last, "An hour before");
        Assert.Equal(SheetLead.QuarterHour, (await _desk.MeetingAsync()).Lead);

        _desk.Clock.Advance(TimeSpan.FromDays(4));
        await _desk.PrepareAsync(when: "thu 10:00");
        Assert.All(await _desk.MeetingsAsync(), meeting => Assert.Equal(SheetLead.QuarterHour, meeting.Lead));
    }

    [Fact]
    public async Task The_next_of_a_forum_without_a_choice_of_its_own_has_it()
    {
        await _desk.PrepareAsync();
        _desk.Clock.Advance(TimeSpan.FromDays(4));
        await _desk.OpenSettingsAsync("Meeting sheets");
        await _desk.PressAsync(_desk.Last, "15 min before");
        await _desk.PrepareAsync(when: "thu 10:00");

        Assert.Contains("Remind me 15 min before", _desk.Last.Card.Labels());
    }

    [Fact]
    public async Task A_sheet_of_the_working_day_before_follows_the_working_days_and_the_zone()
    {
        await _desk.CommandAsync("coach", "plan standard");
        await _desk.OpenSettingsAsync("Meeting sheets");
        await _desk.PressAsync(_desk.Last, "The working day before, 16:00");
        await _desk.PrepareAsync(when: "30 nov 10:00");
        Assert.Equal("27 Nov 15:00", await SheetInUtcAsync());

        await _desk.OpenSettingsAsync("Working time");
        await _desk.PressAsync(_desk.Last, "Fri");
        Assert.Equal("26 Nov 15:00", await SheetInUtcAsync());

        await _desk.OpenSettingsAsync("Time zone");
        await _desk.FillInAsync("Another city", ("city", "Lisbon"));
        Assert.Equal("26 Nov 16:00", await SheetInUtcAsync());
    }

    [Fact]
    public async Task A_sheet_that_would_have_had_to_come_by_now_comes_as_it_was_planned()
    {
        await _desk.PrepareAsync(when: "today 09:40");
        await _desk.OpenSettingsAsync("Meeting sheets");
        await _desk.PressAsync(_desk.Last, "An hour before");

        Assert.Equal("23 Nov 08:10", await SheetInUtcAsync());
    }

    private async Task<string> SheetInUtcAsync() => (await _desk.DueAsync(await _desk.MeetingAsync()))
        .Single(due => due.Kind == NudgeKind.MeetingSheet).At.UtcDateTime.ToString("d MMM HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public async Task A_row_of_an_earlier_release_that_is_not_the_usual_counts_as_chosen()
    {
        await _desk.PrepareAsync();
        var stored = (await _desk.RowsAsync()).Single(row => row.Key.Row.StartsWith("meeting ", StringComparison.Ordinal));
        var earlier = new BotCoach.Storage.RowProperties();
        foreach (var (name, value) in stored.Properties.Where(property => property.Key is not ("HasOwnLead" or "Lead")))
        {
            earlier.Add(name, value);
        }

        Assert.False(MeetingRow.Read(stored with { Properties = earlier }).HasOwnLead);
        earlier.Add("Lead", "Hour");
        Assert.True(MeetingRow.Read(stored with { Properties = earlier }).HasOwnLead);
    }
}
