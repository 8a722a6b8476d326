using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>A night in which the clocks of a zone change.</summary>
/// <param name="Date">The local date of the change.</param>
/// <param name="IsForward">Whether an hour is left out; otherwise one comes twice.</param>
internal sealed record ClockChange(DateOnly Date, bool IsForward)
{
    // Where clocks change they do so twice a year.
    private const int MostDays = 366;

    /// <summary>The next change after an instant; null when none comes within a year.</summary>
    public static ClockChange? After(DateTimeOffset now, TimeZoneInfo zone)
    {
        var before = zone.GetUtcOffset(now);
        for (var day = 1; day <= MostDays; day++)
        {
            var after = zone.GetUtcOffset(now.AddDays(day));
            if (after != before)
            {
                return new ClockChange(LocalTime.DateOf(Moment(now.AddDays(day - 1), now.AddDays(day), before, zone), zone), after > before);
            }
        }

        return null;
    }

    /// <summary>What happens to the clocks between two instants, as the end of a sentence about the second; null when nothing does.</summary>
    public static string? Between(Language language, DateTimeOffset now, DateTimeOffset then, TimeZoneInfo zone)
    {
        var (before, after) = (zone.GetUtcOffset(now), zone.GetUtcOffset(then));
        if (before == after)
        {
            return null;
        }

        var texts = DateTexts.In(language);
        return zone.IsDaylightSavingTime(now) == zone.IsDaylightSavingTime(then)
            ? texts.ClocksChangedByThen
            : after > before ? texts.SummerTimeBegun : texts.SummerTimeOver;
    }

    /// <summary>What is to come: "The clocks go forward on Sunday 29 March".</summary>
    public string Announce(Language language, DateTimeOffset now, TimeZoneInfo zone)
    {
        var (texts, date) = (DateTexts.In(language), When.Date(language, Date, now, zone));
        return IsForward ? texts.ClocksGoForward(date) : texts.ClocksGoBack(date);
    }

    // To the minute: the first instant with the new offset.
    private static DateTimeOffset Moment(DateTimeOffset from, DateTimeOffset until, TimeSpan before, TimeZoneInfo zone)
    {
        while (until - from > TimeSpan.FromMinutes(1))
        {
            var middle = from + ((until - from) / 2);
            (from, until) = zone.GetUtcOffset(middle) == before ? (middle, until) : (from, middle);
        }

        return until;
    }
}
