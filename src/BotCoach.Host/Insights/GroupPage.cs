using BotCoach.Chat;
using BotCoach.Coaching;

namespace BotCoach.Host;

/// <summary>The page of one group: charts, the same figures week by week, and how useful each practice was found.</summary>
/// <param name="Language">The language that it is in.</param>
/// <param name="Id">The group's id, or <see cref="InsightsTable.Everyone"/>.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Figures">Its figures, oldest week first.</param>
/// <param name="Span">The weeks.</param>
/// <param name="Catalogue">The practices, in that language.</param>
internal sealed record GroupPage(Language Language, string Id, string Name, IReadOnlyList<GroupWeek> Figures, WeekSpan Span, PracticeCatalogue Catalogue)
{
    private static readonly string[] _charts = ["response", "alignment", "spoke-early", "goal-met", "prepared", "active"];

    private readonly InsightsTexts _texts = InsightsTexts.In(Language);
    private readonly Dictionary<IsoWeek, GroupWeek> _weeks = Figures.ToDictionary(figures => figures.Week);

    /// <summary>The measures of each week, the latest first.</summary>
    public FigureTable Weeks => new(
        Language,
        _texts.GroupByWeeks(Name),
        [_texts.Week, _texts.PeopleWhoCount, .. Measure.OfGroup.Select(measure => measure.NameIn(Language))],
        [.. Span.Weeks.Reverse().Select(week => new FigureRow(
            FigureWords.Week(Language, week),
            [FigureCell.People(Language, WeekOf(week)), .. Measure.OfGroup.Select(measure => FigureCell.Of(Language, measure, WeekOf(week)))]))]);

    /// <summary>
    /// How useful each practice was found, the latest week first; a practice without any figure is left out, for a small group
    /// has few.
    /// </summary>
    public FigureTable Practices => new(
        Language,
        _texts.FoundUseful(Name),
        [_texts.Practice, .. Span.Weeks.Reverse().Select(week => FigureWords.Week(Language, week))],
        [.. Catalogue.Practices.Select(Measure.Usefulness).Select(practice => new FigureRow(
            practice.NameIn(Language),
            [.. Span.Weeks.Reverse().Select(week => FigureCell.Of(Language, practice, WeekOf(week)))])).Where(row => row.Cells.Any(cell => cell.IsFigure))]);

    /// <summary>The page.</summary>
    public Html ToHtml() => Html.Of($"""
        <nav class="back" aria-label="{_texts.Back}"><a href="{InsightsPages.Path}?weeks={Span.Count}">{_texts.AllGroups}</a></nav>
        <div class="heading"><div><h1>{Name}</h1><p class="lead">{(Figures.Count == 0 ? _texts.AboutFivePeople : _texts.NoneIsExact)}</p></div>{Span.ToHtml(Language, InsightsPages.GroupPath(Id))}</div>
        {(Figures.Count == 0 ? WithoutFigures() : WithFigures())}
        """);

    private Html WithFigures() => Html.Of($"""
        <section aria-labelledby="charts"><h2 id="charts">{_texts.AtAGlance}</h2>
        <ul class="charts">{_charts.Select(id => Chart(Measure.OfGroup.Single(measure => measure.Id == id)))}</ul>
        <p class="key">{_texts.WhatMarksMean}</p></section>
        <section aria-labelledby="weeks-title"><h2 id="weeks-title">{_texts.WeekByWeek}</h2>
        {Weeks.ToHtml($"{InsightsPages.GroupPath(Id)}/weeks.csv?weeks={Span.Count}", "weeks")}</section>
        <section aria-labelledby="practices-title"><h2 id="practices-title">{_texts.UsefulNudges}</h2>
        {(Latest() is { Count: > 0 } latest ? WithPractices(latest) : Html.Of($"<p>{_texts.HowAPracticeGetsAFigure}</p>"))}</section>
        """);

    private Html WithPractices(List<(Measure Practice, IsoWeek Week, Figure.Shown Figure)> latest) => Html.Of($"""
        <p>{_texts.LastOfEachPractice} {(latest.Count < Catalogue.Practices.Count ? _texts.HowAPracticeGetsAFigure : "")}</p>
        {PracticeBars.Of(Language, latest)}
        {Practices.ToHtml($"{InsightsPages.GroupPath(Id)}/practices.csv?weeks={Span.Count}", "practices")}
        """);

    private Html WithoutFigures() => Html.Of($"""
        <div class="note"><h2>{_texts.NoFiguresInTheseWeeks}</h2><p>{_texts.WhenFiguresCome}</p></div>
        """);

    private Html Chart(Measure measure)
    {
        var chart = new WeekChart(Language, measure, [.. Span.Weeks.Select(week => (week, WeekOf(week)?.Figures.GetValueOrDefault(measure.Id)))]);
        return Html.Of($"""<li><h3>{measure.NameIn(Language)}</h3>{chart.ToHtml($"chart-{measure.Id}")}<p>{chart.Description}</p></li>""");
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
