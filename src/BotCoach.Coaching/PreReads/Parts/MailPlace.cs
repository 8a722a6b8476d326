using System.Globalization;
using System.Text.RegularExpressions;

namespace BotCoach.Coaching;

/// <summary>Names a mail of a thread by its author and day.</summary>
internal static partial class MailPlace
{
    private const int LongestName = 30;
    private const int Timeout = PastedText.PatternTimeout;

    private static readonly string[] _months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    // The first three letters that differ in Spanish.
    private static readonly Dictionary<string, int> _otherMonths = new(StringComparer.Ordinal) { ["ene"] = 1, ["abr"] = 4, ["ago"] = 8, ["dic"] = 12 };

    /// <summary>The mail; without the day when it cannot be told.</summary>
    /// <param name="from">The author as the header says it.</param>
    /// <param name="sent">The date as the header says it; empty when it says none.</param>
    public static PreReadPlace Of(string from, string sent) => PreReadPlace.Mail(FirstName(from), Day(sent) ?? "");

    private static string FirstName(string from)
    {
        var address = from.IndexOfAny(['<', '[', '(']);
        var shown = (address > 0 ? from[..address] : from).Trim(' ', '"', '\'', '*', '<', '>');
        if (shown.Contains('@', StringComparison.Ordinal))
        {
            var local = shown[..shown.IndexOf('@', StringComparison.Ordinal)].Split('.', '_', '-')[0];
            return local.Length is > 0 and <= LongestName ? char.ToUpperInvariant(local[0]) + local[1..] : "";
        }

        // "Raman, Priya" is how directories write it; "Priya Raman, CFO" is how people sign.
        var parts = shown.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var given = parts.Length == 2 && !parts[0].Contains(' ', StringComparison.Ordinal) ? parts[1] : shown;
        var name = given.Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "";
        return name.Length <= LongestName ? name : "";
    }

    private static string? Day(string sent)
    {
        if (IsoDate().Match(sent) is { Success: true } iso)
        {
            return Named(iso.Groups["day"].Value, int.Parse(iso.Groups["month"].Value, NumberStyles.None, CultureInfo.InvariantCulture));
        }

        if (DayFirst().Match(sent) is { Success: true } dayFirst && Month(dayFirst.Groups["month"].Value) is { } month)
        {
            return Named(dayFirst.Groups["day"].Value, month);
        }

        if (MonthFirst().Match(sent) is { Success: true } monthFirst && Month(monthFirst.Groups["month"].Value) is { } named)
        {
            return Named(monthFirst.Groups["day"].Value, named);
        }

        // 3/11 is the third of November for some and the eleventh of March for others: it stays as it was written.
        return Numeric().Match(sent) is { Success: true } numeric ? numeric.Value : null;
    }

    private static string? Named(string day, int month) => PreReadPlace.DayOf(month, int.Parse(day, NumberStyles.None, CultureInfo.InvariantCulture));

    private static int? Month(string word)
    {
        var start = Words.Plain(word[..3]);
        var at = Array.FindIndex(_months, month => month.Equals(start, StringComparison.OrdinalIgnoreCase));
        return at >= 0 ? at + 1 : _otherMonths.TryGetValue(start, out var month) ? month : null;
    }

    [GeneratedRegex(@"\b\d{4}-(?<month>\d{2})-(?<day>\d{2})\b", RegexOptions.ECMAScript, Timeout)]
    private static partial Regex IsoDate();

    [GeneratedRegex(@"\b(?<day>\d{1,2})(?:st|nd|rd|th|º)?\.?(?:\s+de)?[\s-]+(?<month>\p{L}{3,10})", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"\b(?<month>\p{L}{3,10})\.?\s+(?<day>\d{1,2})\b", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex MonthFirst();

    [GeneratedRegex(@"\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b", RegexOptions.ECMAScript, Timeout)]
    private static partial Regex Numeric();
}
