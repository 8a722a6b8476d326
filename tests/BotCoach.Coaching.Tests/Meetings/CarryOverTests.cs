using BotCoach.Testing;

namespace BotCoach.Coaching.Tests;

public sealed class CarryOverTests : IAsyncLifetime
{
    private CoachDesk _desk = null!;

    public async Task InitializeAsync() => _desk = await CoachDesk.OpenAsync();

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task A_question_that_was_not_asked_stands_on_the_next_sheet_of_that_forum()
    {
        await HoldAsync("1");
        await _desk.PrepareAsync("exec staff", "thu 10:00");

        var next = Latest(await _desk.MeetingsAsync());
        Assert.Equal([new MeetingPoint("Who decides?") { IsCarriedOver = true }], next.Questions);
        Assert.Contains("Last time: 1 question.", _desk.Last.Card.Text, StringComparison.Ordinal);
        await _desk.OpenAsync("Questions");
        Assert.Contains(("Question 1, from last time", "Who decides?"), _desk.Last.Card.Choices.Select(row => (row.Label, row.Prompt)));
    }

    [Fact]
    public async Task Another_forum_gets_nothing_of_it()
    {
        await HoldAsync("1");
        await _desk.PrepareAsync("Board", "thu 10:00");

        Assert.Empty(Latest(await _desk.MeetingsAsync()).Questions);
    }

    [Fact]
    public async Task Where_nobody_said_what_was_asked_the_questions_are_offered_and_not_put_on_the_sheet()
    {
        await HoldAsync();
        await _desk.PrepareAsync(when: "thu 10:00");
        await _desk.OpenAsync("Questions");

        Assert.Empty(Latest(await _desk.MeetingsAsync()).Questions);
        Assert.Equal(
            [("Left from last time", "What does the slip cost?"), ("Left from last time", "Who decides?"), (null, null)],
            _desk.Last.Card.Choices.Select(row => (row.Label, row.Prompt)));
        await _desk.PressAsync(_desk.Last, "Take it");
        Assert.True(Assert.Single(Latest(await _desk.MeetingsAsync()).Questions).IsCarriedOver);
    }

    [Fact]
    public async Task What_is_dropped_from_the_next_sheet_is_not_offered_there_again()
    {
        await HoldAsync("1");
        await _desk.PrepareAsync(when: "thu 10:00");
        await _desk.OpenAsync("Questions");
        await _desk.PressAsync(_desk.Last, "Drop");

        Assert.DoesNotContain(_desk.Last.Card.Choices, row => row.Prompt is not null);
    }

    [Fact]
    public async Task A_sheet_that_was_there_before_the_check_offers_the_question()
    {
        await _desk.PrepareAsync();
        await _desk.WriteAsync("Questions", "Write a question", "What does the slip cost?", "Who decides?");
        var first = await _desk.MeetingAsync();
        await _desk.PrepareAsync(when: "3 dec 10:00");
        var sheet = _desk.Last;
        await _desk.ShowCheckAsync(first);
        await _desk.PressAsync(_desk.Last, "2");
        var told = _desk.Last.Card.Text;
        await _desk.PressAsync(sheet, "Questions");

        Assert.Contains("Question 1 is carried over to Thursday 3 December.", told, StringComparison.Ordinal);
        Assert.Contains(
            _desk.Channel.Messages[sheet.Message.Message].Card.Choices, row => (row.Label, row.Prompt) == ("Left from last time", "What does the slip cost?"));
    }

    [Fact]
    public void Of_a_number_alone_it_is_known_which_were_asked_when_it_is_none_or_all()
    {
        var two = new Meeting
        {
            Id = "m",
            Name = "Exec",
            StartsAt = CoachDesk.MondayMorning,
            Minutes = 60,
            Version = "v",
            SavedAt = CoachDesk.MondayMorning,
            Questions = [new MeetingPoint("a"), new MeetingPoint("b")],
        };

        Assert.Equal([2, 0, 0, 0], new int?[] { 0, 1, 2, null }.Select(asked => CarryOver.Unasked(two with { Asked = asked }).Count));
        Assert.Equal([2, 2, 0, 2], new int?[] { 0, 1, 2, null }.Select(asked => CarryOver.PerhapsUnasked(two with { Asked = asked }).Count));
    }

    /// <summary>Prepares a meeting with two questions, lets it pass, and taps on its check.</summary>
    private async Task HoldAsync(params string[] taps)
    {
        await _desk.PrepareAsync();
        await _desk.WriteAsync("Questions", "Write a question", "What does the slip cost?", "Who decides?");
        await _desk.ShowCheckAsync(await _desk.MeetingAsync());
        foreach (var tap in taps)
        {
            await _desk.PressAsync(_desk.Last, tap);
        }
    }

    private static Meeting Latest(IEnumerable<Meeting> meetings) => meetings.MaxBy(meeting => meeting.StartsAt)!;
}
