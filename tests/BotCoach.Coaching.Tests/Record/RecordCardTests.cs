using BotCoach.Chat;
using BotCoach.Testing;

namespace BotCoach.Coaching.Tests;

public sealed class RecordCardTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 27, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Fact]
    public void Without_a_meeting_it_says_how_one_begins()
    {
        var card = RecordCard.Of(Language.English, [Past(0) with { StartsAt = Now.AddDays(1) }, Past(1) with { IsCancelled = true }], Now, Berlin);

        Assert.Equal("Your record starts with the next meeting", card.Title);
        Assert.Empty(card.Facts);
    }

    [Fact]
    public void Each_meeting_is_a_line_with_when_the_person_spoke_what_they_asked_and_the_goal()
    {
        var card = RecordCard.Of(
            Language.English,
            [
                Past(1) with { Spoke = Spoke.Early, Asked = 2, GoalResult = GoalResult.Met, Learned = "ask before the vote" },
                Past(8) with { Spoke = Spoke.Not, Asked = 0 },
                Past(15),
            ],
            Now,
            Berlin);

        Assert.Equal("Your last 3 meetings", card.Title);
        Assert.Equal(
            [
                ("26 Nov \u00b7 Exec staff", "\u25b0\u25b0\u25b0 \u00b7 2 questions \u00b7 goal met \u00b7 \u201cask before the vote\u201d"),
                ("19 Nov \u00b7 Exec staff", "\u25b1\u25b1\u25b1 \u00b7 no question"),
                ("12 Nov \u00b7 Exec staff", "not told"),
            ],
            card.Facts.Select(fact => (fact.Label, fact.Value)));
    }

    [Theory]
    [InlineData("EELL", "You speak earlier than you did.")]
    [InlineData("EEEE", "You speak early, and you keep to it.")]
    [InlineData("LLLL", "You speak at about the same point as before. One question in the first ten minutes moves it.")]
    [InlineData("LLEE", "Of late it was later; that happens with new rooms and topics. One question in the first ten minutes moves it.")]
    [InlineData("E", "A few more, and a line can be drawn through them.")]
    public void The_trend_is_told_in_kind_words(string newestFirst, string words)
    {
        var meetings = newestFirst.Select((spoke, place) => Past(place + 1) with { Spoke = spoke == 'E' ? Spoke.Early : Spoke.Late });

        Assert.Equal(words, RecordCard.Of(Language.English, [.. meetings], Now, Berlin).Text);
    }

    [Fact]
    public void Of_twenty_meetings_the_last_eight_are_shown()
    {
        var card = RecordCard.Of(Language.English, [.. Enumerable.Range(1, 20).Select(days => Past(days) with { Spoke = Spoke.Early })], Now, Berlin);

        Assert.Equal("Your last 8 meetings", card.Title);
        Assert.Equal(8, card.Facts.Count);
    }

    [Fact]
    public async Task The_command_shows_it_to_whoever_asks()
    {
        await using var desk = await CoachDesk.OpenAsync();
        await desk.SayAsync("hello");
        await desk.CommandAsync("coach", "record");

        Assert.Equal("Your record starts with the next meeting", desk.Reply!.Title);
    }

    private static Meeting Past(int daysAgo) => new()
    {
        Id = $"m{daysAgo}",
        Name = "Exec staff",
        StartsAt = Now.AddDays(-daysAgo).AddHours(-3),
        Minutes = 60,
        Version = "v",
        SavedAt = Now.AddDays(-daysAgo - 1),
    };
}
