using BotCoach.Chat;
using BotCoach.Testing;

namespace BotCoach.Coaching.Tests;

/// <summary>What a person sets, in one card.</summary>
public sealed class SettingsConversationTests : IAsyncLifetime
{
    private CoachDesk _desk = null!;

    public async Task InitializeAsync()
    {
        _desk = await CoachDesk.OpenAsync();
        await _desk.CommandAsync("coach", "plan standard");
    }

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task The_card_shows_everything_at_a_glance()
    {
        await _desk.OpenSettingsAsync();

        Assert.Equal(
            """
            Your settings
            Your next nudge: Monday 23 November, 09:15.
            Nudges: Mon, Wed, Thu at 09:15
            Practices: all 23
            Working days: Mon to Fri
            Quiet hours: 18:00 to 08:00
            Time zone: Berlin
            Meeting sheets: 30 min before
            Language: English
            [Nudges] [Practices] [Working time] [Time zone] [Meeting sheets] [Language] [Pause]
            (/coach stop ends everything, /coach export shows all that is kept about you.)
            """,
            _desk.Last.Card.Read());
    }

    [Fact]
    public async Task It_is_opened_by_word_by_command_and_from_the_plan_and_every_part_leads_back()
    {
        await _desk.SayAsync("plan");
        await _desk.PressAsync(_desk.Last, "Settings");
        Assert.Single(_desk.Channel.Messages);
        foreach (var part in new[] { "Nudges", "Practices", "Working time", "Time zone", "Meeting sheets", "Language", "Pause" })
        {
            await _desk.PressAsync(_desk.Last, part);
            Assert.NotEqual("Your settings", _desk.Last.Card.Title);
            await _desk.PressAsync(_desk.Last, "Back to settings");
            Assert.Equal("Your settings", _desk.Last.Card.Title);
        }

        await _desk.SayAsync("settings");
        Assert.Equal("Your settings", _desk.Last.Card.Title);
    }

    [Fact]
    public async Task From_a_card_in_passing_it_comes_as_a_message_that_can_change_in_place()
    {
        await _desk.CommandAsync("coach", "plan");
        await _desk.PressAsync(_desk.Reply!, "Settings");

        Assert.Equal("Your settings", Assert.Single(_desk.Channel.InOrder).Card.Title);
    }

    [Fact]
    public async Task In_a_channel_it_is_shown_in_the_direct_conversation_alone()
    {
        await _desk.TakeAsync(_desk.Message("settings", isDirect: false));
        Assert.Equal("It is in our direct messages", _desk.Reply!.Title);
        Assert.Equal("Your settings", _desk.Last.Card.Title);

        await _desk.TakeAsync(new CommandTurn
        {
            Id = "c1",
            Person = _desk.Anna,
            Conversation = RecordingChannel.Direct(_desk.Anna),
            IsDirect = false,
            At = _desk.Clock.GetUtcNow(),
            Command = "coach",
            Text = "settings",
        });
        Assert.Equal("It is in our direct messages", _desk.Reply!.Title);
        Assert.Equal("Your settings", _desk.Last.Card.Title);
    }

    [Fact]
    public async Task Without_a_plan_it_offers_one_and_what_can_be_set_all_the_same()
    {
        await using var desk = await CoachDesk.OpenAsync();
        await desk.OpenSettingsAsync();
        Assert.Equal(["Choose a plan", "Time zone", "Meeting sheets", "Language"], desk.Last.Card.Labels());

        await desk.PressAsync(desk.Last, "Meeting sheets");
        await desk.PressAsync(desk.Last, "An hour before");
        await desk.PressAsync(desk.Last, "Back to settings");
        Assert.Equal("an hour before", desk.Last.Card.Fact("Meeting sheets"));
    }

