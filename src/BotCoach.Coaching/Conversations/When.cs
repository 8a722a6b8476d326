using System.Globalization;
using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>How dates and times are shown to people.</summary>
internal static class When
{
    /// <summary>A moment: "today 15:00", "tomorrow 10:00", "Thu 26 Nov, 10:00".</summary>
    public static string Show(Language language, DateTimeOffset moment, DateTimeOffset now, TimeZoneInfo zone) => MeetingTime.Show(language, moment, now, zone);

    /// <summary>A moment at the start of a line: "Tomorrow 10:00".</summary>
    public static string ShowFirst(Language language, DateTimeOffset moment, DateTimeOffset now, TimeZoneInfo zone)
    {
        var shown = Show(language, moment, now, zone);
        return char.ToUpperInvariant(shown[0]) + shown[1..];
    }

    /// <summary>The time alone: "09:30".</summary>
    public static string Time(DateTimeOffset moment, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(moment, zone).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A time of the day: "09:30".</summary>
    public static string Time(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A moment in full: "Thursday 27 March, 09:00".</summary>
    public static string ShowInFull(Language language, DateTimeOffset moment, DateTimeOffset now, TimeZoneInfo zone) =>
        $"{Date(language, LocalTime.DateOf(moment, zone), now, zone)}, {Time(moment, zone)}";

    /// <summary>A date: "Monday 7 December", with the year when it is another one.</summary>
    public static string Date(Language language, DateOnly date, DateTimeOffset now, TimeZoneInfo zone)
    {
        var texts = DateTexts.In(language);
        return date.ToString(date.Year == LocalTime.DateOf(now, zone).Year ? texts.DayPattern : texts.DayAndYearPattern, language.Culture);
    }
}
