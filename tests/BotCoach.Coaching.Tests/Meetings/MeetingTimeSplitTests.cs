namespace BotCoach.Coaching.Tests;

/// <summary>Written on Saturday 21 November 2026 at 08:34 in Berlin.</summary>
public sealed class MeetingTimeSplitTests
{
    [Theory]
    [InlineData("exec staff thu 10am", "exec staff", "thu 10am", "2026-11-26 10:00+01:00")]
    [InlineData("exec staff next thu 10am", "exec staff", "next thu 10am", "2026-11-26 10:00+01:00")]
    [InlineData("exec staff on Thursday the 26th of November 2026 at 10 a.m.", "exec staff", "on Thursday the 26th of November 2026 at 10 a.m.", "2026-11-26 10:00+01:00")]
    [InlineData("Exec staff, thu 10am", "Exec staff", "thu 10am", "2026-11-26 10:00+01:00")]
    [InlineData("Exec staff - tomorrow 10:00", "Exec staff", "tomorrow 10:00", "2026-11-22 10:00+01:00")]
    [InlineData("1:1 with Sam in 2 hours", "1:1 with Sam", "in 2 hours", "2026-11-21 10:34+01:00")]
    [InlineData("Q4 review 26 nov 10:00", "Q4 review", "26 nov 10:00", "2026-11-26 10:00+01:00")]
    [InlineData("Board 2026 26 nov 10:00", "Board 2026", "26 nov 10:00", "2026-11-26 10:00+01:00")]
    [InlineData("top 5 thu 10am", "top 5", "thu 10am", "2026-11-26 10:00+01:00")]
    [InlineData("9:30 stand-up 10:00", "9:30 stand-up", "10:00", "2026-11-21 10:00+01:00")]
    [InlineData("exec staff\nthu 10am", "exec staff", "thu 10am", "2026-11-26 10:00+01:00")]
    [InlineData("kick-off noon", "kick-off", "noon", "2026-11-21 12:00+01:00")]
    [InlineData("thu 10am", "", "thu 10am", "2026-11-26 10:00+01:00")]
    [InlineData("exec staff yesterday 10:00", "exec staff", "yesterday 10:00", "past 2026-11-20 10:00+01:00")]
    [InlineData("exec staff 2030-01-01 10:00", "exec staff", "2030-01-01 10:00", "too far")]
    public void The_longest_end_that_reads_as_a_time_is_the_time(string text, string name, string timeText, string time)
    {
        var split = MeetingTime.SplitNameAndTime(text, Zones.Now, Zones.Berlin);

        Assert.Equal((name, timeText), (split.Name, split.TimeText));
        Assert.NotNull(split.Time);
        Assert.Equal(time, Zones.Told(split.Time));
    }

    [Theory]
    [InlineData("exec staff", "exec staff")]
    [InlineData("  exec staff  ", "exec staff")]
    [InlineData("", "")]
    [InlineData("board thu", "board thu")]
    [InlineData("exec staff 10", "exec staff 10")]
    [InlineData("thu 10am exec staff", "thu 10am exec staff")]
    [InlineData("exec staff 1/12/2026 10", "exec staff 1/12/2026 10")]
    [InlineData("plan for 2027", "plan for 2027")]
    public void Where_no_time_is_written_the_whole_text_is_the_name(string text, string name) =>
        Assert.Equal(new NameAndTime(name, null, null), MeetingTime.SplitNameAndTime(text, Zones.Now, Zones.Berlin));
}
