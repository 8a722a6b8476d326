using System.Globalization;
using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>The weekly digest, and what a lead reads about it. All figures are those of the page behind <c>/coach insights</c>.</summary>
internal static class DigestCards
{
    public const string SetAction = "digest.set";
    public const string On = "on";
    public const string Off = "off";

    private const int MostGroups = 8;
    private const string HowToEnd = "Fridays at 09:00. /coach digest off ends it.";

    // In the order of the page's headlines. Short, for they stand beside their figures.
    private static readonly (string Label, Measure Measure)[] _lines =
    [
        ("Answered nudges", Of("response")),
        ("Alignment, 1 to 5", Of("alignment")),
        ("Spoke early", Of("spoke-early")),
        ("Small goals met", Of("goal-met")),
    ];

    private static readonly Measure _compared = Of("response");

    /// <summary>The digest of a week.</summary>
    /// <param name="groups">The groups of the workspace.</param>
    /// <param name="figures">Their figures of that week and of the one before.</param>
    /// <param name="week">The week.</param>
    public static Card Of(IReadOnlyList<Group> groups, IReadOnlyList<GroupWeek> figures, IsoWeek week)
    {
        var everyone = Find(figures, InsightsTable.Everyone, week);
        var card = new Card
        {
            Sign = CardSign.Notes,
            Title = $"Your groups, {FigureWords.Week(week)}",
            Text = "Figures are about five people or more; each is near the truth and none is exact.",
            Choices = [new ChoiceRow(null, [new Choice("Open insights", new CardAction(LinkCards.InsightsAction)) { IsPrimary = true }])],
            Context = HowToEnd,
        };
        return everyone is { Enrolled: >= Publication.FewestPeople }
            ? card with { Facts = Facts(everyone, Find(figures, InsightsTable.Everyone, week.Plus(-1))), Chart = Compare(groups, figures, week) }
            : card with { Text = "Fewer than five people count so far, which is too few to show anything. People count from the week after they said yes." };
    }

    /// <summary>Whether the digest comes, with a button that changes it.</summary>
    public static Card Settings(bool isWanted) => new()
    {
        Title = "The weekly digest",
        Text = isWanted
            ? "On Fridays at 09:00 I send you the figures of the week before, in five lines and a chart."
            : "It does not come. /coach insights shows the figures whenever you like.",
        Choices = [new ChoiceRow(null, [isWanted ? Set("Turn it off", Off) : Set("Turn it on", On)])],
    };

    private static List<Fact> Facts(GroupWeek now, GroupWeek? before) =>
    [
        new Fact("People who count", FigureWords.People(now.Enrolled)),
        .. _lines.Select(line => new Fact(line.Label, Change(line.Measure, FigureOf(now, line.Measure), FigureOf(before, line.Measure)))),
    ];

    private static string Change(Measure measure, Figure? now, Figure? before) => now is Figure.Shown && before is Figure.Shown
        ? $"{Alone(measure, now)} (before: {Alone(measure, before)})"
        : Alone(measure, now);

    private static Chart Compare(IReadOnlyList<Group> groups, IReadOnlyList<GroupWeek> figures, IsoWeek week)
    {
        var bars = groups
            .Select(group => (group.Name, Figure: FigureOf(Find(figures, group.Id, week), _compared)))
            .OrderBy(group => group.Figure is not Figure.Shown)
            .Select(group => new ChartBar(group.Name, Percent(group.Figure), Alone(_compared, group.Figure)))
            .ToList();
        var title = bars.Count > MostGroups
            ? string.Create(CultureInfo.InvariantCulture, $"{_compared.Name}: {MostGroups} of {bars.Count} groups")
            : $"{_compared.Name}, group by group";
        return new Chart(title, Full: 100, [.. bars.Take(MostGroups)]);
    }

    private static double? Percent(Figure? figure) =>
        figure is Figure.Shown shown ? Math.Round(100 * shown.Value, MidpointRounding.AwayFromZero) : null;

    private static string Alone(Measure measure, Figure? figure) => figure is Figure.Withheld { Why: WithheldReason.TooFew or WithheldReason.Nothing }
        ? $"{FigureWords.Alone(measure, figure)} to show"
        : FigureWords.Alone(measure, figure);

    private static GroupWeek? Find(IReadOnlyList<GroupWeek> figures, string group, IsoWeek week) =>
        figures.FirstOrDefault(figure => figure.Group == group && figure.Week == week);

    private static Figure? FigureOf(GroupWeek? week, Measure measure) => week?.Figures.GetValueOrDefault(measure.Id);

    private static Measure Of(string id) => Measure.OfGroup.Single(measure => measure.Id == id);

    private static Choice Set(string label, string value) => new(label, new CardAction(SetAction, value));
}
