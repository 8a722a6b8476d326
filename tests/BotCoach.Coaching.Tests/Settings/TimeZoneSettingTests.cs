using BotCoach.Chat;
using BotCoach.Testing;

namespace BotCoach.Coaching.Tests;

/// <summary>Whose clock nudges keep to: what the chat says, what the person chose, and what clocks do twice a year.</summary>
public sealed class TimeZoneSettingTests : IAsyncLifetime
{
    private CoachDesk _desk = null!;

    public async Task InitializeAsync() => _desk = await CoachDesk.OpenAsync();

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task A_city_is_enough_and_the_nudge_follows_its_clock()
    {
        await _desk.CommandAsync("coach", "plan standard");
        await _desk.OpenSettingsAsync("Time zone");
        Assert.StartsWith("It is 09:02 in Berlin, as this chat says.", _desk.Last.Card.Text, StringComparison.Ordinal);

        await _desk.FillInAsync("Another city", ("city", "seattle"));
        Assert.StartsWith("It is 00:02 in Los Angeles, as you chose; this chat says Berlin.", _desk.Last.Card.Text, StringComparison.Ordinal);
        Assert.Equal("23 Nov 17:15", await _desk.NextInUtcAsync());

        await _desk.PressAsync(_desk.Last, "Undo");
        Assert.Equal("23 Nov 08:15", await _desk.NextInUtcAsync());
        Assert.Null((await _desk.PersonAsync()).Profile.OwnZone);
    }

    [Fact]
    public async Task Where_a_name_has_several_places_one_is_chosen_with_a_tap()
    {
        await _desk.CommandAsync("coach", "plan standard");
        await _desk.OpenSettingsAsync("Time zone");
        await _desk.FillInAsync("Another city", ("city", "Portland"));
        Assert.Equal("Which one is it?", _desk.Last.Card.Title);
        Assert.Null((await _desk.PersonAsync()).Profile.OwnZone);

        await _desk.PressAsync(_desk.Last, "Portland (New York time)");
        Assert.Equal("America/New_York", (await _desk.PersonAsync()).Profile.OwnZone);
    }

