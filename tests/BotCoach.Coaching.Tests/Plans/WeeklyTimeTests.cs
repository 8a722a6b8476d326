using BotCoach.Chat;

namespace BotCoach.Coaching.Tests;

public sealed class WeeklyTimeTests
{
    [Theory]
    [InlineData("0 15 9 ? * MON,WED,THU", "Mon, Wed, Thu", "09:15")]
    [InlineData("0 15 9 ? * MON-FRI", "Mon to Fri", "09:15")]
    [InlineData("0 0 0 ? * *", "every day", "00:00")]
    [InlineData("0 59 23 ? * SAT-MON", "Mon, Sat, Sun", "23:59")]
    [InlineData("0 30 8 ? * TUE", "Tuesdays", "08:30")]
    public void One_time_on_some_days_of_the_week_is_read(string cron, string days, string time)
    {
        var weekly = WeeklyTime.OfCron(cron)!;

        Assert.Equal((days, time), (Weekdays.List(Language.English, weekly.Days), When.Time(weekly.Time)));
    }

    [Theory]
    [InlineData("0 0 3 29 2 ?")]
    [InlineData("0 0 9,14 ? * MON-FRI")]
    [InlineData("0 0 9 ? * MON#1")]
    [InlineData("0 0 9 * * ?")]
    [InlineData("0 60 9 ? * MON")]
    [InlineData("0 0 9 ? * ")]
    [InlineData("")]
    public void Anything_else_is_not(string cron) => Assert.Null(WeeklyTime.OfCron(cron));

    [Fact]
    public void What_is_written_is_read_again_and_quartz_understands_it_alike()
    {
        var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        var written = new WeeklyTime(new HashSet<DayOfWeek> { DayOfWeek.Sunday, DayOfWeek.Tuesday }, new TimeOnly(14, 5));
        var cadence = new Cadence { Cron = written.ToCron(), WorkingDays = new HashSet<DayOfWeek>(Weekdays.FromMonday) };

        Assert.Equal("0 5 14 ? * TUE,SUN", written.ToCron());
        Assert.True(cadence.Weekly!.Days.SetEquals(written.Days));
        Assert.Equal(
            ["2026-11-24 14:05", "2026-11-29 14:05"],
            new[] { CoachDeskStart, CoachDeskStart.AddDays(2) }.Select(from => cadence.NextOccurrence(from, berlin)!.Value.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static DateTimeOffset CoachDeskStart => Testing.CoachDesk.MondayMorning;
}
