using BotCoach.Chat;
using BotCoach.Testing;

namespace BotCoach.Coaching.Tests;

/// <summary>What the digest says: what the page says, in short.</summary>
public sealed class DigestCardTests
{
    private static readonly IsoWeek _week = new(2026, 47);
    private static readonly DateTimeOffset _now = CoachDesk.MondayMorning;

    [Fact]
    public void Five_lines_tell_of_everybody_and_of_the_week_before()
    {
        var card = DigestCards.Of(
            Language.English,
            [Group("g1", "Platform")],
            [
                Week(InsightsTable.Everyone, _week, ("response", About(0.62)), ("alignment", About(3.6)), ("spoke-early", AtMost(0.125)), ("goal-met", TooFew)),
                Week(InsightsTable.Everyone, _week.Plus(-1), ("response", About(0.58)), ("alignment", TooFew), ("spoke-early", AtLeast(0.88)), ("goal-met", About(0.5))),
            ],
            _week);

        Assert.Equal("Your groups, 16\u201322 Nov 2026", card.Title);
        Assert.Equal(
            [
                new Fact("People who count", "40 or more"),
                new Fact("Answered nudges", "about 62% (before: about 58%)"),
                new Fact("Alignment, 1 to 5", "about 3.6"),
                new Fact("Spoke early", "at most 13% (before: at least 88%)"),
                new Fact("Small goals met", "too few to show"),
            ],
            card.Facts);
    }

    [Fact]
    public void A_chart_compares_groups_and_says_where_there_is_too_little_to_show()
    {
        var card = DigestCards.Of(
            Language.English,
            [Group("g1", "Design"), Group("g2", "Platform"), Group("g3", "Payments"), Group("g4", "New")],
            [
                Week(InsightsTable.Everyone, _week),
                Week("g1", _week, ("response", TooFew)),
                Week("g2", _week, ("response", About(0.714))),
                Week("g3", _week, ("response", new Figure.Withheld(WithheldReason.TooClose))),
                Week("g2", _week.Plus(-1), ("response", About(0.1))),
            ],
            _week);

        Assert.Equal("Of the nudges, answered, group by group", card.Chart!.Title);
        Assert.Equal(
            [
                new ChartBar("Platform", 71, "about 71%"),
                new ChartBar("Design", null, "too few to show"),
                new ChartBar("Payments", null, "held back"),
                new ChartBar("New", null, "no figures"),
            ],
            card.Chart.Bars);
    }

    [Fact]
    public void Of_many_groups_those_with_figures_come_first_and_the_title_says_that_there_are_more()
    {
        var groups = Enumerable.Range(1, 12).Select(number => Group($"g{number}", $"Group {number}")).ToList();
        var card = DigestCards.Of(Language.English, groups, [Week(InsightsTable.Everyone, _week), Week("g12", _week, ("response", About(0.5)))], _week);

        Assert.Equal("Of the nudges, answered: 8 of 12 groups", card.Chart!.Title);
        Assert.Equal(8, card.Chart.Bars.Count);
        Assert.Equal("Group 12", card.Chart.Bars[0].Label);
    }

    [Fact]
    public void While_fewer_than_five_count_it_says_no_more_than_that()
    {
        var card = DigestCards.Of(Language.English, [Group("g1", "Platform")], [Week(InsightsTable.Everyone, _week) with { Enrolled = 0 }], _week);

        Assert.Empty(card.Facts);
        Assert.Null(card.Chart);
        Assert.StartsWith("Fewer than five people count so far, which is too few to show anything.", card.Text, StringComparison.Ordinal);
    }

    private static Figure.Withheld TooFew => new(WithheldReason.TooFew);

    private static Group Group(string id, string name) => new(id, name, Plan: null, _now);

    private static GroupWeek Week(string group, IsoWeek week, params (string Measure, Figure Figure)[] figures) =>
        new(group, week, 40, figures.ToDictionary(figure => figure.Measure, figure => figure.Figure));

    private static Figure.Shown About(double value) => new(value, FigureBound.About, 40);

    private static Figure.Shown AtMost(double value) => new(value, FigureBound.AtMost, 40);

    private static Figure.Shown AtLeast(double value) => new(value, FigureBound.AtLeast, 40);
}
