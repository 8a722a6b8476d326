using System.Globalization;

namespace BotCoach.Host;

/// <summary>A moment as an operator types it: a date or an instant, in UTC unless it says otherwise, or how long ago.</summary>
internal static class TimeOption
{
    private static readonly string[] _formats = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK"];

    // Longer than anything is kept.
    private static readonly TimeSpan _most = TimeSpan.FromDays(3_660);

    public static bool TryRead(string text, DateTimeOffset now, out DateTimeOffset time)
    {
        if (text is [.. var number, var unit] && Unit(unit) is { } one && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            var isKnown = count <= _most / one;
            time = isKnown ? now - (one * count) : default;
            return isKnown;
        }

        return DateTimeOffset.TryParseExact(
            text, _formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out time);
    }

    private static TimeSpan? Unit(char unit) => unit switch
    {
        'm' => TimeSpan.FromMinutes(1),
        'h' => TimeSpan.FromHours(1),
        'd' => TimeSpan.FromDays(1),
        _ => null,
    };
}
