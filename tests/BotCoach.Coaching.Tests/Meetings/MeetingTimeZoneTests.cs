using System.Globalization;
using BotCoach.Chat;

namespace BotCoach.Coaching.Tests;

/// <summary>The same words in many zones, and on the days on which clocks change.</summary>
public sealed class MeetingTimeZoneTests
{
    [Theory]
    [InlineData("Europe/Berlin", "2026-11-22 10:00+01:00")]
    [InlineData("America/New_York", "2026-11-22 10:00-05:00")]
    [InlineData("Asia/Kolkata", "2026-11-22 10:00+05:30")]
    [InlineData("Australia/Lord_Howe", "2026-11-22 10:00+11:00")]
    [InlineData("Pacific/Kiritimati", "2026-11-22 10:00+14:00")]
    public void Tomorrow_is_the_persons_own(string zone, string expected) =>
        Assert.Equal(expected, Told("tomorrow 10:00", "2026-11-21T08:34:00Z", zone));

    [Fact]
    public void The_same_instant_is_another_day_elsewhere()
    {
        Assert.Equal("2026-11-21 23:00-05:00", Told("today 23:00", "2026-11-22T03:00:00Z", "America/New_York"));
        Assert.Equal("2026-11-22 23:00+05:30", Told("today 23:00", "2026-11-22T03:00:00Z", "Asia/Kolkata"));
    }

    // Clocks go forward: the time that is written does not exist.
    [Theory]
    [InlineData("Europe/Berlin", "2027-03-28 02:30", "2027-03-28 03:30+02:00")]
    [InlineData("Europe/Berlin", "2027-03-28 01:59", "2027-03-28 01:59+01:00")]
    [InlineData("Europe/Berlin", "2027-03-28 03:00", "2027-03-28 03:00+02:00")]
    [InlineData("America/New_York", "2027-03-14 02:15", "2027-03-14 03:15-04:00")]
    [InlineData("Australia/Lord_Howe", "2026-10-04 02:10", "2026-10-04 02:40+11:00")]
    [InlineData("Europe/Dublin", "2027-03-28 01:30", "2027-03-28 02:30+01:00")]
    [InlineData("Asia/Kolkata", "2027-03-28 02:30", "2027-03-28 02:30+05:30")]
    public void A_time_in_the_gap_moves_forward_by_the_gap(string zone, string text, string expected) =>
        Assert.Equal(expected, Told(text, "2026-09-21T08:34:00Z", zone));

    // Clocks go back: the time that is written comes twice.
    [Theory]
    [InlineData("Europe/Berlin", "2026-10-25 02:30", "2026-10-25 02:30+02:00")]
    [InlineData("Europe/Berlin", "2026-10-25 03:00", "2026-10-25 03:00+01:00")]
    [InlineData("America/New_York", "2026-11-01 01:30", "2026-11-01 01:30-04:00")]
    [InlineData("Australia/Lord_Howe", "2027-04-04 01:45", "2027-04-04 01:45+11:00")]
    [InlineData("Europe/Dublin", "2026-10-25 01:30", "2026-10-25 01:30+01:00")]
    public void A_time_that_comes_twice_is_the_first(string zone, string text, string expected) =>
        Assert.Equal(expected, Told(text, "2026-09-21T08:34:00Z", zone));

    [Theory]
    [InlineData("in 2 hours", "2026-10-25T00:30:00Z", "2026-10-25 03:30+01:00")]
    [InlineData("in 2 hours", "2027-03-28T00:30:00Z", "2027-03-28 04:30+02:00")]
    [InlineData("in 1 day at 10:00", "2026-10-24T10:00:00Z", "2026-10-25 10:00+01:00")]
    public void A_span_of_hours_is_elapsed_time_and_one_of_days_is_not(string text, string now, string expected) =>
        Assert.Equal(expected, Told(text, now, "Europe/Berlin"));

    [Fact]
    public void A_zone_that_skipped_a_day_moves_the_time_to_the_next_day() =>
        Assert.Equal("2011-12-31 10:00+14:00", Told("2011-12-30 10:00", "2011-12-01T00:00:00Z", "Pacific/Apia"));

    [Fact]
    public void A_day_without_a_midnight_starts_when_its_clocks_do() =>
        Assert.Equal(
            "2027-04-30 01:00+03:00",
            Zones.Told(MeetingTime.ReadDate("until 2027-04-30", new(2027, 3, 1, 0, 0, 0, TimeSpan.Zero), Zones.Of("Africa/Cairo"))));

    [Fact]
    public void What_is_written_is_read_as_the_same_instant_in_any_zone()
    {
        var random = new Random(20_261_121);
        var zones = TimeZoneInfo.GetSystemTimeZones();
        string[] formats =
        [
            "yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm", "d MMM yyyy HH:mm", "d MMMM yyyy 'at' h:mm tt", "MMM d, yyyy h:mmtt",
            "dd.MM.yyyy HH.mm", "HH:mm, ddd d MMM yyyy", "ddd d MMM yyyy, HH:mm",
        ];

        for (var round = 0; round < 20_000; round++)
        {
            var zone = zones[random.Next(zones.Count)];
            var instant = new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(random.Next(6 * 366 * 24 * 60));
            var local = TimeZoneInfo.ConvertTime(instant, zone);
            var now = instant.AddMinutes(-random.Next(1, 364 * 24 * 60));
            if (zone.IsAmbiguousTime(local.DateTime))
            {
                continue;
            }

            foreach (var text in formats.Select(format => local.ToString(format, CultureInfo.InvariantCulture)).Append(MeetingTime.Show(Language.English, instant, now, zone)))
            {
                var reading = MeetingTime.Read(text, now, zone);

                Assert.True(reading is TimeReading.Understood { Start: var start } && start.EqualsExact(local), $"{text} in {zone.Id} is {Zones.Told(reading)}, not {local}.");
            }
        }
    }

    private static string Told(string text, string now, string zone) =>
        Zones.Told(MeetingTime.Read(text, DateTimeOffset.Parse(now, CultureInfo.InvariantCulture), Zones.Of(zone)));
}