    [Theory]
    [InlineData("", "Which city?")]
    [InlineData("Atlantis", "I know no zone for “Atlantis”.")]
    [InlineData("UTC+2", "I know no zone for “UTC+2”.")]
    [InlineData("../../etc/passwd", "I know no zone for “../../etc/passwd”.")]
    public async Task A_place_that_nobody_knows_is_refused_with_an_example(string city, string message)
    {
        await _desk.OpenSettingsAsync("Time zone");
        await _desk.FillInAsync("Another city", ("city", city));

        Assert.StartsWith(message, Assert.Single(_desk.Errors).Message, StringComparison.Ordinal);
        Assert.Contains("such as Berlin, Chicago or Bangalore", _desk.Errors[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_zone_that_the_person_chose_stays_whatever_their_chat_says_later()
    {
        await _desk.CommandAsync("coach", "plan standard");
        await _desk.OpenSettingsAsync("Time zone");
        await _desk.FillInAsync("Another city", ("city", "Lisbon"));
        var version = (await _desk.PlanAsync()).Version;
        await _desk.TakeAsync(_desk.Message("plan") with { Zone = "America/New_York" });

        Assert.Contains("09:15, Lisbon time.", _desk.Last.Card.Text, StringComparison.Ordinal);
        var profile = (await _desk.PersonAsync()).Profile;
        Assert.Equal(("America/New_York", "Europe/Lisbon"), (profile.Zone, profile.OwnZone));
        Assert.Equal(version, (await _desk.PlanAsync()).Version);
        Assert.Equal("23 Nov 09:15", await _desk.NextInUtcAsync());
    }

    [Fact]
    public async Task Going_back_to_what_the_chat_says_asks_it_anew()
    {
        await _desk.CommandAsync("coach", "plan standard");
        await _desk.OpenSettingsAsync("Time zone");
        await _desk.FillInAsync("Another city", ("city", "Lisbon"));
        _desk.Channel.People = _ => new PersonLookup.Found("Anna", "Europe/Helsinki", "en-GB");
        await _desk.PressAsync(_desk.Last, "As this chat says");

        Assert.StartsWith("It is 10:02 in Helsinki, as this chat says.", _desk.Last.Card.Text, StringComparison.Ordinal);
        Assert.Equal("25 Nov 07:15", await _desk.NextInUtcAsync());
    }

    [Fact]
    public async Task An_old_card_that_offers_what_the_chat_says_tells_nothing_that_is_not_stored()
    {
        await _desk.CommandAsync("coach", "plan standard");
        await _desk.OpenSettingsAsync("Time zone");
        await _desk.FillInAsync("Another city", ("city", "Lisbon"));
        var old = _desk.Last;
        await _desk.PressAsync(old, "As this chat says");
        _desk.Channel.People = _ => new PersonLookup.Found("Anna", "Europe/Helsinki", "en-GB");
        await _desk.PressAsync(old, "As this chat says");

        Assert.StartsWith("It is 10:02 in Helsinki, as this chat says.", _desk.Last.Card.Text, StringComparison.Ordinal);
        Assert.Equal("Europe/Helsinki", (await _desk.PersonAsync()).Profile.Zone);
        Assert.DoesNotContain("Undo", _desk.Last.Card.Labels());
    }

    [Fact]
    public async Task Looking_at_the_zone_finds_that_the_chat_says_another_one_and_goes_along()
    {
        await _desk.CommandAsync("coach", "plan standard");
        _desk.Channel.People = _ => new PersonLookup.Found("Anna", "America/New_York", "en-GB");
        await _desk.OpenSettingsAsync("Time zone");

        Assert.StartsWith("It is 03:02 in New York, as this chat says.", _desk.Last.Card.Text, StringComparison.Ordinal);
        Assert.Equal("23 Nov 14:15", await _desk.NextInUtcAsync());
    }

    [Fact]
    public async Task A_chat_that_cannot_say_leaves_the_zone_as_it_is()
    {
        await _desk.CommandAsync("coach", "plan standard");
        _desk.Channel.People = _ => new PersonLookup.Failed("down");
        await _desk.OpenSettingsAsync("Time zone");

        Assert.StartsWith("It is 09:02 in Berlin", _desk.Last.Card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_travels_takes_their_nudges_along_once_their_chat_says_so()
    {
        await _desk.CommandAsync("coach", "plan standard");
        await _desk.TakeAsync(_desk.Message("hello") with { Zone = "America/New_York" });
        var there = Assert.Single(await _desk.PlannedAsync());
        await _desk.TakeAsync(_desk.Message("hello again") with { Zone = "America/New_York" });

        Assert.Equal("23 Nov 14:15", await _desk.NextInUtcAsync());
        Assert.Equal(there, Assert.Single(await _desk.PlannedAsync()));
    }

    [Fact]
    public async Task Somebody_who_travels_after_the_nudge_of_the_day_gets_no_second_one_and_goes_on_with_the_next_practice()
    {
        await _desk.CommandAsync("coach", "plan standard");
        var practices = await _desk.ComingAsync(2);
        _desk.Clock.Advance(TimeSpan.FromHours(2));
        await _desk.TakeAsync(_desk.Message("hello") with { Zone = "America/New_York" });

        Assert.Equal("25 Nov 14:15", await _desk.NextInUtcAsync());
        Assert.Equal(practices[1], (await _desk.ComingAsync(1))[0]);
    }

    [Theory]
    [InlineData("2027-03-26T10:00Z", "Monday 29 March, 09:15; summer time has begun by then.", "29 Mar 07:15", "The clocks go forward on Sunday 28 March; the nudge after that comes Monday 29 March, 09:15, by the new time.")]
    [InlineData("2027-10-29T10:00Z", "Monday 1 November, 09:15; summer time is over by then.", "1 Nov 08:15", "The clocks go back on Sunday 31 October; the nudge after that comes Monday 1 November, 09:15, by the new time.")]
    public async Task Both_changes_of_the_clocks_are_told_and_the_nudge_keeps_its_time(string now, string said, string inUtc, string example)
    {
        await using var desk = await CoachDesk.OpenAsync(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture));
        await desk.CommandAsync("coach", "plan standard");
        await desk.OpenSettingsAsync();
        Assert.Equal($"Your next nudge: {said}", desk.Last.Card.Text);
        await desk.SayAsync("plan");
        Assert.EndsWith(said[said.IndexOf(';', StringComparison.Ordinal)..], desk.Last.Card.Text, StringComparison.Ordinal);
        await desk.OpenSettingsAsync();

        await desk.PressAsync(desk.Last, "Nudges");
        await desk.PressAsync(desk.Last, "11:00");
        await desk.PressAsync(desk.Last, "09:15");
        Assert.Equal(inUtc, await desk.NextInUtcAsync());
        await desk.OpenSettingsAsync("Time zone");
        Assert.EndsWith(example, desk.Last.Card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Moving_between_zones_that_change_their_clocks_on_other_days_counts_with_the_new_one()
    {
        // Between 14 and 28 March, New York has summer time and Berlin has none yet.
        await using var desk = await CoachDesk.OpenAsync(new DateTimeOffset(2027, 3, 19, 15, 0, 0, TimeSpan.Zero));
        await desk.CommandAsync("coach", "plan standard");
        await desk.OpenSettingsAsync("Time zone");
        await desk.FillInAsync("Another city", ("city", "Boston"));

        Assert.Equal("22 Mar 13:15", await desk.NextInUtcAsync());
    }

    [Fact]
    public async Task Where_clocks_never_change_nothing_is_said_of_it()
    {
        await _desk.CommandAsync("coach", "plan standard");
        await _desk.OpenSettingsAsync("Time zone");
        await _desk.FillInAsync("Another city", ("city", "Bangalore"));

        Assert.Equal("It is 13:32 in Kolkata, as you chose; this chat says Berlin. Nudges keep to that clock all year round.", _desk.Last.Card.Text);
    }
}
