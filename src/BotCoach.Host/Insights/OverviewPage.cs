using BotCoach.Coaching;

namespace BotCoach.Host;

/// <summary>The page of all groups: everybody together first, then each group in the latest week.</summary>
/// <param name="Groups">The groups of the workspace, oldest first.</param>
/// <param name="Figures">Their figures.</param>
/// <param name="Span">The weeks.</param>
internal sealed record OverviewPage(IReadOnlyList<Group> Groups, IReadOnlyList<GroupWeek> Figures, WeekSpan Span)
{
    // What a lead asks first: do people keep at it, does it come home, and is it told early.
    private static readonly string[] _headlines = ["response", "alignment", "spoke-early", "goal-met"];

    private static readonly IReadOnlyList<Measure> _columns = Pick("active", "response", "alignment", "spoke-early", "prepared", "goal-met");

    private static readonly Measure _trend = Pick("response")[0];

    private readonly ILookup<string, GroupWeek> _ofGroup = Figures.ToLookup(week => week.Group, StringComparer.Ordinal);

    /// <summary>The last week of which there are figures; null when there are none.</summary>
    public IsoWeek? Latest => Figures.Count == 0 ? null : Figures.Max(week => week.Week);

    /// <summary>The table of groups.</summary>
    public FigureTable Table(IsoWeek week) => new(
        $"Groups in the week of {FigureWords.Week(week)}",
        ["Group", "People who count", .. _columns.Select(measure => measure.Name)],
        [Row(InsightsTable.Everyone, "Everyone", week), .. Groups.Select(group => Row(group.Id, group.Name, week))])
    {
        Trends = $"{_trend.Name}, {Span.Count} weeks",
    };

    /// <summary>The page.</summary>
    public Html ToHtml() => Html.Of($"""
        <div class="heading"><div><h1>What helps your groups</h1><p class="lead">{Summary()}</p></div>{(Latest is null ? Html.None : Span.ToHtml(InsightsPages.Path))}</div>
        {(Latest is { } week ? WithFigures(week) : WithoutFigures())}
        """);

    private Html WithFigures(IsoWeek week) => Html.Of($"""
        <section aria-labelledby="everyone"><h2 id="everyone">Everyone together</h2>
        <ul class="tiles">{Pick(_headlines).Select(measure => Tile(measure, week))}</ul></section>
        <section aria-labelledby="groups"><h2 id="groups">Group by group</h2>
        {(Groups.Count == 0 ? Html.Of($"<p>There are no groups yet. Write /coach group new Platform in the chat to make one.</p>") : Html.None)}
        {Table(week).ToHtml($"{InsightsPages.Path}/overview.csv?weeks={Span.Count}", "overview")}
        </section>
        """);

    private Html WithoutFigures() => Groups.Count == 0
        ? Html.Of($"""<div class="note"><h2>No groups yet</h2><p>A group is people whom you invite together. Write /coach group new Platform in the chat to make the first one.</p></div>""")
        : Html.Of($"""<div class="note"><h2>No figures yet</h2><p>A week is counted when it is over everywhere, and people count from the week after they said yes. The first figures come once five people have been in for a whole week.</p></div>""");

    private Html Tile(Measure measure, IsoWeek week) => Html.Of($"""
        <li><h3>{measure.Name}</h3><p class="figure">{FigureWords.Alone(measure, FigureOf(InsightsTable.Everyone, measure, week))}</p>{Chart(measure, InsightsTable.Everyone).ToSmallHtml($"tile-{measure.Id}", "everyone")}</li>
        """);

    private FigureRow Row(string group, string name, IsoWeek week)
    {
        var figures = _ofGroup[group].FirstOrDefault(figures => figures.Week == week);
        return new FigureRow(name, [FigureCell.People(figures), .. _columns.Select(measure => FigureCell.Of(measure, figures))])
        {
            Link = $"{InsightsPages.GroupPath(group)}?weeks={Span.Count}",
            Trend = Chart(_trend, group).ToSmallHtml($"trend-{group}", name),
        };
    }

    private WeekChart Chart(Measure measure, string group)
    {
        var weeks = _ofGroup[group].ToDictionary(figures => figures.Week);
        return new WeekChart(measure, [.. Span.Weeks.Select(week => (week, weeks.GetValueOrDefault(week)?.Figures.GetValueOrDefault(measure.Id)))]);
    }

    private Figure? FigureOf(string group, Measure measure, IsoWeek week) =>
        _ofGroup[group].FirstOrDefault(figures => figures.Week == week)?.Figures.GetValueOrDefault(measure.Id);

    private string Summary() => Latest is { } week
        ? $"Week of {FigureWords.Week(week)}, the last one that was counted. Figures are about five people or more; each is near the truth and none is exact."
        : "Figures are about five people or more, week by week.";

    private static List<Measure> Pick(params string[] ids) => [.. ids.Select(id => Measure.OfGroup.Single(measure => measure.Id == id))];
}
