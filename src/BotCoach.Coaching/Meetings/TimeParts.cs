namespace BotCoach.Coaching;

/// <summary>Times of the day, and spans of hours and minutes, among the words of a written date.</summary>
internal sealed class TimeParts(IReadOnlyList<TimeToken> tokens)
{
    // "at 3" is the afternoon: nobody meets at three in the night. "03:00" and "3:00" are what they say.
    private const int LastHourMeantAsAfternoon = 6;

    /// <summary>The times that begin at a place.</summary>
    /// <param name="at">The place.</param>
    /// <param name="bare">Whether a number alone is an hour here.</param>
    /// <param name="announced">Whether "at" or its like stands before it.</param>
    /// <param name="begun">Whether a day stands before it.</param>
    public IEnumerable<(TimeOnly Time, int Next)> Times(int at, bool bare, bool announced, bool begun)
    {
        if (TextAt(at) is "noon" or "midday" or "mediodia")
        {
            yield return (new TimeOnly(12, 0), at + 1);
        }

        // "por la tarde a las 5": the part of the day may come first.
        if (PartAhead(at) is var (part, behind))
        {
            var hourAt = TextAt(behind) == "," ? behind + 1 : behind;
            hourAt = (TextAt(hourAt), TextAt(hourAt + 1)) is ("a", "las" or "la") ? hourAt + 2 : hourAt;
            if (TimeAt(hourAt, part, bare: true, announced: true, begun) is { } time)
            {
                yield return time;
            }
        }
        else if (TimeAt(at, null, bare, announced, begun) is { } time)
        {
            yield return time;
        }
    }

    /// <summary>The span of hours and minutes that begins at a place with "in".</summary>
    public (TimeSpan Span, int Next)? After(int at) => DateWords.SkipIn(tokens, at) is var from && from > at ? Span(from) : null;

    /// <summary>The span that begins at a place: <c>90 minutes</c>, <c>an hour and a half</c>, <c>hora y media</c>, <c>tres cuartos de hora</c>.</summary>
    public (TimeSpan Span, int Next)? Span(int at)
    {
        (TimeSpan, int)? span = null;
        var minutes = 0m;
        var next = at;
        while (QuantityAt(next) is var (quantity, unitAt) && UnitAt(unitAt) is var (unit, behind))
        {
            minutes += quantity * unit;
            next = behind;
            var (more, words) = (TextAt(next), TextAt(next + 1), TextAt(next + 2)) switch
            {
                ("and", "a", "half") => (unit / 2m, 3),
                ("y", "media", _) when UnitAt(next + 2) is null => (unit / 2m, 2),
                ("y", "cuarto", _) => (unit / 4m, 2),
                _ => (0m, 0),
            };
            minutes += more;
            next += words;
            span = (TimeSpan.FromTicks((long)(minutes * TimeSpan.TicksPerMinute)), next);
            next = TextAt(next) is "and" or "y" or "," ? next + 1 : next;
        }

        return span;
    }

    private (decimal Quantity, int Next)? QuantityAt(int at) =>
        (TextAt(at), TextAt(at + 1)) is ("hora", "y") ? (1, at) : DateWords.Quantity(tokens, at);

    private (int Minutes, int Next)? UnitAt(int at) => TextAt(at) switch
    {
        "m" or "min" or "mins" or "minute" or "minutes" or "minuto" or "minutos" => (1, at + 1),
        "h" or "hr" or "hrs" or "hour" or "hours" or "hora" or "horas" => (60, at + 1),
        "cuarto" or "cuartos" when (TextAt(at + 1), TextAt(at + 2)) is ("de", "hora") => (15, at + 3),
        _ => null,
    };

