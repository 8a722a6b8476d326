using System.Globalization;
using BotCoach.Chat;

namespace BotCoach.Coaching.Tests;

public sealed class ClockChangeTests
{
    [Theory]
    [InlineData("Europe/Berlin", "2026-11-23T08:00Z", "2027-03-28", true)]
    [InlineData("Europe/Berlin", "2027-03-28T00:59Z", "2027-03-28", true)]
    [InlineData("Europe/Berlin", "2027-03-28T01:00Z", "2027-10-31", false)]
    [InlineData("America/New_York", "2026-11-23T08:00Z", "2027-03-14", true)]
    [InlineData("Australia/Sydney", "2026-11-23T08:00Z", "2027-04-04", false)]
    [InlineData("Australia/Lord_Howe", "2026-11-23T08:00Z", "2027-04-04", false)]
    public void The_next_change_is_found_to_the_day(string zone, string now, string date, bool isForward) =>
        Assert.Equal(new ClockChange(DateOnly.Parse(date, CultureInfo.InvariantCulture), isForward), ClockChange.After(At(now), Zone(zone)));

    [Theory]
    [InlineData("Asia/Kolkata")]
    [InlineData("Etc/UTC")]
    public void Where_clocks_never_change_there_is_none(string zone) => Assert.Null(ClockChange.After(At("2026-11-23T08:00Z"), Zone(zone)));

    [Theory]
    [InlineData("2027-03-27T08:00Z", "2027-03-29T07:00Z", "summer time has begun by then")]
    [InlineData("2027-10-30T08:00Z", "2027-11-01T08:00Z", "summer time is over by then")]
    [InlineData("2027-03-27T08:00Z", "2027-03-27T20:00Z", null)]
    [InlineData("2027-03-27T08:00Z", "2027-11-01T08:00Z", null)]
    public void What_the_clocks_do_between_two_moments_is_said_where_it_matters(string now, string then, string? said) =>
        Assert.Equal(said, ClockChange.Between(Language.English, At(now), At(then), Zone("Europe/Berlin")));

    private static TimeZoneInfo Zone(string id) => TimeZoneInfo.FindSystemTimeZoneById(id);

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
