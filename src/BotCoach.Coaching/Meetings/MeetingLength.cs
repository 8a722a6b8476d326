using System.Text.RegularExpressions;

namespace BotCoach.Coaching;

/// <summary>
/// How long a meeting takes, where that is written behind its time: <c>thu 10am for 45 min</c>, <c>Thu 10:00-11:30</c>,
/// <c>jueves a las 10, hora y media</c>, <c>jueves de 10 a 11:30</c>.
/// </summary>
internal static partial class MeetingLength
{
    /// <summary>The longest meeting, in minutes: a day away from the desk.</summary>
    public const int MaxMinutes = 600;

    /// <summary>Reads when a meeting starts and, where it is said, how many minutes it takes.</summary>
    public static (TimeReading Start, int? Minutes) Read(string text, DateTimeOffset now, TimeZoneInfo zone)
    {
        var whole = MeetingTime.Read(text, now, zone);
        if (whole is not TimeReading.NotUnderstood)
        {
            return (whole, null);
        }

        if (Lasting().Match(text) is { Success: true } lasting && MinutesOf(lasting) is { } minutes)
        {
            return (MeetingTime.Read(lasting.Groups["when"].Value, now, zone), minutes);
        }

        // "at" makes an hour of a number alone; the end is the first such time behind the start.
        return Ending().Match(text) is { Success: true } ending
            && MeetingTime.Read(ending.Groups["when"].Value, now, zone) is TimeReading.Understood start
            && MeetingTime.Read($"at {ending.Groups["end"].Value}", start.Start, zone) is TimeReading.Understood end
            && (end.Start - start.Start).TotalMinutes is <= MaxMinutes and var length
                ? (start, (int)length)
                : (whole, null);
    }

    /// <summary>Takes the time, and the length behind it, off the end of a text.</summary>
    /// <returns>The name and the words of the time and length as written; empty where there are none.</returns>
    public static (string Name, string When) Split(string text, DateTimeOffset now, TimeZoneInfo zone)
    {
        // Before a time alone: that of "Board fri 14:00 to 15:30" would be 15:30.
        if (Before(Ending().Match(text), text, now, zone) is { } lasting && Read(lasting.When, now, zone).Minutes is not null)
        {
            return lasting;
        }

        var said = MeetingTime.SplitNameAndTime(text, now, zone);
        return said.TimeText is { } time
            ? (said.Name, time)
            : Before(Lasting().Match(text), text, now, zone) ?? Before(Ending().Match(text), text, now, zone) ?? (said.Name, "");
    }

    private static (string Name, string When)? Before(Match match, string text, DateTimeOffset now, TimeZoneInfo zone) =>
        match.Success && MeetingTime.SplitNameAndTime(match.Groups["when"].Value, now, zone) is { TimeText: { } start } before
            ? (before.Name, string.Concat(start, text.AsSpan(match.Groups["when"].Length)).Trim())
            : null;

    private static int? MinutesOf(Match match)
    {
        var tokens = TimeToken.Split(match.Groups["length"].Value) ?? [];
        return new TimeParts(tokens).Span(0) is var (span, end) && end == tokens.Count && span.TotalMinutes is >= 1 and <= MaxMinutes and var minutes
            ? (int)minutes
            : null;
    }

    [GeneratedRegex(
        @"^(?<when>.*?\S)[\s,]+((for|de|durante|por)\s+)?(?<length>((\d{1,3}([.,]\d{1,2})?|half an|an?|one|two|media|una?|dos|tres)\s*"
        + @"(minut[eo]s?|mins?|m|hours?|horas?|hrs?|h)|hora)(\s+y\s+(media|cuarto))?|(un cuarto|tres cuartos) de hora)\.?\s*$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Lasting();

    [GeneratedRegex(
        @"^(?<when>.*?\S)\s*(-|–|—|\bto\b|\buntil\b|\btill\b|\b(a|hasta)(\s+las?)?\b)\s*(?<end>\d{1,2}([:.]\d{2})?\s*([ap]\.?m\.?|h)?)\s*$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Ending();
}
