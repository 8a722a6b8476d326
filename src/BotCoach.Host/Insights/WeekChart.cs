using System.Globalization;
using BotCoach.Chat;
using BotCoach.Coaching;

namespace BotCoach.Host;

/// <summary>One measure of one group over some weeks, drawn as a line. Shapes tell bounds apart, so colour says nothing alone.</summary>
internal sealed class WeekChart
{
    private static readonly int[] _roundings = [1, 2, 5, 10];

    private readonly Language _language;
    private readonly Measure _measure;
    private readonly IReadOnlyList<(IsoWeek Week, Figure? Figure)> _weeks;
    private readonly double _lowest;
    private readonly double _highest;

    /// <param name="language">The language that its words are in.</param>
    /// <param name="measure">The measure.</param>
    /// <param name="weeks">Its figures, oldest first; null for a week without.</param>
    public WeekChart(Language language, Measure measure, IReadOnlyList<(IsoWeek Week, Figure? Figure)> weeks)
    {
        (_language, _measure, _weeks) = (language, measure, weeks);
        (_lowest, _highest) = measure.Kind switch
        {
            // Always the whole scale: a change of two points is not to look like a leap.
            MeasureKind.Share => (0, 1),
            MeasureKind.Mean => (measure.Lowest, measure.Lowest + measure.Bins - 1),
            _ => (0, RoundUp(weeks.Select(week => (week.Figure as Figure.Shown)?.Value ?? 0).DefaultIfEmpty().Max())),
        };
    }

    /// <summary>What the chart says, in a sentence or two.</summary>
    public string Description
    {
        get
        {
            var texts = InsightsTexts.In(_language);
            var shown = _weeks.Where(week => week.Figure is Figure.Shown).ToList();
            if (shown.Count == 0)
            {
                return texts.NoFigureInWeeks(_weeks.Count);
            }

            var (low, high) = (shown.MinBy(Value), shown.MaxBy(Value));
            return texts.WhatTheLineSays(
                FigureWords.ShortWeek(_language, shown[^1].Week),
                FigureWords.Alone(_language, _measure, shown[^1].Figure),
                _weeks.Count,
                FigureWords.Of(_language, _measure, low.Figure),
                FigureWords.Of(_language, _measure, high.Figure),
                _weeks.Count - shown.Count);
        }
    }

    /// <summary>The chart with its scale, for a place of its own.</summary>
    /// <param name="id">Names it on its page.</param>
    public Html ToHtml(string id)
    {
        const double Left = 38, Top = 10, Right = 330, Bottom = 110;
        var middle = (_lowest + _highest) / 2;
        return Html.Of($"""
            <svg class="chart" viewBox="0 0 340 134" role="img" aria-labelledby="{id}-t {id}-d">
            <title id="{id}-t">{_measure.NameIn(_language)}</title><desc id="{id}-d">{Description}</desc>
            {new[] { _lowest, middle, _highest }.Select(Line)}
            <text class="scale" x="{Left}" y="129">{FigureWords.ShortWeek(_language, _weeks[0].Week)}</text>
            <text class="scale end" x="{Right}" y="129">{FigureWords.ShortWeek(_language, _weeks[^1].Week)}</text>
            {Drawing(Left + 6, Top, Right - 6, Bottom, mark: 3.5)}
            </svg>
            """);

        Html Line(double value) => Html.Of($"""
            <line class="grid" x1="{Left}" x2="{Right}" y1="{At(value)}" y2="{At(value)}"/><text class="scale end" x="{Left - 6}" y="{At(value) + 4}">{ScaleOf(value)}</text>
            """);

        double At(double value) => Height(value, Top, Bottom);
    }

    /// <summary>The chart as a small line without a scale, for a row of a table.</summary>
    /// <param name="id">Names it on its page.</param>
    /// <param name="whose">What the line is about.</param>
    public Html ToSmallHtml(string id, string whose) => Html.Of($"""
        <svg class="small" viewBox="0 0 120 28" role="img" aria-labelledby="{id}-t {id}-d"><title id="{id}-t">{_measure.NameIn(_language)}: {whose}</title><desc id="{id}-d">{Description}</desc><line class="grid" x1="2" x2="118" y1="26" y2="26"/>{Drawing(4, 4, 114, 26, mark: 2)}</svg>
        """);

    private Html Drawing(double left, double top, double right, double bottom, double mark)
    {
        var step = _weeks.Count > 1 ? (right - left) / (_weeks.Count - 1) : 0;
        List<List<(double X, double Y)>> lines = [[]];
        List<Html> marks = [];
        foreach (var (place, (_, figure)) in _weeks.Index())
        {
            var x = left + (place * step);
            if (figure is not Figure.Shown shown)
            {
                // A gap says that nothing is known; a line across it would say that something is.
                lines.Add([]);
                marks.Add(Html.Of($"""<line class="gap" x1="{x}" x2="{x}" y1="{bottom - mark}" y2="{bottom + mark}"/>"""));
                continue;
            }

            var y = Height(shown.Value, top, bottom);
            lines[^1].Add((x, y));
            marks.Add(Mark(shown.Bound, x, y, place == _weeks.Count - 1 ? mark * 1.3 : mark));
        }

        return Html.Of($"{lines.Where(line => line.Count > 1).Select(line => Html.Of($"""<polyline class="line" points="{string.Join(' ', line.Select(Point))}"/>"""))}{marks}");
    }

    private static Html Mark(FigureBound bound, double x, double y, double size) => bound switch
    {
        FigureBound.AtMost => Html.Of($"""<path class="mark" d="M{x - size} {y - size}h{2 * size}l{-size} {2 * size}z"/>"""),
        FigureBound.AtLeast => Html.Of($"""<path class="mark" d="M{x - size} {y + size}h{2 * size}l{-size} {-2 * size}z"/>"""),
        _ => Html.Of($"""<circle class="mark" cx="{x}" cy="{y}" r="{size}"/>"""),
    };

    private static string Point((double X, double Y) point) => string.Create(CultureInfo.InvariantCulture, $"{point.X:0.##},{point.Y:0.##}");

    private static double Value((IsoWeek Week, Figure? Figure) week) => ((Figure.Shown)week.Figure!).Value;

    private string ScaleOf(double value) => _measure.Kind is MeasureKind.Mean
        ? value.ToString("0.#", _language.Culture)
        : FigureWords.Number(_language, _measure, value);

    private double Height(double value, double top, double bottom) =>
        bottom - ((Math.Clamp(value, _lowest, _highest) - _lowest) / (_highest - _lowest) * (bottom - top));

    // 1, 2 or 5 times a power of ten, and 10 at least, so that the middle is a whole number as well.
    private static double RoundUp(double value)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(value, 10))));
        return _roundings.Select(times => times * power).First(round => round >= value);
    }
}
