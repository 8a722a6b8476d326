using BotCoach.Chat;
using BotCoach.Testing;

namespace BotCoach.Coaching.Tests;

public sealed class MeetingCheckTests : IAsyncLifetime
{
    private CoachDesk _desk = null!;

    public async Task InitializeAsync() => _desk = await CoachDesk.OpenAsync();

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task The_check_keeps_each_tap_and_sums_them_up_in_place()
    {
        await _desk.PrepareAsync();
        await _desk.WriteAsync("Questions", "Write a question", "What does the slip cost?", "Who decides?");
        await _desk.WriteAsync("Goal and first word", "Write my own", "ask before the vote");
        var check = await _desk.ShowCheckAsync(await _desk.MeetingAsync());
        foreach (var tap in new[] { "Early", "1", "0", "Met" })
        {
            await _desk.PressAsync(_desk.Last, tap);
        }

        await _desk.WriteAsync(_desk.Last, "the vote comes at a quarter past");

        Assert.Equal(check.Message, _desk.Last.Message);
        Assert.Equal(
            "Early \u00b7 1 question \u00b7 no comment \u00b7 goal met \u00b7 \u201cthe vote comes at a quarter past\u201d. Question 2 is carried over to Thursday 3 December.",
            _desk.Last.Card.Text);
        Assert.Equal(["Early", "1", "0", "Met"], _desk.Last.Card.Chosen());
    }

    [Fact]
    public async Task Without_prepared_questions_their_number_is_asked()
    {
        await _desk.PrepareAsync();
        await _desk.ShowCheckAsync(await _desk.MeetingAsync());
        await _desk.PressAsync(_desk.Last, "2");

        Assert.Equal("2 questions.", _desk.Last.Card.Text);
        Assert.Equal(2, (await _desk.MeetingAsync()).Asked);
    }

    [Theory]
    [InlineData("1", 1, "Question 2 is carried over")]
    [InlineData("1,2", 2, null)]
    [InlineData("1,1", 0, "Questions 1 and 2 are carried over")]
    [InlineData("None", 0, "Questions 1 and 2 are carried over")]
    [InlineData("Another one", 1, "Questions 1 and 2 are carried over")]
    [InlineData("2,Another one", 2, "Question 1 is carried over")]
    [InlineData("2,Another one,Another one", 1, "Question 1 is carried over")]
    [InlineData("1,2,Another one,None", 0, "Questions 1 and 2 are carried over")]
    [InlineData("None,1", 1, "Question 2 is carried over")]
    public async Task Which_questions_were_asked_is_a_tap_each(string taps, int asked, string? carried)
    {
        await _desk.PrepareAsync();
        await _desk.WriteAsync("Questions", "Write a question", "What does the slip cost?", "Who decides?");
        await _desk.ShowCheckAsync(await _desk.MeetingAsync());
        foreach (var tap in taps.Split(','))
        {
            await _desk.PressAsync(_desk.Last, tap);
        }

        Assert.Equal(asked, (await _desk.MeetingAsync()).Asked);
        Assert.Equal(carried is not null, _desk.Last.Card.Text!.Contains("carried over", StringComparison.Ordinal));
        Assert.Contains(carried ?? "", _desk.Last.Card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_four_are_summed_up_kindly()
    {
        foreach (var (week, spoke) in new[] { "Early", "Late", "Early", "Early" }.Index())
        {
            await _desk.PrepareAsync(when: "thu 10:00");
            var meeting = (await _desk.MeetingsAsync()).MaxBy(each => each.StartsAt)!;
            await _desk.ShowCheckAsync(meeting);
            await _desk.PressAsync(_desk.Last, spoke);
            Assert.Equal(
                new[] { "Early.", "Late. One of your last two: early.", "Early. Two of your last three: early.", "Early. Three of your last four: early." }[week],
                _desk.Last.Card.Text);
        }
    }

    [Fact]
    public async Task A_free_line_after_the_meeting_is_the_line_to_keep_and_the_next_one_is_not()
    {
        await _desk.PrepareAsync();
        await _desk.ShowCheckAsync(await _desk.MeetingAsync());
        await _desk.SayAsync("ask before the vote");
        await _desk.SayAsync("and something else");

        Assert.Equal("I didn't get that", _desk.Last.Card.Title);
        Assert.Equal("ask before the vote", (await _desk.MeetingAsync()).Learned);
    }

    [Fact]
    public async Task A_check_that_an_earlier_release_sent_still_takes_its_taps()
    {
        await _desk.PrepareAsync();
        await _desk.WriteAsync("Questions", "Write a question", "What does the slip cost?");
        var meeting = await _desk.MeetingAsync();
        var shown = _desk.Channel.Show(
            RecordingChannel.Direct(_desk.Anna),
            new Card { Title = "Exec staff", Choices = [new ChoiceRow("Questions asked", [new Choice("0", new CardAction("meeting.asked", $"{meeting.Id}|0"))])] },
            "old");
        await _desk.PressAsync(new RecordingChannel.Shown(99, shown, "old", _desk.Channel.Messages[shown.Message].Card), "0");

        Assert.Equal(0, (await _desk.MeetingAsync()).Asked);
        Assert.Contains("Question 1 is carried over", _desk.Last.Card.Text, StringComparison.Ordinal);
    }
}
