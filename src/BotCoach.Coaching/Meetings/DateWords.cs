namespace BotCoach.Coaching;

/// <summary>The words for numbers, weekdays and months.</summary>
internal static class DateWords
{
    private static readonly string[] _numbers =
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    /// <summary>A quantity that begins at a place: <c>2</c>, <c>1.5</c>, <c>1,5</c>, <c>two</c>, <c>a</c>, <c>half an</c>.</summary>
    public static (decimal Quantity, int Next)? Quantity(IReadOnlyList<TimeToken> tokens, int at)
    {
        if (at >= tokens.Count)
        {
            return null;
        }

        var (text, number, _) = tokens[at];
        if (number >= 0)
        {
            return at + 2 < tokens.Count && tokens[at + 1] is { Text: "." or ",", Tight: true } && tokens[at + 2] is { Number: >= 0, Tight: true } fraction
                ? (number + (fraction.Number / Power(fraction.Text.Length)), at + 3)
                : (number, at + 1);
        }

        if (text == "half")
        {
            return (0.5m, at + 1 < tokens.Count && tokens[at + 1].Text is "a" or "an" ? at + 2 : at + 1);
        }

        var counted = text is "a" or "an" ? 1 : Array.IndexOf(_numbers, text) + 1;
        return counted > 0 ? (counted, at + 1) : null;
    }

    /// <summary>The weekday that a word names.</summary>
    public static DayOfWeek? Weekday(string word) => word switch
    {
        "mon" or "monday" => DayOfWeek.Monday,
        "tue" or "tues" or "tuesday" => DayOfWeek.Tuesday,
        "wed" or "weds" or "wednesday" => DayOfWeek.Wednesday,
        "thu" or "thur" or "thurs" or "thursday" => DayOfWeek.Thursday,
        "fri" or "friday" => DayOfWeek.Friday,
        "sat" or "saturday" => DayOfWeek.Saturday,
        "sun" or "sunday" => DayOfWeek.Sunday,
        _ => null,
    };

    /// <summary>The month that a word names, from 1.</summary>
    public static int? Month(string word) => word switch
    {
        "jan" or "january" => 1,
        "feb" or "february" => 2,
        "mar" or "march" => 3,
        "apr" or "april" => 4,
        "may" => 5,
        "jun" or "june" => 6,
        "jul" or "july" => 7,
        "aug" or "august" => 8,
        "sep" or "sept" or "september" => 9,
        "oct" or "october" => 10,
        "nov" or "november" => 11,
        "dec" or "december" => 12,
        _ => null,
    };

    private static decimal Power(int digits) => digits switch { 1 => 10m, 2 => 100m, 3 => 1_000m, _ => 10_000m };
}
