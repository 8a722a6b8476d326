namespace BotCoach.Coaching;

/// <summary>Days among the words of a written date.</summary>
internal sealed class DateParts(IReadOnlyList<TimeToken> tokens)
{
    // Far enough from both ends of the calendar that no zone can push an instant over them.
    private const int FirstYear = 1900;
    private const int LastYear = 9000;

    // 2000 is a leap year: 29 February is a date as long as no year says otherwise.
    private const int AnyLeapYear = 2000;

    /// <summary>The dates that begin at a place, and whether each might be meant as a time.</summary>
    public IEnumerable<(WrittenDay.Date Date, bool CouldBeTime, int Next)> Dates(int at) =>
        NumericDates(at).Concat(NamedDates(at))
            .Where(found => IsDate(found.Date));

    /// <summary>today, tomorrow, the day after tomorrow, in 3 days, in a week; hoy, pasado mañana, dentro de 3 días.</summary>
    /// <param name="at">The place.</param>
    /// <param name="bare">Whether "3 days" is enough without "in".</param>
    public IEnumerable<(WrittenDay.Ahead Day, int Next)> Ahead(int at, bool bare)
    {
        (int Days, int Words)? named = (TextAt(at), TextAt(at + 1), TextAt(at + 2)) switch
        {
            ("today" or "hoy", _, _) => (0, 1),
            ("esta", var part, _) when DayPart.Of(part) is not null => (0, 1),
            ("tomorrow" or "manana", _, _) => (1, 1),
            ("day", "after", "tomorrow") => (2, 3),
            ("pasado", "manana", _) => (2, 2),
            ("yesterday" or "ayer", _, _) => (-1, 1),
            _ => null,
        };
        if (named is var (days, words))
        {
            yield return (new WrittenDay.Ahead(0, days), at + words);
        }

        var from = DateWords.SkipIn(tokens, at);
        if ((bare || from > at) && DateWords.Quantity(tokens, from) is var (quantity, unitAt) && decimal.IsInteger(quantity))
        {
            WrittenDay.Ahead? ahead = TextAt(unitAt) switch
            {
                "d" or "day" or "days" or "dia" or "dias" => new WrittenDay.Ahead(0, (int)quantity),
                "w" or "week" or "weeks" or "semana" or "semanas" => new WrittenDay.Ahead(0, (int)quantity * 7),
                "month" or "months" or "mes" or "meses" => new WrittenDay.Ahead((int)quantity, 0),
                _ => null,
            };
            if (ahead is not null)
            {
                yield return (ahead, unitAt + 1);
            }
        }
    }

    /// <summary>
    /// thu, next thu, thu next week, next week thu; el próximo jueves, el jueves que viene, el jueves de la próxima semana.
    /// </summary>
    /// <remarks>
    /// The two languages differ: "next Thursday" is that of next week, "el próximo jueves" the nearest one to come.
    /// </remarks>
    /// <param name="at">The place.</param>
    /// <param name="bareWeek">Whether "next week" is enough and means its Monday.</param>
    public IEnumerable<(DayOfWeek Weekday, WhichWeekday Which, bool CouldBeMonth, int Next)> Weekdays(int at, bool bareWeek)
    {
        if (NextWeek(at) is { } behindWeek)
        {
            var from = behindWeek;
            while (TextAt(from) is "on" or "," or "el")
            {
                from++;
            }

            if (DateWords.Weekday(TextAt(from)) is { } ofNextWeek)
            {
                yield return (ofNextWeek, WhichWeekday.OfNextWeek, false, SkipDot(from + 1));
            }

            if (bareWeek)
            {
                yield return (DayOfWeek.Monday, WhichWeekday.OfNextWeek, false, behindWeek);
            }
        }

        var dayAt = TextAt(at) is "next" or "this" or "proximo" or "este" ? at + 1 : at;
        if (DateWords.Weekday(TextAt(dayAt)) is not { } weekday)
        {
            yield break;
        }

        var next = SkipDot(dayAt + 1);
        if (NextWeek(TextAt(next) == "de" ? next + 1 : next) is { } end)
        {
            yield return (weekday, WhichWeekday.OfNextWeek, false, end);
        }

        if (TextAt(next) == "proximo" || (TextAt(next), TextAt(next + 1)) is ("que", "viene"))
        {
            yield return (weekday, WhichWeekday.FromTomorrow, false, TextAt(next) == "proximo" ? next + 1 : next + 2);
        }

        var which = TextAt(at) switch
        {
            "next" => WhichWeekday.OfNextWeek,
            "proximo" => WhichWeekday.FromTomorrow,
            _ => WhichWeekday.FromToday,
        };
        yield return (weekday, which, dayAt == at && DateWords.Month(TextAt(at)) is not null, next);
    }

