using System.Reflection;
using BotCoach.Chat;
using BotCoach.Coaching;

namespace BotCoach.EndToEnd;

/// <summary>What the cards about groups and links are made of: the usual, the least, the most, and what is hostile.</summary>
internal static class GroupSamples
{
    private static readonly Group[] _groups =
    [
        new("g1", "Platform", "standard", CardSamples.Now),
        new("g2", CardSamples.Long(40), Plan: null, CardSamples.Now),
        new("g3", CardSamples.Hostile[..40], "light", CardSamples.Now),
    ];

    private static readonly GroupPause[] _pauses =
    [
        new("g1", new DateOnly(2026, 12, 21), new DateOnly(2027, 1, 4)),
        new("g1", new DateOnly(2027, 4, 2), new DateOnly(2027, 4, 6)),
    ];

    private static readonly IsoWeek _week = new(2026, 47);

    private static readonly IReadOnlyList<string> _lines = ["anna@example.com is nobody here", CardSamples.Long(80), CardSamples.Hostile];

    private static readonly PersonAddress[] _people = [new("slack", "T1", "U1"), new("slack", "T1", "U2")];

    /// <summary>The samples for a parameter; null when it is about something else.</summary>
    public static IReadOnlyList<object?>? For(ParameterInfo parameter) => parameter.ParameterType switch
    {
        var type when type == typeof(Group) => [.. _groups],
        var type when type == typeof(IReadOnlyList<Group>) => [_groups.Take(2).ToList(), new List<Group>(), Enumerable.Repeat(_groups, 5).SelectMany(each => each).ToList()],
        var type when type == typeof(IsoWeek) => [_week],
        var type when type == typeof(IReadOnlyList<GroupWeek>) => [Figures("g1", "g2"), new List<GroupWeek>(), Figures("g1", "g3")],
        var type when type == typeof(IReadOnlyList<GroupPause>) => [_pauses.Take(1).ToList(), new List<GroupPause>(), _pauses.ToList()],
        var type when type == typeof(IReadOnlyList<string>) => [_lines.Take(1).ToList(), new List<string>(), Enumerable.Repeat(_lines, 7).SelectMany(each => each).ToList()],
        var type when type == typeof(Enrolment) => [new Enrolment(_people, 1, _lines), new Enrolment([], 0, []), new Enrolment(_people, 612, _lines)],
        var type when type == typeof(Uri) => [new Uri($"https://coach.example.com/links/{CardSamples.Long(400).Replace(' ', 'x')}")],
        _ => null,
    };

    // Figures of everybody and of two groups, of which the second is small, for a week and the one before.
    private static List<GroupWeek> Figures(string large, string small) =>
    [
        .. new[] { _week, _week.Plus(-1) }.SelectMany(week => new GroupWeek[]
        {
            new(InsightsTable.Everyone, week, 40, new Dictionary<string, Figure>
            {
                ["response"] = Shown(0.62), ["alignment"] = Shown(3.6), ["spoke-early"] = Shown(0.88, FigureBound.AtLeast), ["goal-met"] = Too(),
            }),
            new(large, week, 30, new Dictionary<string, Figure> { ["response"] = Shown(0.71) }),
            new(small, week, 0, new Dictionary<string, Figure> { ["response"] = Too() }),
        }),
    ];

    private static Figure.Shown Shown(double value, FigureBound bound = FigureBound.About) => new(value, bound, 40);

    private static Figure.Withheld Too() => new(WithheldReason.TooFew);
}
