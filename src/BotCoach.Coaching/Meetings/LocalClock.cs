namespace BotCoach.Coaching;

/// <summary>What the clocks of a zone show, and when they show it.</summary>
internal static class LocalClock
{
    /// <summary>The instant in that zone.</summary>
    public static DateTimeOffset Of(DateTimeOffset instant, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(instant, zone);

    /// <summary>
    /// The first instant at which the clocks show that time. Where they jump over it in spring, it moves forward by as much as
    /// they jump.
    /// </summary>
    public static DateTimeOffset At(DateOnly date, TimeOnly time, TimeZoneInfo zone)
    {
        // Read as if the zone were UTC, and a day on either side of it: no zone is further off, and no zone changes its
        // clocks twice in two days.
        var shown = new DateTimeOffset(date.ToDateTime(time), TimeSpan.Zero);
        var before = zone.GetUtcOffset(shown.AddDays(-1));
        var after = zone.GetUtcOffset(shown.AddDays(1));

        // The larger offset gives the earlier instant.
        var earlier = shown - (before > after ? before : after);
        var later = shown - (before > after ? after : before);
        return Shows(earlier) ? Of(earlier, zone) : Shows(later) ? Of(later, zone) : Of(shown - before, zone);

        bool Shows(DateTimeOffset instant) => Of(instant, zone).DateTime == shown.DateTime;
    }
}
