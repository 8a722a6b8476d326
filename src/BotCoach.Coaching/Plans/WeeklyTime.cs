using System.Globalization;

namespace BotCoach.Coaching;

/// <summary>One time on some days of each week: what a person chooses, and what most cron expressions of plans say.</summary>
/// <param name="Days">The days.</param>
/// <param name="Time">The time, of which the seconds do not count.</param>
public sealed record WeeklyTime(IReadOnlySet<DayOfWeek> Days, TimeOnly Time)
{
    private static readonly string[] Names = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    /// <summary>When nudges come unless the person says otherwise: the day has begun, and its plans can still change.</summary>
    public static readonly TimeOnly DefaultTime = new(9, 15);

    /// <summary>The time as a Quartz cron expression.</summary>
    public string ToCron() => string.Create(
        CultureInfo.InvariantCulture,
        $"0 {Time.Minute} {Time.Hour} ? * {string.Join(',', Weekdays.FromMonday.Where(Days.Contains).Select(day => Names[(int)day]))}");

    /// <summary>Reads a cron expression; null for one that says something else than one time on some days.</summary>
    public static WeeklyTime? OfCron(string cron)
    {
        ArgumentNullException.ThrowIfNull(cron);
        return cron.Split(' ') is ["0", var minute, var hour, "?", "*", var days]
            && Number(minute, 59) is { } minutes
            && Number(hour, 23) is { } hours
            && DaysOf(days) is { Count: > 0 } read
            ? new WeeklyTime(read, new TimeOnly(hours, minutes))
            : null;
    }

    private static int? Number(string text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most ? number : null;

    private static HashSet<DayOfWeek>? DaysOf(string text)
    {
        if (text == "*")
        {
            return [.. Weekdays.FromMonday];
        }

        HashSet<DayOfWeek> days = [];
        foreach (var part in text.Split(','))
        {
            var ends = part.Split('-').Select(name => Array.IndexOf(Names, name)).ToList();
            if (ends.Count > 2 || ends.Contains(-1))
            {
                return null;
            }

            for (var day = ends[0]; ; day = (day + 1) % Names.Length)
            {
                days.Add((DayOfWeek)day);
                if (day == ends[^1])
                {
                    break;
                }
            }
        }

        return days;
    }
}
