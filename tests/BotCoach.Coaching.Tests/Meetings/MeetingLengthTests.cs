using BotCoach.Chat;
using BotCoach.Testing;

namespace BotCoach.Coaching.Tests;

public sealed class MeetingLengthTests
{
    private static readonly DateTimeOffset _now = CoachDesk.MondayMorning;
    private static readonly TimeZoneInfo _berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Theory]
    [InlineData("thu 10am", "26 Nov 10:00", null)]
    [InlineData("thu 10am for 45 min", "26 Nov 10:00", 45)]
    [InlineData("thu 10am 45 min", "26 Nov 10:00", 45)]
    [InlineData("thu 10am, 90 minutes", "26 Nov 10:00", 90)]
    [InlineData("Thu 10:00 for 1.5 hours", "26 Nov 10:00", 90)]
    [InlineData("Thu 10:00 for 1,5 h", "26 Nov 10:00", 90)]
    [InlineData("Thu 10:00 for an hour", "26 Nov 10:00", 60)]
    [InlineData("Thu 10:00 for half an hour", "26 Nov 10:00", 30)]
    [InlineData("Thu 10:00 2h", "26 Nov 10:00", 120)]
    [InlineData("Thu 10:00-11:30", "26 Nov 10:00", 90)]
    [InlineData("Thu 10:00 \u2013 11:30", "26 Nov 10:00", 90)]
    [InlineData("Thu 10:00 to 11:30", "26 Nov 10:00", 90)]
    [InlineData("thu 2-3pm", "26 Nov 14:00", 60)]
    [InlineData("thu 10am until noon", null, null)]
    [InlineData("26 nov 10am-12", "26 Nov 10:00", 120)]
    [InlineData("2026-11-26 10:00", "26 Nov 10:00", null)]
    [InlineData("2026-11-26 10:00-10:45", "26 Nov 10:00", 45)]
    [InlineData("in 2 hours", "23 Nov 11:02", null)]
    [InlineData("in 2 hours for 45 min", "23 Nov 11:02", 45)]
    [InlineData("thu 10:00 for 0 min", null, null)]
    [InlineData("thu 10:00 for 601 min", null, null)]
    [InlineData("thu 10:00-09:00", null, null)]
    [InlineData("for 45 min", null, null)]
    [InlineData("-", null, null)]
    [InlineData("", null, null)]
    public void The_length_stands_behind_the_time(string text, string? start, int? minutes)
    {
        var (reading, length) = MeetingLength.Read(text, _now, _berlin);

        Assert.Equal(start, reading is TimeReading.Understood { Start: var at } ? at.ToString("d MMM HH:mm", System.Globalization.CultureInfo.InvariantCulture) : null);
        Assert.Equal(minutes, start is null ? null : length);
    }

    [Theory]
    [InlineData("exec staff thu 10am for 45 min", "exec staff", "thu 10am for 45 min")]
    [InlineData("exec staff, thu 10am", "exec staff", "thu 10am")]
    [InlineData("Board fri 14:00-15:30", "Board", "fri 14:00-15:30")]
    [InlineData("exec staff", "exec staff", "")]
    [InlineData("OKR review for 45 min", "OKR review for 45 min", "")]
    [InlineData("thu 10am for 45 min", "", "thu 10am for 45 min")]
    [InlineData("2-1", "2-1", "")]
    [InlineData("", "", "")]
    public void The_name_stands_before_both(string text, string name, string when) =>
        Assert.Equal((name, when), MeetingLength.Split(text, _now, _berlin));

    [Theory]
    [InlineData("2026-11-26T10:00", "Thu 26 Nov, 10:00")]
    [InlineData("2027-03-04T10:00", "Thu 4 Mar, 10:00")]
    [InlineData("2026-11-20T10:00", "2026-11-20 10:00")]
    public void What_is_written_reads_back(string at, string written)
    {
        var local = DateTime.Parse(at, System.Globalization.CultureInfo.InvariantCulture);
        var start = new DateTimeOffset(local, _berlin.GetUtcOffset(local));

        Assert.Equal(written, MeetingTime.Write(Language.English, start, _now, _berlin));
        Assert.Equal(start > _now, MeetingTime.Read(written, _now, _berlin) is TimeReading.Understood { Start: var read } && read == start);
    }
}
