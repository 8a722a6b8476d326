namespace BotCoach.Coaching.Tests;

/// <summary>Zones and moments that the tests of dates share.</summary>
internal static class Zones
{
    public static TimeZoneInfo Of(string id) => TimeZoneInfo.FindSystemTimeZoneById(id);

    public static TimeZoneInfo Berlin { get; } = Of("Europe/Berlin");

    /// <summary>Saturday 21 November 2026, 08:34 in Berlin.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 11, 21, 8, 34, 0, TimeSpan.FromHours(1));

    /// <summary>A reading as one line: what it is, and the local time with its offset.</summary>
    public static string Told(TimeReading reading) => reading switch
    {
        TimeReading.Understood understood => Stamp(understood.Start),
        TimeReading.Past past => $"past {Stamp(past.Start)}",
        TimeReading.TooFar => "too far",
        TimeReading.NeedsTime => "needs a time",
        _ => "not understood",
    };

    private static string Stamp(DateTimeOffset start) => start.ToString("yyyy-MM-dd HH:mmzzz", System.Globalization.CultureInfo.InvariantCulture);
}
