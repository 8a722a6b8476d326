using System.Globalization;
using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>Dates and times as people write and read them, in their own zone.</summary>
internal static class MeetingTime
{
    // The longest time that people write behind a name: "el jueves de la semana que viene a las 10 y media de la mañana".
    private const int MostWordsOfTime = 15;

    private const int DaysOfWeek = 7;

    /// <summary>
    /// Reads when a meeting starts: <c>Thu 2pm</c>, <c>26 Nov 10:00</c>, <c>in 2 hours</c>. A weekday, or a time alone, is the
    /// next one still ahead. A date without a year is this year's, or next year's when it is more than a quarter over.
    /// </summary>
    public static TimeReading Read(string text, DateTimeOffset now, TimeZoneInfo zone)
    {
        if (TimeToken.Split(text) is not { } tokens || new TimeGrammar(tokens, days: false).Read(0) is not { } phrase)
        {
            return new TimeReading.NotUnderstood();
        }

        if (phrase.After is { } after)
        {
            var thisMinute = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMinute));
            return Judge(TimeZoneInfo.ConvertTime(thisMinute + after, zone), now);
        }

        var today = Today(now, zone);
        if (phrase.DayFrom(today) is not { } day)
        {
            return new TimeReading.NotUnderstood();
        }

        if (phrase.Time is not { } time)
        {
            // A day that is over or too far is that, whatever the time would be.
            var judged = Judge(LocalTime.At(day, TimeOnly.MinValue, zone), now);
            return day < today || judged is TimeReading.TooFar ? judged : new TimeReading.NeedsTime();
        }

        return Judge(FirstAhead(phrase, day, time, now, zone), now);
    }

    /// <summary>
    /// Reads the day on which to start again: <c>until 7 dec</c>, <c>2 weeks</c>, <c>hasta el lunes</c>. A time of the day is not
    /// needed, and passed over when there is one.
    /// </summary>
    /// <returns>The start of that day; never <see cref="TimeReading.NeedsTime"/>.</returns>
    public static TimeReading ReadDate(string text, DateTimeOffset now, TimeZoneInfo zone)
    {
        return DayPhrase(text) is { } phrase && phrase.DayFrom(Today(now, zone)) is { } day
            ? Judge(FirstAhead(phrase, day, TimeOnly.MinValue, now, zone), now)
            : new TimeReading.NotUnderstood();
    }

    /// <summary>Whether a text says nothing but a day as <see cref="ReadDate"/> reads it, be it ahead or over.</summary>
    public static bool IsDate(string text) => DayPhrase(text) is not null;

    /// <summary>Reads a time of the day: <c>09:15</c>, <c>2 pm</c>, <c>noon</c>, or an hour alone: <c>9</c>, <c>9 h</c>.</summary>
    /// <returns>Null for anything else, a day among it.</returns>
    public static TimeOnly? ReadTime(string text)
    {
        var written = text.Trim();
        var hour = written.TrimEnd('h', 'H', ' ');
        return TimeToken.Split(hour.Length is 1 or 2 && hour.All(char.IsAsciiDigit) ? $"{hour}:00" : written) is { } tokens
            && new TimeGrammar(tokens, days: false).Read(0) is { Time: { } time, Day: null, Weekday: null, After: null } ? time : null;
    }

    /// <summary>
    /// Takes the time off the end of a text: <c>exec staff thu 10am</c> is the meeting "exec staff" at "thu 10am". Where nothing
    /// at the end reads as a time, the whole text is the name.
    /// </summary>
    public static NameAndTime SplitNameAndTime(string text, DateTimeOffset now, TimeZoneInfo zone)
    {
        var whole = text.Trim();
        foreach (var start in LastWords(whole).Reverse())
        {
            var time = Read(whole[start..], now, zone);
            if (time is TimeReading.Understood or TimeReading.Past or TimeReading.TooFar)
            {
                return new NameAndTime(whole[..start].TrimEnd(' ', '\t', '\r', '\n', ',', ';', ':', '-', '–', '—', '@'), whole[start..], time);
            }
        }

        return new NameAndTime(whole, null, null);
    }

    /// <summary>How people read an instant: <c>today 15:00</c>, <c>tomorrow 10:00</c>, <c>Thu 26 Nov, 10:00</c>.</summary>
    public static string Show(Language language, DateTimeOffset start, DateTimeOffset now, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(start, zone);
        var today = Today(now, zone);
        var day = DateOnly.FromDateTime(local.DateTime);
        var texts = DateTexts.In(language);
        var format = (day.DayNumber - today.DayNumber) switch
        {
            0 => texts.TodayPattern,
            1 => texts.TomorrowPattern,
            _ when day.Year == today.Year => texts.MomentPattern,
            _ => texts.MomentAndYearPattern,
        };
        return local.ToString(format, language.Culture);
    }

    /// <summary>Writes an instant as people write one, such that <see cref="Read"/> gives it back if it lies ahead.</summary>
    public static string Write(Language language, DateTimeOffset start, DateTimeOffset now, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(start, zone);
        var written = local.ToString(DateTexts.In(language).MomentPattern, language.Culture);
        return Read(written, now, zone) is TimeReading.Understood { Start: var read } && read == start
            ? written
            : local.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
    }

    private static TimePhrase? DayPhrase(string text)
    {
        if (TimeToken.Split(text) is not [var first, ..] tokens)
        {
            return null;
        }

        var from = first.Text is "until" or "till" or "til" or "for" or "from" or "hasta" or "por" or "durante" or "de" or "desde" ? 1 : 0;
        return new TimeGrammar(tokens, days: true).Read(from) is { After: null } phrase && (phrase.Day is not null || phrase.Weekday is not null)
            ? phrase
            : null;
    }

    private static DateOnly Today(DateTimeOffset now, TimeZoneInfo zone) => LocalTime.DateOf(now, zone);

    // A date is what it is; a weekday, or no day at all, comes round again.
    private static DateTimeOffset FirstAhead(TimePhrase phrase, DateOnly day, TimeOnly time, DateTimeOffset now, TimeZoneInfo zone)
    {
        var start = LocalTime.At(day, time, zone);
        return start > now || phrase.Day is not null
            ? start
            : LocalTime.At(day.AddDays(phrase.Weekday is null ? 1 : DaysOfWeek), time, zone);
    }

    private static TimeReading Judge(DateTimeOffset start, DateTimeOffset now)
    {
        if (start <= now)
        {
            return new TimeReading.Past(start);
        }

        return start > now.AddYears(1) ? new TimeReading.TooFar() : new TimeReading.Understood(start);
    }

    /// <summary>Where the last words of a text begin, from the end.</summary>
    private static IEnumerable<int> LastWords(string text)
    {
        var found = 0;
        for (var at = text.Length - 1; at >= 0 && found < MostWordsOfTime; at--)
        {
            if (!char.IsWhiteSpace(text[at]) && (at == 0 || char.IsWhiteSpace(text[at - 1])))
            {
                found++;
                yield return at;
            }
        }
    }
}
