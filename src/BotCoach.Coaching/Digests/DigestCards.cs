using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>The weekly digest, and what a lead reads about it. All figures are those of the page behind <c>/coach insights</c>.</summary>
internal static class DigestCards
{
    public const string SetAction = "digest.set";
    public const string On = "on";
    public const string Off = "off";

    private const int MostGroups = 8;

    // In the order of the page's headlines. Short, for they stand beside their figures.
    private static readonly (Func<DigestTexts, string> Label, Measure Measure)[] _lines =
    [
        (texts => texts.AnsweredNudges, Of("response")),
        (texts => texts.Alignment, Of("alignment")),
        (texts => texts.SpokeEarly, Of("spoke-early")),
        (texts => texts.GoalsMet, Of("goal-met")),
    ];

    private static readonly Measure _compared = Of("response");

    /// <summary>The digest of a week.</summary>
    /// <param name="language">The language of the lead.</param>
    /// <param name="groups">The groups of the workspace.</param>
    /// <param name="figures">Their figures of that week and of the one before.</param>
    /// <param name="week">The week.</param>
    public static Card Of(Language language, IReadOnlyList<Group> groups, IReadOnlyList<GroupWeek> figures, IsoWeek week)
    {
        var texts = DigestTexts.In(language);
        var everyone = Find(figures, InsightsTable.Everyone, week);
        var card = new Card
        {
            Sign = CardSign.Notes,
            Title = texts.YourGroups(FigureWords.Week(language, week)),
            Text = texts.NoneIsExact,
            Choices = [new ChoiceRow(null, [new Choice(texts.OpenInsights, new CardAction(LinkCards.InsightsAction)) { IsPrimary = true }])],
            Context = texts.HowToEnd,
        };
        return everyone is { Enrolled: >= Publication.FewestPeople }
            ? card with { Facts = Facts(language, everyone, Find(figures, InsightsTable.Everyone, week.Plus(-1))), Chart = Compare(language, groups, figures, week) }
            : card with { Text = texts.TooFewCount };
    }

    /// <summary>Whether the digest comes, with a button that changes it.</summary>
    public static Card Settings(Language language, bool isWanted)
    {
        var texts = DigestTexts.In(language);
        return new Card
        {
            Title = texts.WeeklyDigest,
            Text = isWanted ? texts.ItComes : texts.ItDoesNotCome,
            Choices = [new ChoiceRow(null, [isWanted ? Set(texts.TurnItOff, Off) : Set(texts.TurnItOn, On)])],
        };
    }

    private static List<Fact> Facts(Language language, GroupWeek now, GroupWeek? before)
    {
        var texts = DigestTexts.In(language);
        return
        [
            new Fact(texts.PeopleWhoCount, FigureWords.People(language, now.Enrolled)),
            .. _lines.Select(line => new Fact(line.Label(texts), Change(language, line.Measure, FigureOf(now, line.Measure), FigureOf(before, line.Measure)))),
        ];
    }

    private static string Change(Language language, Measure measure, Figure? now, Figure? before) => now is Figure.Shown && before is Figure.Shown
        ? DigestTexts.In(language).NowAndBefore(Alone(language, measure, now), Alone(language, measure, before))
        : Alone(language, measure, now);

    private static Chart Compare(Language language, IReadOnlyList<Group> groups, IReadOnlyList<GroupWeek> figures, IsoWeek week)
    {
        var texts = DigestTexts.In(language);
        var bars = groups
            .Select(group => (group.Name, Figure: FigureOf(Find(figures, group.Id, week), _compared)))
            .OrderBy(group => group.Figure is not Figure.Shown)
            .Select(group => new ChartBar(group.Name, Percent(group.Figure), Alone(language, _compared, group.Figure)))
            .ToList();
        var measure = _compared.NameIn(language);
        return new Chart(
            bars.Count > MostGroups ? texts.SomeOfTheGroups(measure, MostGroups, bars.Count) : texts.GroupByGroup(measure),
            Full: 100,
            [.. bars.Take(MostGroups)]);
    }

    private static double? Percent(Figure? figure) =>
        figure is Figure.Shown shown ? Math.Round(100 * shown.Value, MidpointRounding.AwayFromZero) : null;

    private static string Alone(Language language, Measure measure, Figure? figure) => figure switch
    {
        Figure.Withheld { Why: WithheldReason.TooFew } => DigestTexts.In(language).TooFewToShow,
        Figure.Withheld { Why: WithheldReason.Nothing } => DigestTexts.In(language).NothingToShow,
        _ => FigureWords.Alone(language, measure, figure),
    };

    private static GroupWeek? Find(IReadOnlyList<GroupWeek> figures, string group, IsoWeek week) =>
        figures.FirstOrDefault(figure => figure.Group == group && figure.Week == week);

    private static Figure? FigureOf(GroupWeek? week, Measure measure) => week?.Figures.GetValueOrDefault(measure.Id);

    private static Measure Of(string id) => Measure.OfGroup.Single(measure => measure.Id == id);

    private static Choice Set(string label, string value) => new(label, new CardAction(SetAction, value));
}
