using BotCoach.Coaching;

namespace BotCoach.Host;

/// <summary>The page of one group: charts, the same figures week by week, and how useful each practice was found.</summary>
/// <param name="Id">The group's id, or <see cref="InsightsTable.Everyone"/>.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Figures">Its figures, oldest week first.</param>
/// <param name="Span">The weeks.</param>
/// <param name="Catalogue">The practices.</param>
internal sealed record GroupPage(string Id, string Name, IReadOnlyList<GroupWeek> Figures, WeekSpan Span, PracticeCatalogue Catalogue)
{
    private const string HowAPracticeGetsAFigure = "A practice has a figure when ten people or more said in one week whether its nudge was useful.";

    private static readonly string[] _charts = ["response", "alignment", "spoke-early", "goal-met", "prepared", "active"];

    private readonly Dictionary<IsoWeek, GroupWeek> _weeks = Figures.ToDictionary(figures => figures.Week);

    /// <summary>The measures of each week, the latest first.</summary>
    public FigureTable Weeks => new(
        $"{Name}, week by week",
        ["Week", "People who count", .. Measure.OfGroup.Select(measure => measure.Name)],
        [.. Span.Weeks.Reverse().Select(week => new FigureRow(
            FigureWords.Week(week),
            [FigureCell.People(WeekOf(week)), .. Measure.OfGroup.Select(measure => FigureCell.Of(measure, WeekOf(week)))]))]);

    /// <summary>
    /// How useful each practice was found, the latest week first; a practice without any figure is left out, for a small group
    /// has few.
    /// </summary>
    public FigureTable Practices => new(
        $"{Name}: found the nudge useful, of those who said",
        ["Practice", .. Span.Weeks.Reverse().Select(FigureWords.Week)],
        [.. Catalogue.Practices.Select(Measure.Usefulness).Select(practice => new FigureRow(
            practice.Name,
            [.. Span.Weeks.Reverse().Select(week => FigureCell.Of(practice, WeekOf(week)))])).Where(row => row.Cells.Any(cell => cell.IsFigure))]);

    /// <summary>The page.</summary>
    public Html ToHtml() => Html.Of($"""
        <nav class="back" aria-label="Back"><a href="{InsightsPages.Path}?weeks={Span.Count}">All groups</a></nav>
        <div class="heading"><div><h1>{Name}</h1><p class="lead">{(Figures.Count == 0 ? "Figures are about five people or more, week by week." : "Figures are about five people or more; each is near the truth and none is exact.")}</p></div>{Span.ToHtml(InsightsPages.GroupPath(Id))}</div>
        {(Figures.Count == 0 ? WithoutFigures() : WithFigures())}
        """);

    private Html WithFigures() => Html.Of($"""
        <section aria-labelledby="charts"><h2 id="charts">At a glance</h2>
        <ul class="charts">{_charts.Select(id => Chart(Measure.OfGroup.Single(measure => measure.Id == id)))}</ul>
        <p class="key">A circle is about that much, <span class="nowrap">▼ at most,</span> <span class="nowrap">▲ at least.</span> A small stroke at the bottom is a week without a figure.</p></section>
        <section aria-labelledby="weeks-title"><h2 id="weeks-title">Week by week</h2>
        {Weeks.ToHtml($"{InsightsPages.GroupPath(Id)}/weeks.csv?weeks={Span.Count}", "weeks")}</section>
        <section aria-labelledby="practices-title"><h2 id="practices-title">Which nudges were useful</h2>
        {(Latest() is { Count: > 0 } latest ? WithPractices(latest) : Html.Of($"<p>{HowAPracticeGetsAFigure}</p>"))}</section>
        """);

    private Html WithPractices(List<(Measure Practice, IsoWeek Week, Figure.Shown Figure)> latest) => Html.Of($"""
        <p>The last figure of each practice that has one, of those who tapped useful or not now. {(latest.Count < Catalogue.Practices.Count ? HowAPracticeGetsAFigure : "")}</p>
        {PracticeBars.Of(latest)}
        {Practices.ToHtml($"{InsightsPages.GroupPath(Id)}/practices.csv?weeks={Span.Count}", "practices")}
        """);

    private static Html WithoutFigures() => Html.Of($"""
        <div class="note"><h2>No figures in these weeks</h2><p>A week is counted when it is over everywhere, and people count from the week after they said yes. The first figures come once five people have been in for a whole week.</p></div>
        """);

    private Html Chart(Measure measure)
    {
        var chart = new WeekChart(measure, [.. Span.Weeks.Select(week => (week, WeekOf(week)?.Figures.GetValueOrDefault(measure.Id)))]);
        return Html.Of($"""<li><h3>{measure.Name}</h3>{chart.ToHtml($"chart-{measure.Id}")}<p>{chart.Description}</p></li>""");
    }

    private List<(Measure Practice, IsoWeek Week, Figure.Shown Figure)> Latest() =>
    [
        .. from practice in Catalogue.Practices.Select(Measure.Usefulness)
           let last = Figures.LastOrDefault(figures => figures.Figures.GetValueOrDefault(practice.Id) is Figure.Shown)
           where last is not null
           select (practice, last.Week, (Figure.Shown)last.Figures[practice.Id]),
    ];

    private GroupWeek? WeekOf(IsoWeek week) => _weeks.GetValueOrDefault(week);
}
