using BotCoach.Chat;
using BotCoach.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace BotCoach.Coaching.Tests;

public sealed class ForumTests
{
    private static readonly TimeZoneInfo _berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    private static readonly DateTimeOffset _now = CoachDesk.MondayMorning;

    [Fact]
    public void A_forum_is_expected_a_week_after_the_last_at_the_same_time()
    {
        var forum = Assert.Single(Forums.Of([At("Exec staff", -4, 10)], _now, _berlin));

        Assert.Equal("Thu 26 Nov, 10:00", MeetingTime.Show(Language.English, forum.Next, _now, _berlin));
    }

    [Fact]
    public void Ten_o_clock_stays_ten_o_clock_when_the_clocks_change()
    {
        var now = new DateTimeOffset(2026, 10, 23, 12, 0, 0, TimeSpan.Zero);
        var last = At("Exec staff", 0, 10) with { StartsAt = new DateTimeOffset(2026, 10, 22, 10, 0, 0, TimeSpan.FromHours(2)) };

        Assert.Equal(new DateTimeOffset(2026, 10, 29, 10, 0, 0, TimeSpan.FromHours(1)), Assert.Single(Forums.Of([last], now, _berlin)).Next);
    }

    [Theory]
    [InlineData(14, 14)]
    [InlineData(28, 28)]
    [InlineData(7, 7)]
    [InlineData(9, 7)]
    public void One_that_comes_every_other_week_is_expected_in_two(int apart, int expected)
    {
        var last = At("Exec staff", -4, 10);
        var forum = Assert.Single(Forums.Of([last, last with { Id = "before", StartsAt = last.StartsAt.AddDays(-apart) }], _now, _berlin));

        Assert.Equal(expected, (forum.Next - last.StartsAt).TotalDays);
    }

    [Fact]
    public void What_is_called_off_or_long_over_or_a_talk_of_two_is_no_forum() => Assert.Empty(Forums.Of(
        [
            At("Called off", -4, 10) with { IsCancelled = true },
            At("Long over", -60, 10),
            At("1:1", -4, 10) with { Talk = new OneOnOne() },
        ],
        _now,
        _berlin));

    [Fact]
    public void The_one_that_comes_next_stands_first()
    {
        var forums = Forums.Of([At("Board", -6, 14), At("Exec staff", -4, 10), At("Review", 1, 10), At("Exec staff", -11, 10)], _now, _berlin);

        Assert.Equal(["Review", "Board", "Exec staff"], forums.Select(forum => forum.Name));
    }

    [Theory]
    [InlineData("reunion de direccion")]
    [InlineData("Reunión de direccio\u0301n")]
    public void A_name_is_known_without_its_accents(string said) =>
        Assert.Equal("Reunión de dirección", Forums.Find(Forums.Of([At("Reunión de dirección", -4, 10)], _now, _berlin), said)?.Name);

    [Theory]
    [InlineData("executive staff", "Executive staff")]
    [InlineData("Executive  Staff!", "Executive staff")]
    [InlineData("exec staff", "Executive staff")]
    [InlineData("exec", "Executive staff")]
    [InlineData("board", "Board")]
    [InlineData("b", null)]
    [InlineData("staff", null)]
    [InlineData("exec staff meeting", null)]
    [InlineData("", null)]
    public void A_name_is_known_by_how_its_words_begin(string said, string? name)
    {
        var forums = Forums.Of([At("Executive staff", -4, 10), At("Board", -4, 14), At("Budget", -5, 9)], _now, _berlin);

        Assert.Equal(name, Forums.Find(forums, said)?.Name);
    }

    [Fact]
    public void The_one_before_is_the_latest_of_its_forum_that_was_not_called_off()
    {
        var meeting = At("Exec staff", 3, 10);
        Meeting[] others = [At("exec staff", -4, 10), At("Exec staff", -11, 10), At("Exec staff", -1, 10) with { IsCancelled = true }, At("Board", -1, 10)];

        Assert.Equal(others[0], Forums.Before([.. others, meeting], meeting));
    }

    /// <summary>Whatever the meetings were, and whenever one looks.</summary>
    [Fact]
    public void A_forum_is_always_expected_ahead_on_its_weekday_at_its_time()
    {
        var meetings = Gen.Choose(-55, 30).SelectMany(day => Gen.Choose(0, 23).SelectMany(hour => Gen.Elements("Exec", "Board", "exec ", "\ud83d\ude80")
            .SelectMany(name => Gen.Elements(false, false, true).Select(cancelled => At(name, day, hour) with { IsCancelled = cancelled })))).ListOf();
        Prop.ForAll(meetings.SelectMany(list => Gen.Choose(0, 20_000).Select(minutes => (Meetings: list, Now: _now.AddMinutes(minutes)))).ToArbitrary(), world =>
        {
            var forums = Forums.Of(world.Meetings, world.Now, _berlin);
            return forums.All(forum =>
                forum.Next > world.Now
                && forum.Next > forum.Last.StartsAt
                && !forum.Last.IsCancelled
                && Local(forum.Next).DayOfWeek == Local(forum.Last.StartsAt).DayOfWeek
                && (Local(forum.Next).TimeOfDay == Local(forum.Last.StartsAt).TimeOfDay)
                && forum.Next - (forum.Last.StartsAt > world.Now ? forum.Last.StartsAt : world.Now) <= TimeSpan.FromDays(28).Add(TimeSpan.FromHours(1)))
                && forums.Select(forum => forum.Name.Trim().ToUpperInvariant()).Distinct().Count() == forums.Count;
        }).QuickCheckThrowOnFailure();
    }

    private static DateTime Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, _berlin).DateTime;

    /// <summary>A meeting some days from Monday, at an hour in Berlin.</summary>
    private static Meeting At(string name, int days, int hour) => new()
    {
        Id = $"{name} {days} {hour}",
        Name = name,
        StartsAt = LocalTime.At(LocalTime.DateOf(_now, _berlin).AddDays(days), new TimeOnly(hour, 0), _berlin),
        Minutes = 60,
        Version = "v",
        SavedAt = _now,
    };
}
