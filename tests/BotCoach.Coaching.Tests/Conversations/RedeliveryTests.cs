using BotCoach.Chat;
using BotCoach.Testing;

namespace BotCoach.Coaching.Tests;

public sealed class RedeliveryTests : IAsyncLifetime
{
    private CoachDesk _desk = null!;

    public async Task InitializeAsync() => _desk = await CoachDesk.OpenAsync();

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Theory]
    [InlineData("help")]
    [InlineData("try speak-early")]
    [InlineData("plan standard")]
    [InlineData("anything at all")]
    public async Task A_message_that_is_delivered_three_times_is_answered_once(string text)
    {
        var turn = _desk.Message(text);
        await _desk.TakeAsync(turn);
        await _desk.TakeAsync(turn);
        _desk.Clock.Advance(TimeSpan.FromMinutes(5));
        await _desk.TakeAsync(turn);

        Assert.Single(_desk.Channel.Messages);
    }

    [Fact]
    public async Task A_button_that_is_delivered_three_times_has_one_effect_and_shows_the_same()
    {
        await _desk.CommandAsync("coach", "try align-with-manager");
        var tap = _desk.Button(_desk.Last, "3");
        await _desk.TakeAsync(tap);
        var shown = _desk.Last.Card;
        var rows = (await _desk.RowsAsync()).Count;
        await _desk.TakeAsync(tap);
        await _desk.TakeAsync(tap);

        Assert.Equal(shown.Text, _desk.Last.Card.Text);
        Assert.Equal(rows, (await _desk.RowsAsync()).Count);
    }

    [Fact]
    public async Task A_form_that_is_submitted_twice_makes_one_meeting_and_one_sheet()
    {
        await _desk.CommandAsync("prep", "meeting exec staff thu 10am");
        var form = _desk.Form!;
        await _desk.SubmitAsync(form);
        await _desk.SubmitAsync(form);

        Assert.Single(_desk.Channel.Messages);
        Assert.Single(await _desk.RowsAsync(), row => row.Key.Row.StartsWith("meeting ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_message_whose_answer_was_lost_in_a_crash_is_answered_when_it_comes_again()
    {
        var turn = _desk.Message("help");
        var handler = _desk.Get<IChatTurnHandler>();
        await handler.HandleAsync(turn, default); // and the process dies before it posts

        _desk.Clock.Advance(TimeSpan.FromMinutes(1));
        await _desk.TakeAsync(turn);

        Assert.Equal("What you can ask for", Assert.Single(_desk.Channel.InOrder).Card.Title);
    }

    [Fact]
    public async Task A_message_that_comes_again_while_it_is_being_answered_is_sent_back_to_come_later()
    {
        var turn = _desk.Message("help");
        var handler = _desk.Get<IChatTurnHandler>();
        await handler.HandleAsync(turn, default);

        await Assert.ThrowsAsync<TurnUnderWayException>(() => handler.HandleAsync(turn, default));
    }

    [Fact]
    public async Task Taps_at_the_same_time_leave_one_answer_and_lose_none()
    {
        await _desk.CommandAsync("coach", "plan standard");
        var taps = Enumerable.Range(0, 4).SelectMany(_ => new[] { "light", "active", "standard" })
            .Select(plan => _desk.CommandAsync("coach", $"plan {plan}"));
        await Task.WhenAll(taps);

        var plan = (await _desk.Get<People>().ReadAsync(_desk.Anna, default)).Plan!;
        var due = _desk.Get<DueTable>();
        var rows = (await due.ReadDueAsync(due.Shards.Of(_desk.Anna), _desk.Clock.GetUtcNow().AddYears(1), "", default)).Rows;
        Assert.Single(rows, row => row.Nudge.Version == plan.Version);
    }
}