    /// <summary>Where "next week" ends that begins at a place.</summary>
    private int? NextWeek(int at)
    {
        var from = TextAt(at) == "la" ? at + 1 : at;
        return (TextAt(from), TextAt(from + 1), TextAt(from + 2)) switch
        {
            ("next", "week", _) or ("proxima", "semana", _) or ("semana", "proxima", _) => from + 2,
            ("semana", "que", "viene") => from + 3,
            _ => null,
        };
    }

    private IEnumerable<(WrittenDay.Date Date, bool CouldBeTime, int Next)> NumericDates(int at)
    {
        if (NumberAt(at) is not { } first || TextAt(at + 1) is not ("-" or "/" or ".") || !IsTight(at + 1) || !IsTight(at + 2)
            || NumberAt(at + 2) is not { } second)
        {
            yield break;
        }

        var mark = TextAt(at + 1);
        var third = TextAt(at + 3) == mark && IsTight(at + 3) && IsTight(at + 4) ? NumberAt(at + 4) : null;
        if (mark != "." && IsYear(at) && third is { } last)
        {
            yield return (new WrittenDay.Date(first, second, last), false, TextAt(at + 5) == "t" && IsTight(at + 5) ? at + 6 : at + 5);
        }
        else if (mark == "." && third is { } year)
        {
            // "26.11.26" is the one place where a year of two digits cannot be anything else.
            yield return (new WrittenDay.Date(tokens[at + 4].Text.Length == 2 ? AnyLeapYear + year : year, second, first), false, at + 5);
        }
        else if (mark == ".")
        {
            var closed = TextAt(at + 3) == "." && IsTight(at + 3);
            yield return (new WrittenDay.Date(null, second, first), !closed, closed ? at + 4 : at + 3);
        }
        else if (third is null ? mark == "/" : IsYear(at + 4))
        {
            if (DayAndMonth(first, second) is var (day, month))
            {
                yield return (new WrittenDay.Date(third, month, day), false, third is null ? at + 3 : at + 5);
            }
        }
    }

    /// <summary>Half the world writes the day first, half the month: only a number that can be no month decides.</summary>
    private static (int Day, int Month)? DayAndMonth(int first, int second) => (first, second) switch
    {
        ( > 12, _) => (first, second),
        (_, > 12) => (second, first),
        _ when first == second => (first, second),
        _ => null,
    };

    private IEnumerable<(WrittenDay.Date Date, bool CouldBeTime, int Next)> NamedDates(int at)
    {
        int day, month, next;
        if (NumberAt(at) is { } leading)
        {
            var monthAt = SkipOrdinal(at + 1);
            monthAt = TextAt(monthAt) is "of" or "de" or "-" ? monthAt + 1 : SkipDot(monthAt);
            if (DateWords.Month(TextAt(monthAt)) is not { } named)
            {
                yield break;
            }

            (day, month, next) = (leading, named, SkipDot(monthAt + 1));
        }
        else if (DateWords.Month(TextAt(at)) is { } named)
        {
            var dayAt = SkipDot(at + 1);
            dayAt = TextAt(dayAt) == "the" ? dayAt + 1 : dayAt;
            if (NumberAt(dayAt) is not { } following)
            {
                yield break;
            }

            (day, month, next) = (following, named, SkipOrdinal(dayAt + 1));
        }
        else
        {
            yield break;
        }

        var yearAt = TextAt(next) is "," or "-" or "de" or "del" ? next + 1 : next;
        if (IsYear(yearAt))
        {
            yield return (new WrittenDay.Date(tokens[yearAt].Number, month, day), false, yearAt + 1);
        }

        yield return (new WrittenDay.Date(null, month, day), false, next);
    }

    private static bool IsDate(WrittenDay.Date date) =>
        date.Year is null or (>= FirstYear and <= LastYear)
        && date.Month is >= 1 and <= 12
        && date.Day >= 1 && date.Day <= DateTime.DaysInMonth(date.Year ?? AnyLeapYear, date.Month);

    // Spanish counts the first of a month: "1º", "1.º", "1ro", "1er".
    private int SkipOrdinal(int at)
    {
        var from = TextAt(at) == "." && TextAt(at + 1) == "º" ? at + 1 : at;
        return TextAt(from) is "st" or "nd" or "rd" or "th" or "º" or "ro" or "er" && IsTight(from) ? from + 1 : at;
    }

    private int SkipDot(int at) => TextAt(at) == "." && IsTight(at) ? at + 1 : at;

    private bool IsYear(int at) => NumberAt(at) is not null && tokens[at].Text.Length == 4;

    private bool IsTight(int at) => at < tokens.Count && tokens[at].Tight;

    private int? NumberAt(int at) => at < tokens.Count && tokens[at].Number >= 0 ? tokens[at].Number : null;

    private string TextAt(int at) => at < tokens.Count ? tokens[at].Text : "";
}
