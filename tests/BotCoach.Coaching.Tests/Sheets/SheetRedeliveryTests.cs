using BotCoach.Chat;
using BotCoach.Testing;

namespace BotCoach.Coaching.Tests;

/// <summary>Whatever is done on a sheet has its effect once, however often it comes and however many come at once.</summary>
public sealed class SheetRedeliveryTests : IAsyncLifetime
{
    private CoachDesk _desk = null!;

    public async Task InitializeAsync() => _desk = await CoachDesk.OpenAsync();

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Theory]
    [InlineData("Questions", "Take it")]
    [InlineData("Questions", "Not this one")]
    [InlineData("Goal and first word", "One question")]
    [InlineData("Remind me 30 min before", "An hour before")]
    [InlineData("Pre-read", "Send it as a message")]
    public async Task A_tap_that_is_delivered_three_times_has_one_effect(string part, string button)
    {
        await _desk.PrepareAsync(preRead: SheetDesk.PreReadText);
        await _desk.OpenAsync(part);
        var tap = _desk.Button(_desk.Last, button);
        await _desk.TakeAsync(tap);
        var (meeting, shown) = (await _desk.MeetingAsync(), _desk.Last.Card.Read());
        await _desk.TakeAsync(tap);
        await _desk.TakeAsync(tap);

        Assert.Equivalent(meeting, await _desk.MeetingAsync(), strict: true);
        Assert.Equal(shown, _desk.Last.Card.Read());
    }

    [Fact]
    public async Task A_point_that_is_submitted_twice_stands_there_once()
    {
        await _desk.PrepareAsync();
        await _desk.OpenAsync("Questions");
        await _desk.PressAsync(_desk.Last, "Write a question");
        var form = _desk.Form!;
        await _desk.SubmitAsync(form, ("text", "What does the slip cost?"));
        await _desk.SubmitAsync(form, ("text", "What does the slip cost?"));

        Assert.Single((await _desk.MeetingAsync()).Questions);
    }

    [Fact]
    public async Task Two_taps_at_once_on_one_button_are_one_effect()
    {
        await _desk.PrepareAsync(preRead: SheetDesk.PreReadText);
        await _desk.OpenAsync("Questions");
        var taps = Enumerable.Range(0, 4).Select(_ => _desk.Button(_desk.Last, "Take it")).ToList();
        await Task.WhenAll(taps.Select(_desk.TakeAsync));

        Assert.Single((await _desk.MeetingAsync()).Questions);
    }

    [Fact]
    public async Task Two_taps_at_once_on_two_buttons_both_count()
    {
        await _desk.PrepareAsync(preRead: SheetDesk.PreReadText);
        await _desk.OpenAsync("Questions");
        var taps = _desk.Last.Card.Choices.SelectMany(row => row.Choices).Where(choice => choice.Label == "Take it")
            .Select(choice => _desk.Button(_desk.Last, "Take it") with { Action = choice.Action }).ToList();
        await Task.WhenAll(taps.Select(_desk.TakeAsync));

        Assert.Equal(3, taps.Count);
        Assert.Equal(3, (await _desk.MeetingAsync()).Questions.Count);
    }

    [Fact]
    public async Task A_pre_read_that_is_delivered_three_times_is_there_once_and_the_sheet_too()
    {
        await _desk.PrepareAsync();
        var message = _desk.Message(SheetDesk.PreReadText);
        await _desk.TakeAsync(message);
        await _desk.TakeAsync(message);
        _desk.Clock.Advance(TimeSpan.FromMinutes(2));
        await _desk.TakeAsync(message);

        Assert.Equal(2, _desk.Channel.Messages.Count);
        Assert.Equal(SheetDesk.PreReadText, (await _desk.Get<Meetings>().PreReadAsync(_desk.Anna, (await _desk.MeetingAsync()).Id, default))!.Text);
    }

    [Fact]
    public async Task Two_parts_of_a_pre_read_that_come_at_once_are_both_there()
    {
        await _desk.PrepareAsync(preRead: SheetDesk.PreReadText);
        await _desk.OpenAsync("Pre-read");
        await _desk.PressAsync(_desk.Last, "Add more");
        var form = _desk.Form!;
        await Task.WhenAll(
            _desk.SubmitAsync(form, ("text", "The budget grows by 4 %.")),
            _desk.SubmitAsync(form, ("text", "Sales asks for two more people.")));

        var text = (await _desk.Get<Meetings>().PreReadAsync(_desk.Anna, (await _desk.MeetingAsync()).Id, default))!.Text;
        Assert.Contains("The budget grows by 4 %.", text, StringComparison.Ordinal);
        Assert.Contains("Sales asks for two more people.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_many_taps_at_once_only_the_last_state_of_the_times_has_messages()
    {
        await _desk.PrepareAsync();
        await _desk.OpenAsync("Remind me 30 min before");
        var card = _desk.Last;
        await Task.WhenAll(new[] { "15 min before", "An hour before", "The working day before, 16:00", "30 min before" }
            .Select(label => _desk.TakeAsync(_desk.Button(card, label))));
        var meeting = await _desk.MeetingAsync();

        Assert.Equal(3, (await _desk.DueAsync(meeting)).Count);
        Assert.Equal(
            MeetingSchedule.SheetAt(meeting, Zones.Berlin, Cadence.DefaultWorkingDays),
            (await _desk.DueAsync(meeting)).Single(due => due.Kind == NudgeKind.MeetingSheet).At);
    }
}
