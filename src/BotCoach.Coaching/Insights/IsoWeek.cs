using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.InteropServices;

namespace BotCoach.Coaching;

/// <summary>A week after ISO 8601: Monday to Sunday, numbered so that week 1 holds the year's first Thursday.</summary>
/// <param name="Year">The year that the week is counted in; near New Year not always that of its days.</param>
/// <param name="Number">From 1 to 53.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct IsoWeek(int Year, int Number) : IComparable<IsoWeek>
{
    /// <summary>The week's first day.</summary>
    public DateOnly Monday => DateOnly.FromDateTime(ISOWeek.ToDateTime(Year, Number, DayOfWeek.Monday));

    /// <summary>The week's last day.</summary>
    public DateOnly Sunday => Monday.AddDays(6);

    /// <summary>The week that holds a day.</summary>
    public static IsoWeek Of(DateOnly day)
    {
        var time = day.ToDateTime(TimeOnly.MinValue);
        return new IsoWeek(ISOWeek.GetYear(time), ISOWeek.GetWeekOfYear(time));
    }

    /// <summary>The week so many weeks later; earlier for a negative number.</summary>
    public IsoWeek Plus(int weeks) => Of(Monday.AddDays(7 * weeks));

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out IsoWeek? week)
    {
        week = text?.Split("-W") is [{ Length: 4 } year, { Length: 2 } number]
            && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var y) && y >= 1
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            && n >= 1 && n <= ISOWeek.GetWeeksInYear(y)
            ? new IsoWeek(y, n)
            : null;
        return week is not null;
    }

    /// <inheritdoc/>
    public int CompareTo(IsoWeek other) => (Year, Number).CompareTo((other.Year, other.Number));

    /// <summary>Whether one week lies before another.</summary>
    public static bool operator <(IsoWeek left, IsoWeek right) => left.CompareTo(right) < 0;

    /// <summary>Whether one week lies after another.</summary>
    public static bool operator >(IsoWeek left, IsoWeek right) => left.CompareTo(right) > 0;

    /// <summary>Whether one week lies before another or is the same.</summary>
    public static bool operator <=(IsoWeek left, IsoWeek right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one week lies after another or is the same.</summary>
    public static bool operator >=(IsoWeek left, IsoWeek right) => left.CompareTo(right) >= 0;

    /// <summary>The week as ISO 8601 writes it, such as <c>2026-W48</c>: sorts by time.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-W{Number:D2}");
}
