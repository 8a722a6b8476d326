using System.Globalization;
using BotCoach.Chat;

namespace BotCoach.Coaching.Tests;

public sealed class MeetingTimeShowTests
{
    [Theory]
    [InlineData("2026-11-21T14:00:00Z", "today 15:00")]
    [InlineData("2026-11-22T09:00:00Z", "tomorrow 10:00")]
    [InlineData("2026-11-21T23:30:00Z", "tomorrow 00:30")]
    [InlineData("2026-11-23T09:00:00Z", "Mon 23 Nov, 10:00")]
    [InlineData("2026-11-26T09:00:00Z", "Thu 26 Nov, 10:00")]
    [InlineData("2026-12-03T20:05:00Z", "Thu 3 Dec, 21:05")]
    [InlineData("2027-01-05T09:00:00Z", "Tue 5 Jan 2027, 10:00")]
    [InlineData("2026-11-20T09:00:00Z", "Fri 20 Nov, 10:00")]
    public void An_instant_is_shown_in_the_persons_zone(string start, string expected) =>
        Assert.Equal(expected, MeetingTime.Show(Language.English, DateTimeOffset.Parse(start, CultureInfo.InvariantCulture), Zones.Now, Zones.Berlin));

    [Fact]
    public void Tomorrow_is_still_tomorrow_on_the_last_day_of_the_year()
    {
        var now = new DateTimeOffset(2026, 12, 31, 12, 0, 0, TimeSpan.Zero);

        Assert.Equal("tomorrow 10:00", MeetingTime.Show(Language.English, now.AddHours(21), now, Zones.Berlin));
    }

    [Fact]
    public void The_language_of_the_machine_does_not_matter()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA");

            Assert.Equal("Thu 26 Nov, 10:00", MeetingTime.Show(Language.English, Zones.Now.AddDays(5).AddMinutes(86), Zones.Now, Zones.Berlin));
            Assert.Equal("2026-11-26 10:00+01:00", Zones.Told(MeetingTime.Read("Thu 26 Nov, 10:00", Zones.Now, Zones.Berlin)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
