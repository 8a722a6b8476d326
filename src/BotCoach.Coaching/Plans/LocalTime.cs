namespace BotCoach.Coaching;

/// <summary>What the clocks of a zone show, and when they show it.</summary>
public static class LocalTime
{
    /// <summary>The local date of an instant.</summary>
    public static DateOnly DateOf(DateTimeOffset instant, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);

    /// <summary>
    /// The first instant at which the clocks show a time. One that they jump over in spring moves forward by as much as
    /// they jump; of one that comes twice in autumn it is the first.
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
        return Of(Shows(earlier) ? earlier : Shows(later) ? later : shown - before);

        bool Shows(DateTimeOffset instant) => Of(instant).DateTime == shown.DateTime;

        DateTimeOffset Of(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, zone);
    }
}
