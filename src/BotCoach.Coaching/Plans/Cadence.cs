using Quartz;

namespace BotCoach.Coaching;

/// <summary>When a person is to be nudged, in their own time.</summary>
public sealed record Cadence
{
    /// <summary>When quiet hours begin unless the person says otherwise.</summary>
    public static readonly TimeOnly DefaultQuietFrom = new(18, 0);

    /// <summary>When quiet hours end unless the person says otherwise.</summary>
    public static readonly TimeOnly DefaultQuietUntil = new(8, 0);

    /// <summary>Monday to Friday.</summary>
    public static readonly IReadOnlySet<DayOfWeek> DefaultWorkingDays = new HashSet<DayOfWeek>
    {
        DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday,
    };

    /// <summary>
    /// The cadence of a person without a plan: its working days and quiet hours hold for a nudge that they put off.
    /// </summary>
    public static Cadence Unplanned { get; } = new() { Cron = "0 0 9 ? * MON-FRI" };

    /// <summary>A Quartz cron expression: seconds first, in the person's zone.</summary>
    public required string Cron { get; init; }

    /// <summary>The days on which nudges may come.</summary>
    public IReadOnlySet<DayOfWeek> WorkingDays { get; init; } = DefaultWorkingDays;

    /// <summary>When quiet hours begin; equal to <see cref="QuietUntil"/> for none.</summary>
    public TimeOnly QuietFrom { get; init; } = DefaultQuietFrom;

    /// <summary>When quiet hours end: the first minute in which a nudge may come again.</summary>
    public TimeOnly QuietUntil { get; init; } = DefaultQuietUntil;

    /// <summary>Its days and time; null for a cron expression that says something else than one time on some days.</summary>
    public WeeklyTime? Weekly => WeeklyTime.OfCron(Cron);

    /// <summary>The most nudges of a plan in one local day.</summary>
    public int DailyCap { get; init; } = 1;

    /// <summary>Whether a local time lies in the quiet hours, which may span midnight.</summary>
    public bool IsQuiet(TimeOnly time) => QuietFrom != QuietUntil && time.IsBetween(QuietFrom, QuietUntil);

    /// <summary>
    /// The next time at which a nudge may come: the next time of the cron expression on a working day whose cap is not
    /// reached. A time inside quiet hours waits for their end.
    /// </summary>
    /// <param name="after">The result lies after this instant.</param>
    /// <param name="zone">The person's zone. A local time that a clock change skips comes when the clock has moved on.</param>
    /// <param name="sentToday">How many nudges of the plan came on the local day of <paramref name="after"/>.</param>
    /// <returns>The instant, or null when the cadence has no time within two years.</returns>
    public DateTimeOffset? NextOccurrence(DateTimeOffset after, TimeZoneInfo zone, int sentToday = 0)
    {
        var cron = new CronExpression(Cron, zone);
        var cappedDay = sentToday >= DailyCap ? LocalTime.DateOf(after, zone) : (DateOnly?)null;
        var horizon = after.AddYears(2);
        for (var next = cron.GetNextValidTimeAfter(after); next is { } time && time < horizon; next = cron.GetNextValidTimeAfter(time))
        {
            var candidate = AfterQuietHours(time, zone);
            if (candidate > after
                && WorkingDays.Contains(candidate.DayOfWeek)
                && DateOnly.FromDateTime(candidate.Date) != cappedDay)
            {
                return candidate;
            }
        }

        return null;
    }

    /// <summary>The instant itself, in local time, or the end of the quiet hours that it lies in.</summary>
    public DateTimeOffset AfterQuietHours(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(instant, zone);
        var time = TimeOnly.FromTimeSpan(local.TimeOfDay);
        if (!IsQuiet(time))
        {
            return local;
        }

        var day = DateOnly.FromDateTime(local.Date);
        return LocalTime.At(time < QuietUntil ? day : day.AddDays(1), QuietUntil, zone);
    }

    /// <summary>How many occurrences lie between two instants.</summary>
    /// <param name="from">Not counted itself.</param>
    /// <param name="until">Counted when it is one.</param>
    /// <param name="zone">The person's zone.</param>
    public int CountOccurrences(DateTimeOffset from, DateTimeOffset until, TimeZoneInfo zone)
    {
        var count = 0;
        for (var next = NextOccurrence(from, zone); next is { } time && time <= until; next = NextOccurrence(time, zone))
        {
            count++;
        }

        return count;
    }
}
