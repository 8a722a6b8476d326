using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.InteropServices;

namespace BotCoach.Chat;

/// <summary>At most so many in so long, whenever one begins to count.</summary>
/// <param name="Count">How many, at least 1.</param>
/// <param name="Span">In how long, longer than nothing.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RateWindow(int Count, TimeSpan Span)
{
    /// <summary>The word that stands for no window at all.</summary>
    public const string None = "none";

    /// <summary>Says how windows are written.</summary>
    public const string Syntax = $"windows such as 300/1m or 7/1s, 60/30s, 1800/1h (s, m or h; at most 24h), or {None}";

    private static readonly TimeSpan _longest = TimeSpan.FromHours(24);

    /// <summary>How long one of them takes when they are evenly spread.</summary>
    public TimeSpan Interval => Span / Count;

    /// <summary>Reads windows that are written as <see cref="Syntax"/> says.</summary>
    public static bool TryParseAll(string? text, [NotNullWhen(true)] out IReadOnlyList<RateWindow>? windows)
    {
        windows = null;
        if (string.Equals(text?.Trim(), None, StringComparison.OrdinalIgnoreCase))
        {
            windows = [];
            return true;
        }

        List<RateWindow> read = [];
        foreach (var part in (text ?? "").Split(',', StringSplitOptions.TrimEntries))
        {
            if (!TryParse(part, out var window))
            {
                return false;
            }

            read.Add(window);
        }

        windows = read;
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => Span switch
    {
        { Ticks: var ticks } when ticks % TimeSpan.TicksPerHour == 0 => string.Create(CultureInfo.InvariantCulture, $"{Count}/{Span.TotalHours}h"),
        { Ticks: var ticks } when ticks % TimeSpan.TicksPerMinute == 0 => string.Create(CultureInfo.InvariantCulture, $"{Count}/{Span.TotalMinutes}m"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Count}/{Span.TotalSeconds}s"),
    };

    private static bool TryParse(string text, out RateWindow window)
    {
        window = default;
        if (text.Split('/') is not [var count, [.. var length, var unit]]
            || Unit(unit) is not { } one
            || !int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || !int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var units)
            || number < 1
            || units < 1
            || units > _longest / one)
        {
            return false;
        }

        window = new RateWindow(number, one * units);
        return true;
    }

    private static TimeSpan? Unit(char unit) => unit switch
    {
        's' => TimeSpan.FromSeconds(1),
        'm' => TimeSpan.FromMinutes(1),
        'h' => TimeSpan.FromHours(1),
        _ => null,
    };
}