    [Fact]
    public async Task A_day_is_put_on_and_taken_off_with_a_tap_each_and_the_nudge_follows()
    {
        await _desk.OpenSettingsAsync("Nudges");
        await _desk.PressAsync(_desk.Last, "Mon");
        Assert.Equal("Your next nudge: Wednesday 25 November, 09:15.", _desk.Last.Card.Text);
        Assert.Equal("25 Nov 08:15", await _desk.NextInUtcAsync());
        Assert.Equal("own", (await _desk.PlanAsync()).Template);

        await _desk.PressAsync(_desk.Last, "Mon");
        Assert.Equal("23 Nov 08:15", await _desk.NextInUtcAsync());
        Assert.Equal("standard", (await _desk.PlanAsync()).Template);
        Assert.Equal(["Standard", "Mon", "Wed", "Thu", "09:15"], _desk.Last.Card.Chosen());
    }

    [Fact]
    public async Task The_last_day_stays_and_the_card_says_what_to_do_instead()
    {
        await _desk.CommandAsync("coach", "plan light");
        await _desk.OpenSettingsAsync("Nudges");
        await _desk.PressAsync(_desk.Last, "Mon");

        Assert.Equal("One day has to stay. To have no nudges for a while, choose Pause.", _desk.Last.Card.Text);
        Assert.Equal("light", (await _desk.PlanAsync()).Template);
    }

    [Fact]
    public async Task Another_plan_keeps_the_time_the_quiet_hours_and_what_was_left_out()
    {
        await _desk.OpenSettingsAsync("Nudges");
        await _desk.PressAsync(_desk.Last, "11:00");
        await _desk.OpenSettingsAsync("Working time");
        await _desk.PressAsync(_desk.Last, "20:00 to 07:00");
        await _desk.OpenSettingsAsync("Practices");
        await _desk.PressAsync(_desk.Last, "Speak early");
        await _desk.CommandAsync("coach", "plan active");
        await _desk.OpenSettingsAsync();

        Assert.Equal("Mon to Fri at 11:00", _desk.Last.Card.Fact("Nudges"));
        Assert.Equal(("20:00 to 07:00", "22 of 23"), (_desk.Last.Card.Fact("Quiet hours"), _desk.Last.Card.Fact("Practices")));
    }

    [Fact]
    public async Task A_plan_for_every_workday_follows_the_working_days()
    {
        await _desk.CommandAsync("coach", "plan active");
        await _desk.OpenSettingsAsync("Working time");
        await _desk.PressAsync(_desk.Last, "Sun");
        await _desk.PressAsync(_desk.Last, "Fri");
        await _desk.CommandAsync("coach", "plan");

        Assert.Equal("You're on Active", _desk.Reply!.Title);
        Assert.StartsWith("Every workday at 09:15, Berlin time.", _desk.Reply.Text, StringComparison.Ordinal);
        var plan = await _desk.PlanAsync();
        Assert.Equal("Mon to Thu, Sun", Weekdays.List(Language.English, plan.Cadence.WorkingDays));
        Assert.Equal("Mon to Thu, Sun", Weekdays.List(Language.English, plan.Cadence.Weekly!.Days));
    }

