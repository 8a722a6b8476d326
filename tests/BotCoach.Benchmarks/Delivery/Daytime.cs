namespace BotCoach.Benchmarks;

/// <summary>Where on earth a working day is far from its ends, so that no quiet hour and no midnight falls into a run.</summary>
internal static class Daytime
{
    private static readonly TimeOnly _noon = new(12, 0);

    // A zone in each part of the world; the clocks of some change, which is what makes a next occurrence cost what it costs.
    private static readonly string[] _zones =
    [
        "Pacific/Auckland", "Asia/Tokyo", "Asia/Kolkata", "Europe/Helsinki", "Europe/London", "America/Sao_Paulo", "America/Los_Angeles", "Pacific/Honolulu",
    ];

    /// <summary>The zone in which it is nearest to noon.</summary>
    public static TimeZoneInfo ZoneAt(DateTimeOffset now) => _zones.Select(TimeZoneInfo.FindSystemTimeZoneById).MinBy(zone =>
    {
        var fromNoon = TimeOnly.FromTimeSpan(TimeZoneInfo.ConvertTime(now, zone).TimeOfDay) - _noon;
        return Math.Min(fromNoon.TotalHours, 24 - fromNoon.TotalHours);
    })!;
}
