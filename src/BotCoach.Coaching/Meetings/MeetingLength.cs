using System.Globalization;
using System.Text.RegularExpressions;

namespace BotCoach.Coaching;

/// <summary>
/// How long a meeting takes, where that is written behind its time: <c>thu 10am for 45 min</c>, <c>Thu 10:00-11:30</c>.
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
        var said = MeetingTime.SplitNameAndTime(text, now, zone);
        if (said.TimeText is { } time)
        {
            return (said.Name, time);
        }

        foreach (var match in new[] { Lasting().Match(text), Ending().Match(text) })
        {
            if (match.Success && MeetingTime.SplitNameAndTime(match.Groups["when"].Value, now, zone) is { TimeText: { } start } before)
            {
                return (before.Name, string.Concat(start, text.AsSpan(match.Groups["when"].Length)).Trim());
            }
        }

        return (said.Name, "");
    }

    private static int? MinutesOf(Match match)
    {
        var number = match.Groups["number"].Value.ToLowerInvariant() switch
        {
            "a" or "an" or "one" => 1m,
            "half an" => 0.5m,
            "two" => 2m,
            var digits => decimal.Parse(digits.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture),
        };
        var minutes = match.Groups["unit"].Value[0] is 'h' or 'H' ? number * 60 : number;
        return minutes is >= 1 and <= MaxMinutes ? (int)minutes : null;
    }

    [GeneratedRegex(
        @"^(?<when>.*?\S)[\s,]+(for\s+)?(?<number>\d{1,3}([.,]\d{1,2})?|half an|an?|one|two)\s*(?<unit>minutes?|mins?|m|hours?|hrs?|h)\.?\s*$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Lasting();

    [GeneratedRegex(
        @"^(?<when>.*?\S)\s*(-|–|—|\bto\b|\buntil\b|\btill\b)\s*(?<end>\d{1,2}([:.]\d{2})?\s*([ap]\.?m\.?)?)\s*$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Ending();
}
