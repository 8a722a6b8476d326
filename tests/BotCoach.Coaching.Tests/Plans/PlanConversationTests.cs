using BotCoach.Chat;
using BotCoach.Testing;

namespace BotCoach.Coaching.Tests;

public sealed class PlanConversationTests : IAsyncLifetime
{
    private CoachDesk _desk = null!;

    public async Task InitializeAsync() => _desk = await CoachDesk.OpenAsync();

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task The_first_message_is_met_with_a_welcome_that_offers_three_plans_with_their_first_date()
    {
        await _desk.SayAsync("hi there");

        var welcome = _desk.Last.Card;
        Assert.Equal(
            ["Mondays. First nudge: today 09:15.", "Mon, Wed, Thu. First nudge: today 09:15.", "Mon to Fri. First nudge: today 09:15."],
            welcome.Facts.Select(fact => fact.Value));
        Assert.Equal(["Light", "Standard", "Active", "Not now"], Labels(welcome));
        Assert.Contains("/coach stop", welcome.Context, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_scheduled_before_the_person_agrees()
    {
        await _desk.SayAsync("hi");
        await _desk.CommandAsync("coach");
        await _desk.CommandAsync("coach", "help");
        await _desk.PressAsync(_desk.Last, "Not now");

        Assert.Empty(await DueAsync());
        Assert.Equal("All right, nothing is scheduled", _desk.Last.Card.Title);
    }

    [Fact]
    public async Task Choosing_a_plan_turns_the_welcome_into_the_plan_and_schedules_the_first_nudge()
    {
        await _desk.SayAsync("hi");
        await _desk.PressAsync(_desk.Last, "Standard");

        Assert.Equal("You're on Standard", _desk.Last.Card.Title);
        Assert.Equal("Mondays, Wednesdays and Thursdays at 09:15, Berlin time. Next nudge: today 09:15.", _desk.Last.Card.Text);
        Assert.Equal(CoachDesk.MondayMorning.AddMinutes(13), Assert.Single(await DueAsync()).Nudge.DueAt);
    }

    [Fact]
    public async Task Choosing_the_same_plan_again_changes_nothing()
    {
        await _desk.CommandAsync("coach", "plan standard");
        await _desk.CommandAsync("coach", "plan standard");

        Assert.Single(await DueAsync());
    }

    [Fact]
    public async Task Changing_the_plan_leaves_one_nudge_that_is_still_valid()
    {
        await _desk.CommandAsync("coach", "plan standard");
        await _desk.CommandAsync("coach", "plan active");

        var plan = (await _desk.Get<People>().ReadAsync(_desk.Anna, default)).Plan!;
        Assert.Single(await DueAsync(), row => row.Nudge.Version == plan.Version);
    }

    [Fact]
    public async Task A_pause_with_a_date_names_the_nudge_that_ends_it()
    {
        await _desk.CommandAsync("coach", "plan standard");
        await _desk.CommandAsync("coach", "pause until 7 dec");

        Assert.Equal("Paused until Monday 7 December", _desk.Reply!.Title);
        Assert.StartsWith("The first nudge after that: Mon 7 Dec, 09:15.", _desk.Reply.Text, StringComparison.Ordinal);
        Assert.Contains(await DueAsync(), row => row.Nudge is { EndsPause: true, DueAt: { Month: 12, Day: 7 } });
    }

    [Theory]
    [InlineData("pause until yesterdayish")]
    [InlineData("pause until 1 nov 2020")]
    public async Task A_pause_until_a_date_that_cannot_be_meant_is_refused_with_an_example(string command)
    {
        await _desk.CommandAsync("coach", "plan standard");
        await _desk.CommandAsync("coach", command);

        Assert.Equal("Until when?", _desk.Reply!.Title);
        Assert.Contains("/coach pause until 7 Dec", _desk.Reply.Text, StringComparison.Ordinal);
        Assert.Equal(PlanStatus.Active, (await _desk.Get<People>().ReadAsync(_desk.Anna, default)).Plan!.Status);
    }

    [Fact]
    public async Task Resuming_goes_on_at_the_next_time_of_the_plan()
    {
        await _desk.CommandAsync("coach", "plan standard");
        await _desk.CommandAsync("coach", "pause");
        _desk.Clock.Advance(TimeSpan.FromDays(9));
        await _desk.CommandAsync("coach", "resume");

        Assert.Equal("You're on Standard. Next nudge: today 09:15.", _desk.Reply!.Text);
    }

    [Fact]
    public async Task Stopping_ends_the_plan_and_says_what_is_kept()
    {
        await _desk.CommandAsync("coach", "plan standard");
        await _desk.CommandAsync("coach", "stop");
        var stopped = _desk.Reply!;
        await _desk.CommandAsync("coach", "plan");

        Assert.Equal("Stopped", stopped.Title);
        Assert.Equal("Nothing is scheduled", _desk.Reply!.Title);
    }

    [Theory]
    [InlineData("pause", "Nothing to pause")]
    [InlineData("resume", "Nothing to resume")]
    [InlineData("stop", "Nothing to stop")]
    public async Task Without_a_plan_there_is_nothing_to_end(string command, string title)
    {
        await _desk.CommandAsync("coach", command);

        Assert.Equal(title, _desk.Reply!.Title);
    }

    [Fact]
    public async Task Why_these_names_the_next_three_practices_and_leads_back()
    {
        await _desk.CommandAsync("coach", "plan standard");
        var answer = await _desk.PressAsync(_desk.Reply!, "Why these?");

        Assert.Equal(
            ["align-with-manager", "questions-and-comments", "speak-early"],
            answer.Replacement!.Facts.Select(fact => _desk.Get<PracticeCatalogue>().Practices.First(practice => practice.Title == fact.Label).Id));
        Assert.Equal(["Back"], Labels(answer.Replacement));
    }

    [Fact]
    public async Task Removing_the_bot_ends_the_plan_without_a_word()
    {
        await _desk.CommandAsync("coach", "plan standard");
        var answer = await _desk.TakeAsync(new UninstalledTurn
        {
            Id = "gone",
            Person = _desk.Anna,
            Conversation = RecordingChannel.Direct(_desk.Anna),
            At = _desk.Clock.GetUtcNow(),
        });

        Assert.Equal(ChatAnswer.Nothing, answer);
        Assert.Equal(PlanStatus.Stopped, (await _desk.Get<People>().ReadAsync(_desk.Anna, default)).Plan!.Status);
    }

    [Fact]
    public async Task Opening_the_home_page_for_the_first_time_shows_it_and_welcomes_once()
    {
        var first = await _desk.OpenHomeAsync();
        var second = await _desk.OpenHomeAsync();

        Assert.Equal(3, first.Home.Count);
        Assert.Single(first.Posts);
        Assert.Empty(second.Posts);
        Assert.Equal(3, second.Home.Count);
    }

    [Fact]
    public async Task A_person_whose_platform_gives_no_zone_is_coached_in_utc_until_it_does()
    {
        _desk.Channel.People = _ => new PersonLookup.Failed("down");
        await _desk.CommandAsync("coach", "plan standard");
        var before = _desk.Reply!.Text;
        _desk.Channel.People = person => new PersonLookup.Found("Anna", "Europe/Berlin", "en-GB");
        await _desk.CommandAsync("coach", "plan");

        Assert.Contains("09:15, UTC.", before, StringComparison.Ordinal);
        Assert.Contains("09:15, Berlin time.", _desk.Reply!.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("America/New_York", "09:15, New York time.")]
    [InlineData("Not/AZone", "09:15, Berlin time.")]
    public async Task A_turn_that_says_where_the_person_is_counts(string zone, string shown)
    {
        await _desk.CommandAsync("coach", "plan standard");
        await _desk.TakeAsync(_desk.Message("plan") with { Zone = zone });

        Assert.Contains(shown, _desk.Last.Card.Text, StringComparison.Ordinal);
        Assert.Contains(shown[7..^6], ProfileZone((await _desk.RowsAsync()).Single(PeopleTable.IsProfile)), StringComparison.Ordinal);
    }

    private static string ProfileZone(BotCoach.Storage.TableRow row) => row.Properties.Text("Zone")!.Replace('_', ' ');

    private static IEnumerable<string> Labels(Card card) => card.Choices.SelectMany(row => row.Choices).Select(choice => choice.Label);

    private async Task<IReadOnlyList<DueRow>> DueAsync()
    {
        var due = _desk.Get<DueTable>();
        return (await due.ReadDueAsync(due.Shards.Of(_desk.Anna), _desk.Clock.GetUtcNow().AddYears(1), "", default)).Rows;
    }
}
