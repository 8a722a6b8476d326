namespace BotCoach.Coaching;

/// <summary>Until when a nudge is put off.</summary>
internal enum PutOffUntil
{
    /// <summary>Some hours from now.</summary>
    LaterToday,

    /// <summary>The next day on which the person works.</summary>
    Tomorrow,

    /// <summary>The first day of next week on which they work.</summary>
    NextWeek,
}

/// <summary>When a nudge comes back that was put off.</summary>
internal static class PutOff
{
    private static readonly TimeSpan SomeHours = TimeSpan.FromHours(3);

    // Sooner than this it would not have been put off at all.
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(45);

    private const int Week = 7;

    /// <summary>
    /// The time: a working day, outside quiet hours. Where the plan brings a nudge of its own that day, the one that comes
    /// back leaves it some hours.
    /// </summary>
    public static DateTimeOffset At(PutOffUntil until, Cadence cadence, DateTimeOffset now, TimeZoneInfo zone)
    {
        var today = LocalTime.DateOf(now, zone);
        return until switch
        {
            PutOffUntil.LaterToday when LaterToday(cadence, now, zone) is { } later => later,
            PutOffUntil.NextWeek => OnDay(today.AddDays(Week - (((int)today.DayOfWeek + 6) % Week)), cadence, zone),
            _ => OnDay(today.AddDays(1), cadence, zone),
        };
    }

    // Earlier than planned where quiet hours would swallow it, and not at all where hardly anything is left of the day.
    private static DateTimeOffset? LaterToday(Cadence cadence, DateTimeOffset now, TimeZoneInfo zone)
    {
        var today = LocalTime.DateOf(now, zone);
        var latest = LocalTime.At(today, cadence.QuietFrom, zone).AddMinutes(-15);
        var wanted = now + SomeHours;
        var later = cadence.QuietFrom != cadence.QuietUntil && latest > now + Shortest && wanted > latest ? latest : cadence.AfterQuietHours(wanted, zone);
        return cadence.WorkingDays.Contains(today.DayOfWeek) && LocalTime.DateOf(later, zone) == today ? TimeZoneInfo.ConvertTime(later, zone) : null;
    }

    private static DateTimeOffset OnDay(DateOnly first, Cadence cadence, TimeZoneInfo zone)
    {
        var day = Enumerable.Range(0, Week).Select(first.AddDays).FirstOrDefault(day => cadence.WorkingDays.Contains(day.DayOfWeek), first);
        var time = cadence.Weekly?.Time ?? WeeklyTime.DefaultTime;
        var planned = LocalTime.At(day, time, zone);
        return cadence.AfterQuietHours(cadence.Weekly is { Days: var days } && days.Contains(day.DayOfWeek) ? planned + SomeHours : planned, zone);
    }
}
