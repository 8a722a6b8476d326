namespace BotCoach.Coaching;

/// <summary>Times of the day, and spans of hours and minutes, among the words of a written date.</summary>
internal sealed class TimeParts(IReadOnlyList<TimeToken> tokens)
{
    private const int HoursOfHalfDay = 12;

    // "at 3" is the afternoon: nobody meets at three in the night. "03:00" and "3:00" are what they say.
    private const int LastHourMeantAsAfternoon = 6;

    /// <summary>The times that begin at a place.</summary>
    /// <param name="at">The place.</param>
    /// <param name="bare">Whether a number alone is an hour here.</param>
    public IEnumerable<(TimeOnly Time, int Next)> Times(int at, bool bare)
    {
        if (TextAt(at) is "noon" or "midday")
        {
            yield return (new TimeOnly(HoursOfHalfDay, 0), at + 1);
        }

        if (!IsNumber(at, digits: 2))
        {
            yield break;
        }

        var hour = tokens[at].Number;
        var half = Half(at + 1);
        if (TextAt(at + 1) is ":" or "." && IsTight(at + 1) && IsTight(at + 2) && IsNumber(at + 2, digits: 2) && tokens[at + 2].Text.Length == 2)
        {
            var next = SkipSeconds(at + 3);
            half = Half(next);
            if (Of(hour, tokens[at + 2].Number, half?.Afternoon) is { } time)
            {
                yield return (time, half?.Next ?? next);
            }
        }
        else if (half is not null)
        {
            if (Of(hour, 0, half.Value.Afternoon) is { } time)
            {
                yield return (time, half.Value.Next);
            }
        }
        else if (bare || TextAt(at + 1) == "oclock")
        {
            var next = TextAt(at + 1) == "oclock" ? at + 2 : at + 1;
            half = Half(next);
            var meant = half is null && hour is > 0 and <= LastHourMeantAsAfternoon ? hour + HoursOfHalfDay : hour;
            if (Of(meant, 0, half?.Afternoon) is { } time)
            {
                yield return (time, half?.Next ?? next);
            }
        }
    }

    /// <summary>The span of hours and minutes that begins at a place with "in".</summary>
    public (TimeSpan Span, int Next)? After(int at)
    {
        if (TextAt(at) != "in")
        {
            return null;
        }

        (TimeSpan, int)? span = null;
        var minutes = 0m;
        var next = at + 1;
        while (DateWords.Quantity(tokens, next) is var (quantity, unitAt) && MinutesOf(TextAt(unitAt)) is { } unit)
        {
            minutes += quantity * unit;
            next = unitAt + 1;
            if (TextAt(next) == "and" && TextAt(next + 1) == "a" && TextAt(next + 2) == "half")
            {
                minutes += unit / 2m;
                next += 3;
            }

            span = (TimeSpan.FromTicks((long)(minutes * TimeSpan.TicksPerMinute)), next);
            next = TextAt(next) is "and" or "," ? next + 1 : next;
        }

        return span;
    }

    private static int? MinutesOf(string unit) => unit switch
    {
        "m" or "min" or "mins" or "minute" or "minutes" => 1,
        "h" or "hr" or "hrs" or "hour" or "hours" => 60,
        _ => null,
    };

    private static TimeOnly? Of(int hour, int minute, bool? afternoon)
    {
        if (minute > 59 || hour > 23 || (afternoon is not null && hour is 0 or > HoursOfHalfDay))
        {
            return null;
        }

        return new TimeOnly(afternoon is { } late ? (hour % HoursOfHalfDay) + (late ? HoursOfHalfDay : 0) : hour, minute);
    }

    /// <summary>am or pm, in one word or with dots.</summary>
    private (bool Afternoon, int Next)? Half(int at)
    {
        var text = TextAt(at);
        if (text is "am" or "pm")
        {
            return (text == "pm", at + 1);
        }

        var m = TextAt(at + 1) == "." ? at + 2 : at + 1;
        if (text is not ("a" or "p") || TextAt(m) != "m")
        {
            return null;
        }

        return (text == "p", TextAt(m + 1) == "." && IsTight(m + 1) ? m + 2 : m + 1);
    }

    // Machines write them, always as :00.
    private int SkipSeconds(int at) => TextAt(at) == ":" && IsTight(at) && IsTight(at + 1) && TextAt(at + 1) == "00" ? at + 2 : at;

    private bool IsNumber(int at, int digits) => at < tokens.Count && tokens[at].Number >= 0 && tokens[at].Text.Length <= digits;

    private bool IsTight(int at) => at < tokens.Count && tokens[at].Tight;

    private string TextAt(int at) => at < tokens.Count ? tokens[at].Text : "";
}
