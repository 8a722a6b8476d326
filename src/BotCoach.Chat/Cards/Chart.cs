namespace BotCoach.Chat;

/// <summary>Values beside each other, drawn as bars.</summary>
/// <param name="Title">What they measure.</param>
/// <param name="Full">The value of a full bar; greater than 0. A value of 0 has no length.</param>
/// <param name="Bars">
/// The bars. Those with a value are shown in order, then the others; what is more than <see cref="MostBars"/> is left out.
/// </param>
public sealed record Chart(string Title, double Full, IReadOnlyList<ChartBar> Bars)
{
    /// <summary>How many bars every channel shows: the lines of them fit into a text of 3,000 characters.</summary>
    public const int MostBars = 20;

    // Signs rather than letters: the same width in any font, so that what stands behind them begins at one place.
    private const int Signs = 10;

    /// <summary>The bars that are drawn.</summary>
    public IEnumerable<ChartBar> Drawn => Bars.Where(bar => bar.Value is not null).Take(MostBars);

    /// <summary>The bars that are words alone.</summary>
    public IEnumerable<ChartBar> Undrawn => Bars.Where(bar => bar.Value is null).Take(MostBars - Drawn.Count());

    /// <summary>A bar as a line of text, for where no picture is drawn.</summary>
    public string Line(ChartBar bar)
    {
        ArgumentNullException.ThrowIfNull(bar);
        if (bar.Value is not { } value)
        {
            return bar.Words;
        }

        var filled = (int)Math.Round(Signs * Math.Clamp(value / Full, 0, 1), MidpointRounding.AwayFromZero);
        return $"{new string('▰', filled)}{new string('▱', Signs - filled)} {bar.Words}";
    }
}

/// <summary>A bar of a chart.</summary>
/// <param name="Label">What it is about.</param>
/// <param name="Value">Its value; null where there is nothing to draw.</param>
/// <param name="Shown">The value in words, with its unit, as it is read and read out; or why there is none.</param>
public sealed record ChartBar(string Label, double? Value, string Shown)
{
    private const int LongestLabel = 80;
    private const int LongestValue = 40;

    /// <summary>What the bar says, in one line.</summary>
    public string Words => $"{OneLine(Label, LongestLabel)} · {OneLine(Shown, LongestValue)}";

    private static string OneLine(string text, int limit) => LongText.Cut(text.ReplaceLineEndings(" ").Trim(), limit);
}
