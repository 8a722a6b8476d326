using BotCoach.Chat;
using BotCoach.Testing;

namespace BotCoach.Coaching.Tests;

public sealed class UsefulNudgeTests : IAsyncLifetime
{
    private CoachDesk _desk = null!;

    public async Task InitializeAsync() => _desk = await CoachDesk.OpenAsync();

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task Whether_a_nudge_was_of_use_is_one_tap_that_can_be_changed_and_taken_back()
    {
        await _desk.SayAsync("hello");
        await _desk.CommandAsync("coach", "try align-with-manager");
        await _desk.PressAsync(_desk.Last, "Useful");
        Assert.Equal(["Useful"], Chosen());
        await _desk.PressAsync(_desk.Last, "Not now");
        Assert.Equal(["Not now"], Chosen());
        await _desk.PressAsync(_desk.Last, "Not now");
        Assert.Empty(Chosen());
    }

    [Fact]
    public async Task It_stays_said_when_the_check_in_is_answered_and_its_answer_taken_back()
    {
        await _desk.SayAsync("hello");
        await _desk.CommandAsync("coach", "try align-with-manager");
        await _desk.PressAsync(_desk.Last, "Useful");
        await _desk.PressAsync(_desk.Last, "3");
        Assert.Equal(["Useful"], Chosen());
        await _desk.PressAsync(_desk.Last, "Undo");
        Assert.Equal(["Useful"], Chosen());
    }

    [Fact]
    public async Task It_is_no_answer_to_the_check_in()
    {
        await _desk.SayAsync("hello");
        await _desk.CommandAsync("coach", "try align-with-manager");
        await _desk.PressAsync(_desk.Last, "Not now");
        await _desk.SayAsync("4, we agreed");

        Assert.Contains("You said 4 of 5", _desk.Last.Card.Text, StringComparison.Ordinal);
        Assert.Equal(["Not now"], Chosen());
    }

    private IEnumerable<string> Chosen() => _desk.Last.Card.Choices.SelectMany(row => row.Choices).Where(choice => choice.IsChosen).Select(choice => choice.Label);
}
