using BotCoach.Chat;
using BotCoach.Coaching;

namespace BotCoach.Host;

/// <summary>The page of all groups: everybody together first, then each group in the latest week.</summary>
/// <param name="Language">The language that it is in.</param>
/// <param name="Groups">The groups of the workspace, oldest first.</param>
/// <param name="Figures">Their figures.</param>
/// <param name="Span">The weeks.</param>
internal sealed record OverviewPage(Language Language, IReadOnlyList<Group> Groups, IReadOnlyList<GroupWeek> Figures, WeekSpan Span)
{
    // What a lead asks first: do people keep at it, does it come home, and is it told early.
    private static readonly string[] _headlines = ["response", "alignment", "spoke-early", "goal-met"];

    private static readonly IReadOnlyList<Measure> _columns = Pick("active", "response", "alignment", "spoke-early", "prepared", "goal-met");

    private static readonly Measure _trend = Pick("response")[0];

    private readonly InsightsTexts _texts = InsightsTexts.In(Language);
    private readonly ILookup<string, GroupWeek> _ofGroup = Figures.ToLookup(week => week.Group, StringComparer.Ordinal);

    /// <summary>The last week of which there are figures; null when there are none.</summary>
    public IsoWeek? Latest => Figures.Count == 0 ? null : Figures.Max(week => week.Week);

    /// <summary>The table of groups.</summary>
    public FigureTable Table(IsoWeek week) => new(
        Language,
        _texts.GroupsInWeek(FigureWords.Week(Language, week)),
        [_texts.Group, _texts.PeopleWhoCount, .. _columns.Select(measure => measure.NameIn(Language))],
        [Row(InsightsTable.Everyone, _texts.Everyone, week), .. Groups.Select(group => Row(group.Id, group.Name, week))])
    {
        Trends = _texts.OverWeeks(_trend.NameIn(Language), Span.Count),
    };

    /// <summary>The page.</summary>
    public Html ToHtml() => Html.Of($"""
        <div class="heading"><div><h1>{_texts.WhatHelpsYourGroups}</h1><p class="lead">{Summary()}</p></div>{(Latest is null ? Html.None : Span.ToHtml(Language, InsightsPages.Path))}</div>
        {(Latest is { } week ? WithFigures(week) : WithoutFigures())}
        """);

    private Html WithFigures(IsoWeek week) => Html.Of($"""
        <section aria-labelledby="everyone"><h2 id="everyone">{_texts.EveryoneTogether}</h2>
        <ul class="tiles">{Pick(_headlines).Select(measure => Tile(measure, week))}</ul></section>
        <section aria-labelledby="groups"><h2 id="groups">{_texts.GroupByGroup}</h2>
        {(Groups.Count == 0 ? Html.Of($"<p>{_texts.HowToMakeOne}</p>") : Html.None)}
        {Table(week).ToHtml($"{InsightsPages.Path}/overview.csv?weeks={Span.Count}", "overview")}
        </section>
        """);

    private Html WithoutFigures() => Groups.Count == 0
        ? Html.Of($"""<div class="note"><h2>{_texts.NoGroupsYet}</h2><p>{_texts.HowToMakeTheFirst}</p></div>""")
        : Html.Of($"""<div class="note"><h2>{_texts.NoFiguresYet}</h2><p>{_texts.WhenFiguresCome}</p></div>""");

    private Html Tile(Measure measure, IsoWeek week) => Html.Of($"""
        <li><h3>{measure.NameIn(Language)}</h3><p class="figure">{FigureWords.Alone(Language, measure, FigureOf(InsightsTable.Everyone, measure, week))}</p>{Chart(measure, InsightsTable.Everyone).ToSmallHtml($"tile-{measure.Id}", _texts.OfEveryone)}</li>
        """);

    private FigureRow Row(string group, string name, IsoWeek week)
    {
        var figures = _ofGroup[group].FirstOrDefault(figures => figures.Week == week);
        return new FigureRow(name, [FigureCell.People(Language, figures), .. _columns.Select(measure => FigureCell.Of(Language, measure, figures))])
        {
            Link = $"{InsightsPages.GroupPath(group)}?weeks={Span.Count}",
            Trend = Chart(_trend, group).ToSmallHtml($"trend-{group}", name),
        };
    }

    private WeekChart Chart(Measure measure, string group)
    {
        var weeks = _ofGroup[group].ToDictionary(figures => figures.Week);
        return new WeekChart(Language, measure, [.. Span.Weeks.Select(week => (week, weeks.GetValueOrDefault(week)?.Figures.GetValueOrDefault(measure.Id)))]);
    }

    private Figure? FigureOf(string group, Measure measure, IsoWeek week) =>
        _ofGroup[group].FirstOrDefault(figures => figures.Week == week)?.Figures.GetValueOrDefault(measure.Id);

    private string Summary() => Latest is { } week
        ? _texts.LastCounted(FigureWords.Week(Language, week))
        : _texts.AboutFivePeople;

    private static List<Measure> Pick(params string[] ids) => [.. ids.Select(id => Measure.OfGroup.Single(measure => measure.Id == id))];
}