    private (TimeOnly Time, int Next)? TimeAt(int at, DayPart? given, bool bare, bool announced, bool begun)
    {
        if (HourAt(at) is not { } hour)
        {
            return null;
        }

        if (TextAt(at + 1) is ":" or "." && IsTight(at + 1) && IsTight(at + 2) && IsNumber(at + 2, digits: 2) && tokens[at + 2].Text.Length == 2)
        {
            var end = SkipSeconds(at + 3);
            end = IsMark(end) || TextAt(end) == "hrs" ? end + 1 : end;
            var part = PartBehind(end);
            return Of(hour, tokens[at + 2].Number, part?.Part ?? given) is { } time ? (time, part?.Next ?? end) : null;
        }

        var marked = IsMark(at + 1);
        var (minutes, next) = Spoken(marked || TextAt(at + 1) == "oclock" ? at + 2 : at + 1);
        var behind = PartBehind(next);

        // "thu 8h" is an hour of the day; "thu 2h" may be how long it takes.
        var isTime = announced || behind is not null || TextAt(at + 1) == "oclock" || (marked ? begun && hour > LastHourMeantAsAfternoon : bare);
        var said = behind?.Part ?? given;
        var meant = said is null && hour is > 0 and <= LastHourMeantAsAfternoon ? hour + 12 : hour;
        return isTime && (hour > 0 || minutes >= 0) && Of(meant, 0, said) is { } full ? (full.AddMinutes(minutes), behind?.Next ?? next) : null;
    }

    /// <summary>What is said of minutes behind an hour: y media, y cuarto, menos cuarto, y diez.</summary>
    private (int Minutes, int Next) Spoken(int at)
    {
        if (TextAt(at) is not ("y" or "menos"))
        {
            return (0, at);
        }

        int? minutes = TextAt(at + 1) switch
        {
            "media" => 30,
            "cuarto" => 15,
            _ when IsNumber(at + 1, digits: 2) => tokens[at + 1].Number,
            var word => DateWords.Number(word),
        };
        return minutes is > 0 and < 60 ? (TextAt(at) == "y" ? minutes.Value : -minutes.Value, at + 2) : (0, at);
    }

    private static TimeOnly? Of(int hour, int minute, DayPart? part)
    {
        int? meant = part is null ? hour : part.Hour(hour);
        return meant is >= 0 and <= 23 && minute <= 59 ? new TimeOnly(meant.Value, minute) : null;
    }

    /// <summary>am or pm, in one word or with dots; de la mañana, por la tarde, del mediodía.</summary>
    private (DayPart Part, int Next)? PartBehind(int at)
    {
        var text = TextAt(at);
        if (text is "am" or "pm")
        {
            return (text == "pm" ? DayPart.AfterNoon : DayPart.BeforeNoon, at + 1);
        }

        if ((text, TextAt(at + 1)) is ("del", "mediodia"))
        {
            return (DayPart.Of("mediodia")!, at + 2);
        }

        if (text is "de" or "por" or "en" && TextAt(at + 1) == "la" && DayPart.Of(TextAt(at + 2)) is { } spanish)
        {
            return (spanish, at + 3);
        }

        var m = TextAt(at + 1) == "." ? at + 2 : at + 1;
        if (text is not ("a" or "p") || TextAt(m) != "m")
        {
            return null;
        }

        return (text == "p" ? DayPart.AfterNoon : DayPart.BeforeNoon, TextAt(m + 1) == "." && IsTight(m + 1) ? m + 2 : m + 1);
    }

    /// <summary>por la mañana, en la tarde, and what follows "esta".</summary>
    private (DayPart Part, int Next)? PartAhead(int at) => at > 0 && TextAt(at - 1) == "esta"
        ? DayPart.Of(TextAt(at)) is { } today ? (today, at + 1) : null
        : TextAt(at) is "por" or "en" ? PartBehind(at) : null;

    // Hours in words stand only behind "a las": "at once" is no eleven o'clock.
    private int? HourAt(int at) => IsNumber(at, digits: 2) ? tokens[at].Number
        : at > 0 && TextAt(at - 1) is "las" or "la" ? DateWords.Number(TextAt(at)) : null;

    private bool IsMark(int at) => TextAt(at) is "h" or "hs" or "horas";

    // Machines write them, always as :00.
    private int SkipSeconds(int at) => TextAt(at) == ":" && IsTight(at) && IsTight(at + 1) && TextAt(at + 1) == "00" ? at + 2 : at;

    private bool IsNumber(int at, int digits) => at < tokens.Count && tokens[at].Number >= 0 && tokens[at].Text.Length <= digits;

    private bool IsTight(int at) => at < tokens.Count && tokens[at].Tight;

    private string TextAt(int at) => at < tokens.Count ? tokens[at].Text : "";
}
