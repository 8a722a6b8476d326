namespace BotCoach.Coaching.Tests;

/// <summary>Written on Saturday 21 November 2026 at 08:34 in Berlin.</summary>
public sealed class MeetingTimeReadDateTests
{
    [Theory]
    [InlineData("until 7 dec", "2026-12-07 00:00+01:00")]
    [InlineData("till Dec 7th.", "2026-12-07 00:00+01:00")]
    [InlineData("until the 7th of december", "2026-12-07 00:00+01:00")]
    [InlineData("until 7.12.", "2026-12-07 00:00+01:00")]
    [InlineData("until 7.12", "2026-12-07 00:00+01:00")]
    [InlineData("until 2026-12-07", "2026-12-07 00:00+01:00")]
    [InlineData("2026-12-07", "2026-12-07 00:00+01:00")]
    [InlineData("until mon 7 dec", "2026-12-07 00:00+01:00")]
    [InlineData("until monday", "2026-11-23 00:00+01:00")]
    [InlineData("monday", "2026-11-23 00:00+01:00")]
    [InlineData("until saturday", "2026-11-28 00:00+01:00")]
    [InlineData("until next thursday", "2026-11-26 00:00+01:00")]
    [InlineData("until next week", "2026-11-23 00:00+01:00")]
    [InlineData("until monday 10:00", "2026-11-23 00:00+01:00")]
    [InlineData("tomorrow", "2026-11-22 00:00+01:00")]
    [InlineData("2 weeks", "2026-12-05 00:00+01:00")]
    [InlineData("for two weeks", "2026-12-05 00:00+01:00")]
    [InlineData("for 10 days", "2026-12-01 00:00+01:00")]
    [InlineData("in 10 days", "2026-12-01 00:00+01:00")]
    [InlineData("a week", "2026-11-28 00:00+01:00")]
    [InlineData("for 3 months", "2027-02-21 00:00+01:00")]
    [InlineData("12 months", "2027-11-21 00:00+01:00")]
    [InlineData("until 1 july", "2027-07-01 00:00+02:00")]
    public void The_day_to_start_again_is_read(string text, string expected) => Assert.Equal(expected, Told(text));

    [Theory]
    [InlineData("today", "past 2026-11-21 00:00+01:00")]
    [InlineData("until 20 nov", "past 2026-11-20 00:00+01:00")]
    [InlineData("0 days", "past 2026-11-21 00:00+01:00")]
    [InlineData("13 months", "too far")]
    [InlineData("9999 weeks", "too far")]
    public void A_day_that_is_over_or_too_far_is_no_day_to_start_again(string text, string expected) => Assert.Equal(expected, Told(text));

    [Theory]
    [InlineData("")]
    [InlineData("until")]
    [InlineData("for")]
    [InlineData("a while")]
    [InlineData("2 hours")]
    [InlineData("in 2 hours")]
    [InlineData("until 15:00")]
    [InlineData("until 1/12/2026")]
    [InlineData("until tue 7 dec")]
    [InlineData("99999999999 weeks")]
    [InlineData("until until monday")]
    public void What_names_no_clear_day_is_not_guessed(string text) => Assert.Equal("not understood", Told(text));

    private static string Told(string text) => Zones.Told(MeetingTime.ReadDate(text, Zones.Now, Zones.Berlin));
}
