namespace BotCoach.Coaching;

/// <summary>When the weekly digest comes: on Fridays at nine, when the week before is counted and this one can still be talked over.</summary>
internal static class DigestTimes
{
    private static readonly TimeOnly _nine = new(9, 0);

    // No zone is further ahead (IANA, Pacific/Kiritimati).
    private static readonly TimeSpan _furthestAhead = TimeSpan.FromHours(14);

    /// <summary>The day of a week's digest.</summary>
    public static DateOnly DayOf(IsoWeek week) => week.Monday.AddDays(4);

    /// <summary>The moment in a zone.</summary>
    public static DateTimeOffset At(IsoWeek week, TimeZoneInfo zone) => LocalTime.At(DayOf(week), _nine, zone);

    /// <summary>The moment at which it is time for the first people on earth.</summary>
    public static DateTimeOffset Earliest(IsoWeek week) => new(DayOf(week).ToDateTime(_nine), _furthestAhead);
}