    [Fact]
    public async Task A_day_that_is_no_workday_any_more_brings_no_nudge_and_a_nudge_makes_a_workday()
    {
        await _desk.OpenSettingsAsync("Working time");
        await _desk.PressAsync(_desk.Last, "Wed");
        Assert.Equal("Mon, Thu", Weekdays.List(Language.English, (await _desk.PlanAsync()).Cadence.Weekly!.Days));

        await _desk.OpenSettingsAsync("Nudges");
        await _desk.PressAsync(_desk.Last, "Sat");
        Assert.Contains(DayOfWeek.Saturday, (await _desk.PlanAsync()).Cadence.WorkingDays);
        await _desk.CommandAsync("coach", "plan");
        Assert.Equal("You're on a plan of your own", _desk.Reply!.Title);
        Assert.StartsWith("Mondays, Thursdays and Saturdays at 09:15", _desk.Reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_practice_that_is_left_out_does_not_come_and_the_others_keep_their_order()
    {
        var before = await _desk.ComingAsync(24);
        await _desk.OpenSettingsAsync("Practices");
        await _desk.PressAsync(_desk.Last, before[1]);
        await _desk.PressAsync(_desk.Last, before[5]);
        var after = await _desk.ComingAsync(22);

        Assert.Equal([.. before.Take(23).Where((_, place) => place is not (1 or 5)), before[0]], after);
        Assert.Equal("21 of 23 are on.", _desk.Last.Card.Context);

        await _desk.PressAsync(_desk.Last, before[1]);
        await _desk.PressAsync(_desk.Last, before[5]);
        Assert.Equal(before, await _desk.ComingAsync(24));
    }

    [Fact]
    public async Task The_last_practice_stays_on()
    {
        await _desk.OpenSettingsAsync("Practices");
        var titles = _desk.Get<PracticeCatalogue>().Practices.Select(practice => practice.Title).ToList();
        foreach (var title in titles)
        {
            await _desk.PressAsync(_desk.Last, title);
        }

        Assert.Equal("One practice has to stay on. To have no nudges for a while, choose Pause.", _desk.Last.Card.Text);
        Assert.Equal(titles[^1], Assert.Single((await _desk.ComingAsync(2)).Distinct()));
    }

    [Fact]
    public async Task Why_these_names_none_that_is_left_out()
    {
        await _desk.OpenSettingsAsync("Practices");
        await _desk.PressAsync(_desk.Last, "Check alignment with your manager");
        await _desk.SayAsync("plan");
        await _desk.PressAsync(_desk.Last, "Why these?");

        Assert.DoesNotContain(_desk.Last.Card.Facts, fact => fact.Label == "Check alignment with your manager");
        Assert.Equal(3, _desk.Last.Card.Facts.Count);
        await _desk.PressAsync(_desk.Last, "Back");
        Assert.Equal("You're on Standard", _desk.Last.Card.Title);
    }

    [Fact]
    public async Task A_change_on_a_day_that_had_its_nudge_brings_no_second_one()
    {
        _desk.Clock.Advance(TimeSpan.FromHours(1));
        await _desk.OpenSettingsAsync("Nudges");
        await _desk.PressAsync(_desk.Last, "16:00");
        Assert.Equal("25 Nov 15:00", await _desk.NextInUtcAsync());
        await _desk.PressAsync(_desk.Last, "11:00");
        Assert.Equal("25 Nov 10:00", await _desk.NextInUtcAsync());
        Assert.Equal("Prepare two or three questions and comments", (await _desk.ComingAsync(1))[0]);
    }

    [Fact]
    public async Task Pausing_and_resuming_happen_on_the_card()
    {
        await _desk.OpenSettingsAsync("Pause");
        await _desk.PressAsync(_desk.Last, "Mon 30 Nov");
        Assert.Equal("Paused until Monday 30 November. The first nudge after that: Monday 30 November, 09:15.", _desk.Last.Card.Text);
        Assert.True(Assert.Single(await _desk.PlannedAsync()).EndsPause);

        await _desk.PressAsync(_desk.Last, "Resume now");
        Assert.Equal("23 Nov 08:15", await _desk.NextInUtcAsync());

        await _desk.PressAsync(_desk.Last, "Pause");
        await _desk.FillInAsync("Another day", ("until", "7 dec"));
        Assert.Equal(new DateOnly(2026, 12, 7), (await _desk.PlanAsync()).PausedUntil);

        await _desk.PressAsync(_desk.Last, "Resume now");
        await _desk.PressAsync(_desk.Last, "Pause");
        await _desk.PressAsync(_desk.Last, "Until I resume");
        Assert.Equal("Nudges rest until you resume them.", _desk.Last.Card.Text);
        Assert.Empty(await _desk.PlannedAsync());
    }

    [Fact]
    public async Task What_is_set_during_a_pause_keeps_it_and_after_its_end_makes_no_nudge_of_the_past()
    {
        await _desk.CommandAsync("coach", "pause until 30 nov");
        await _desk.OpenSettingsAsync("Nudges");
        await _desk.PressAsync(_desk.Last, "11:00");
        Assert.Equal("30 Nov 10:00", await _desk.NextInUtcAsync());
        Assert.Equal(PlanStatus.Paused, (await _desk.PlanAsync()).Status);

        _desk.Clock.MoveTo(new DateTimeOffset(2026, 12, 2, 6, 0, 0, TimeSpan.Zero));
        await _desk.OpenSettingsAsync("Nudges");
        await _desk.PressAsync(_desk.Last, "09:15");
        Assert.Equal("2 Dec 08:15", await _desk.NextInUtcAsync());
        Assert.Equal(PlanStatus.Active, (await _desk.PlanAsync()).Status);
    }

    [Fact]
    public async Task A_stopped_plan_can_be_set_and_stays_stopped()
    {
        await _desk.CommandAsync("coach", "stop");
        await _desk.OpenSettingsAsync("Nudges");
        await _desk.PressAsync(_desk.Last, "11:00");

        Assert.Equal("Nothing is scheduled: you ended your plan.", _desk.Last.Card.Text);
        Assert.Equal(PlanStatus.Stopped, (await _desk.PlanAsync()).Status);
        Assert.Empty(await _desk.PlannedAsync());
    }

    [Fact]
    public async Task A_tap_on_an_old_card_does_what_its_button_says_and_a_second_one_nothing()
    {
        await _desk.OpenSettingsAsync("Nudges");
        var old = _desk.Last;
        await _desk.PressAsync(old, "Tue");
        await _desk.PressAsync(old, "Fri");
        await _desk.PressAsync(old, "11:00");
        var version = (await _desk.PlanAsync()).Version;
        await _desk.PressAsync(old, "11:00");
        await _desk.PressAsync(old, "Tue");

        Assert.Equal(version, (await _desk.PlanAsync()).Version);
        Assert.Equal(["Active", "Mon", "Tue", "Wed", "Thu", "Fri", "11:00"], _desk.Last.Card.Chosen());
    }

    [Fact]
    public async Task Two_taps_at_once_both_count()
    {
        await _desk.OpenSettingsAsync("Practices");
        var old = _desk.Last;
        await Task.WhenAll(
            _desk.PressAsync(old, "Speak early"),
            _desk.PressAsync(old, "Offer another view"));

        Assert.Equal(["healthy-debate", "speak-early"], (await _desk.PlanAsync()).PracticesOff.Order(StringComparer.Ordinal));
        Assert.Single(await _desk.PlannedAsync());
    }

    [Fact]
    public async Task A_turn_that_comes_again_changes_nothing_more()
    {
        await _desk.OpenSettingsAsync("Nudges");
        var turn = _desk.Button(_desk.Last, "11:00");
        var first = await _desk.TakeAsync(turn);
        await _desk.OpenSettingsAsync("Nudges");
        await _desk.PressAsync(_desk.Last, "16:00");
        var again = await _desk.TakeAsync(turn);

        Assert.Equal(first.Replacement!.Read(), again.Replacement!.Read());
        Assert.Equal(new TimeOnly(16, 0), (await _desk.PlanAsync()).Cadence.Weekly!.Time);
    }

    [Theory]
    [InlineData("settings.set", "")]
    [InlineData("settings.set", "days|")]
    [InlineData("settings.set", "days|Monday,7")]
    [InlineData("settings.set", "day|Noday|on")]
    [InlineData("settings.set", "day|9|on")]
    [InlineData("settings.set", "time|25:00")]
    [InlineData("settings.set", "zone|Mars/Olympus")]
    [InlineData("settings.set", "zone|../../etc/passwd")]
    [InlineData("settings.set", "sheets|17")]
    [InlineData("settings.set", "practice|no-such-practice|off")]
    [InlineData("settings.set", "plan|imperial")]
    [InlineData("settings.show", "no-such-part")]
    [InlineData("settings.ask", "no-such-form")]
    [InlineData("settings.pause", "2020-01-01")]
    [InlineData("settings.pause", "soon")]
    [InlineData("settings.resume", "")]
    [InlineData("settings.other", "")]
    public async Task A_button_that_means_nothing_shows_how_things_are_and_changes_nothing(string action, string value)
    {
        await _desk.OpenSettingsAsync();
        var before = await _desk.PlanAsync();
        var answer = await _desk.TakeAsync(new ButtonTurn
        {
            Id = "forged",
            Person = _desk.Anna,
            Conversation = RecordingChannel.Direct(_desk.Anna),
            At = _desk.Clock.GetUtcNow(),
            Action = new CardAction(action, value),
            Message = _desk.Last.Message,
        });

        Assert.NotNull(answer.Replacement);
        Assert.Equal(before.Version, (await _desk.PlanAsync()).Version);
    }
}
