using System.Globalization;
using BotCoach.Testing;

namespace BotCoach.Coaching.Tests;

/// <summary>A nudge at a bad moment: later today, tomorrow or next week, with one tap each.</summary>
public sealed class PutOffTests : IAsyncLifetime
{
    private CoachDesk _desk = null!;

    public async Task InitializeAsync() => _desk = await CoachDesk.OpenAsync();

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Theory]
    [InlineData("Later today", "today 12:02")]
    [InlineData("Tomorrow", "tomorrow 09:15")]
    [InlineData("Next week", "Mon 30 Nov, 12:15")]
    public async Task It_comes_back_when_the_button_says(string button, string said)
    {
        await _desk.CommandAsync("coach", "plan standard");
        await _desk.CommandAsync("coach", "try speak-early");
        await _desk.PressAsync(_desk.Last, button);

        // Next Monday brings a nudge of the plan at 09:15: this one leaves it some hours.
        Assert.Equal($"I'll come back to this {said}.", _desk.Last.Card.Text);
        var nudge = Assert.Single(await DueAsync());
        _desk.Clock.MoveTo(nudge.DueAt);
        var send = Assert.IsType<NudgeDecision.Send>(await DecideAsync(nudge));
        Assert.Equal("Speak early", send.Card.Title);
    }

    [Theory]
    [InlineData("2026-11-25T15:30Z", "LaterToday", "25 Nov 17:45")] // Quiet hours begin at 18:00.
    [InlineData("2026-11-25T16:30Z", "LaterToday", "26 Nov 09:15")]
    [InlineData("2026-11-27T09:00Z", "Tomorrow", "30 Nov 09:15")]
    [InlineData("2026-11-28T09:00Z", "LaterToday", "30 Nov 09:15")]
    [InlineData("2026-11-29T09:00Z", "NextWeek", "30 Nov 09:15")]
    [InlineData("2027-03-26T09:00Z", "NextWeek", "29 Mar 09:15")]
    [InlineData("2027-10-29T09:00Z", "Tomorrow", "1 Nov 09:15")]
    public void It_keeps_to_working_days_quiet_hours_and_the_clock_on_the_wall(string now, string until, string at)
    {
        var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        var cadence = new Cadence { Cron = "0 15 9 ? * SUN" };
        var time = PutOff.At(Enum.Parse<PutOffUntil>(until), cadence, DateTimeOffset.Parse(now, CultureInfo.InvariantCulture), berlin);

        Assert.Equal(at, TimeZoneInfo.ConvertTime(time, berlin).ToString("d MMM HH:mm", CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task It_can_be_answered_at_once_after_all_and_does_not_come_again()
    {
        await _desk.CommandAsync("coach", "try speak-early");
        var open = _desk.Last.Card;
        await _desk.PressAsync(_desk.Last, "Tomorrow");
        await _desk.PressAsync(_desk.Last, "Answer it now");

        Assert.Equal(open.Read(), _desk.Last.Card.Read());
        Assert.IsType<NudgeDecision.Drop>(await DecideAsync(Assert.Single(await DueAsync())));
    }

    [Fact]
    public async Task It_is_brought_back_by_two_taps_as_by_one()
    {
        await _desk.CommandAsync("coach", "try speak-early");
        await _desk.PressAsync(_desk.Last, "Tomorrow");
        var tap = _desk.Button(_desk.Last, "Answer it now");
        await _desk.TakeAsync(tap);
        var open = _desk.Last.Card;
        await _desk.TakeAsync(tap with { Id = "again" });

        Assert.Equal(open.Read(), _desk.Last.Card.Read());
    }

    [Fact]
    public async Task Two_taps_on_an_old_card_leave_the_second_ones_time()
    {
        await _desk.CommandAsync("coach", "try speak-early");
        var old = _desk.Last;
        await _desk.PressAsync(old, "Tomorrow");
        await _desk.PressAsync(old, "Next week");
        var due = await DueAsync();

        Assert.IsType<NudgeDecision.Drop>(await DecideAsync(due[0]));
        Assert.IsType<NudgeDecision.Send>(await DecideAsync(due[1]));
    }

    [Fact]
    public async Task One_that_is_answered_already_stays_answered()
    {
        await _desk.CommandAsync("coach", "try align-with-manager");
        var old = _desk.Last;
        await _desk.PressAsync(old, "3");
        await _desk.PressAsync(old, "Tomorrow");

        Assert.StartsWith("You said 3 of 5", _desk.Last.Card.Text, StringComparison.Ordinal);
        Assert.Empty(await DueAsync());
    }

    [Fact]
    public async Task A_card_of_an_earlier_release_brings_it_back_the_same_day()
    {
        await _desk.CommandAsync("coach", "try speak-early");
        var later = _desk.Button(_desk.Last, "Tomorrow");
        await _desk.TakeAsync(later with { Action = later.Action with { Value = later.Action.Value.Split('|')[0] } });

        Assert.Equal("I'll come back to this today 12:02.", _desk.Last.Card.Text);
    }

    [Fact]
    public async Task A_pause_that_began_meanwhile_holds_it_until_its_end()
    {
        await _desk.CommandAsync("coach", "plan standard");
        await _desk.CommandAsync("coach", "try speak-early");
        await _desk.PressAsync(_desk.Last, "Tomorrow");
        var nudge = (await DueAsync()).Single(each => each.Kind == NudgeKind.PutOff);
        await _desk.CommandAsync("coach", "pause until 7 dec");
        Assert.Equal(new DateTimeOffset(2026, 12, 7, 8, 15, 0, TimeSpan.Zero), Assert.IsType<NudgeDecision.Move>(await DecideAsync(nudge)).To.DueAt);

        await _desk.CommandAsync("coach", "pause");
        Assert.IsType<NudgeDecision.Drop>(await DecideAsync(nudge));
    }

    private async Task<NudgeDecision> DecideAsync(DueNudge nudge) => await _desk.Get<NudgeDecider>().DecideAsync(nudge, nudge.DueAt, default);

    private async Task<IReadOnlyList<DueNudge>> DueAsync()
    {
        var due = _desk.Get<DueTable>();
        var page = await due.ReadDueAsync(due.Shards.Of(_desk.Anna), _desk.Clock.GetUtcNow().AddYears(1), "", default);
        return [.. page.Rows.Select(row => row.Nudge).Where(nudge => nudge.Kind == NudgeKind.PutOff)];
    }
}
