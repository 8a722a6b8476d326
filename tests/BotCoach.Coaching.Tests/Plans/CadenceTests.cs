namespace BotCoach.Coaching.Tests;

public sealed class CadenceTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    private static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    [Theory]
    [InlineData("light", "2026-11-23 09:02", "2026-11-23 09:15")]
    [InlineData("light", "2026-11-23 09:15", "2026-11-30 09:15")]
    [InlineData("standard", "2026-11-23 09:15", "2026-11-25 09:15")]
    [InlineData("standard", "2026-11-26 10:00", "2026-11-30 09:15")]
    [InlineData("active", "2026-11-27 09:16", "2026-11-30 09:15")]
    public void A_ready_plan_comes_at_its_own_times(string plan, string after, string expected)
    {
        var cadence = new Cadence { Cron = PlanTemplate.Find(plan)!.Cron };

        Assert.Equal(Local(expected, Berlin), cadence.NextOccurrence(Local(after, Berlin), Berlin));
    }

    [Fact]
    public void The_time_stays_the_same_on_the_wall_across_both_clock_changes()
    {
        var cadence = new Cadence { Cron = "0 15 9 ? * MON-FRI" };

        var beforeSpring = cadence.NextOccurrence(Local("2026-03-26 12:00", Berlin), Berlin)!.Value;
        var afterSpring = cadence.NextOccurrence(beforeSpring, Berlin)!.Value;
        var beforeAutumn = cadence.NextOccurrence(Local("2026-10-22 12:00", Berlin), Berlin)!.Value;
        var afterAutumn = cadence.NextOccurrence(beforeAutumn, Berlin)!.Value;

        Assert.Equal(("2026-03-27 09:15 +01:00", "2026-03-30 09:15 +02:00"), (Text(beforeSpring), Text(afterSpring)));
        Assert.Equal(("2026-10-23 09:15 +02:00", "2026-10-26 09:15 +01:00"), (Text(beforeAutumn), Text(afterAutumn)));
    }

    [Fact]
    public void A_time_that_the_clock_skips_comes_when_the_clock_has_moved_on()
    {
        var nightly = new Cadence { Cron = "0 30 2 * * ?", WorkingDays = EveryDay, QuietFrom = default, QuietUntil = default };

        var skipped = nightly.NextOccurrence(Local("2026-03-28 12:00", Berlin), Berlin)!.Value;
        var next = nightly.NextOccurrence(skipped, Berlin)!.Value;

        Assert.Equal(new DateOnly(2026, 3, 29), DateOnly.FromDateTime(skipped.Date));
        Assert.True(skipped.TimeOfDay >= new TimeSpan(3, 0, 0), Text(skipped));
        Assert.Equal("2026-03-30 02:30 +02:00", Text(next));
    }

    [Fact]
    public void A_time_that_comes_twice_is_used_once()
    {
        var nightly = new Cadence { Cron = "0 30 1 * * ?", WorkingDays = EveryDay, QuietFrom = default, QuietUntil = default };

        var first = nightly.NextOccurrence(Local("2026-10-31 12:00", NewYork), NewYork)!.Value;
        var second = nightly.NextOccurrence(first, NewYork)!.Value;

        Assert.Equal("2026-11-01 01:30 -04:00", Text(first));
        Assert.Equal("2026-11-02 01:30 -05:00", Text(second));
    }

    [Theory]
    [InlineData("0 0 7 ? * MON", "2026-11-23 08:00")]
    [InlineData("0 0 20 ? * MON", "2026-11-24 08:00")]
    [InlineData("0 0 8 ? * MON", "2026-11-23 08:00")]
    [InlineData("0 59 17 ? * MON", "2026-11-23 17:59")]
    public void A_time_in_quiet_hours_waits_for_their_end(string cron, string expected)
    {
        var cadence = new Cadence { Cron = cron };

        Assert.Equal(Local(expected, Berlin), cadence.NextOccurrence(Local("2026-11-23 00:00", Berlin), Berlin));
    }

    [Fact]
    public void Quiet_hours_that_end_on_a_day_off_are_not_the_end_of_the_wait()
    {
        var fridayNight = new Cadence { Cron = "0 0 20 ? * FRI,MON" };

        Assert.Equal(Local("2026-12-01 08:00", Berlin), fridayNight.NextOccurrence(Local("2026-11-27 12:00", Berlin), Berlin));
    }

    [Fact]
    public void Nothing_comes_on_a_day_off()
    {
        var cadence = new Cadence { Cron = "0 0 9 * * ?", WorkingDays = new HashSet<DayOfWeek> { DayOfWeek.Tuesday } };

        Assert.Equal(Local("2026-11-24 09:00", Berlin), cadence.NextOccurrence(Local("2026-11-20 12:00", Berlin), Berlin));
    }

    [Fact]
    public void A_day_whose_cap_is_reached_gets_no_more()
    {
        var twiceADay = new Cadence { Cron = "0 0 9,14 ? * MON-FRI", DailyCap = 1 };
        var sentAtNine = Local("2026-11-23 09:00", Berlin);

        Assert.Equal(Local("2026-11-24 09:00", Berlin), twiceADay.NextOccurrence(sentAtNine, Berlin, sentToday: 1));
        Assert.Equal(Local("2026-11-23 14:00", Berlin), (twiceADay with { DailyCap = 2 }).NextOccurrence(sentAtNine, Berlin, sentToday: 1));
    }

    [Fact]
    public void A_cadence_that_never_comes_says_so()
    {
        var weekends = new Cadence { Cron = "0 0 9 ? * SAT,SUN" };

        Assert.Null(weekends.NextOccurrence(Local("2026-11-23 09:00", Berlin), Berlin));
    }

    private static readonly HashSet<DayOfWeek> EveryDay = [.. Enum.GetValues<DayOfWeek>()];

    private static string Text(DateTimeOffset time) => time.ToString("yyyy-MM-dd HH:mm zzz", System.Globalization.CultureInfo.InvariantCulture);

    private static DateTimeOffset Local(string text, TimeZoneInfo zone)
    {
        var local = DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }
}
