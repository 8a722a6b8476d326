using System.Globalization;
using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>How a measure sums up what it counts.</summary>
public enum MeasureKind
{
    /// <summary>How many.</summary>
    Count,

    /// <summary>Which part of all, from 0 to 1.</summary>
    Share,

    /// <summary>The average of a scale or of a count.</summary>
    Mean,
}

/// <summary>One thing that a programme lead can read about a group and a week.</summary>
public sealed record Measure
{
    // A count of five or more is one answer like the others: one person's forty cleared blocks must not shine through a mean.
    private const int HighestCounted = 5;

    private readonly Func<Language, string> _name;
    private readonly Func<Pulse, int?> _bin;

    private Measure(string id, Func<Language, string> name, MeasureKind kind, int lowest, int bins, Func<Pulse, int?> bin)
    {
        (Id, Kind, Lowest, Bins) = (id, kind, lowest, bins);
        (_name, _bin) = (name, bin);
    }

    /// <summary>The name under which it is kept: small letters and hyphens.</summary>
    public string Id { get; }

    /// <summary>How it sums up.</summary>
    public MeasureKind Kind { get; }

    /// <summary>The value that the first bin stands for; of use to a <see cref="MeasureKind.Mean"/> alone.</summary>
    public int Lowest { get; }

    /// <summary>How many bins an answer can fall into. Of a share's two, the first is the part that is told.</summary>
    public int Bins { get; }

    /// <summary>The measures of a group as a whole, in the order in which they are shown.</summary>
    public static IReadOnlyList<Measure> OfGroup { get; } =
    [
        Share("active", Named(texts => texts.HavePlanRunning), pulse => (pulse as Pulse.Member)?.IsActive),
        Count("delivered", texts => texts.NudgesDelivered, pulse => pulse is Pulse.Nudge),
        Count("answered", texts => texts.NudgesAnswered, pulse => pulse is Pulse.Nudge { IsAnswered: true }),
        Share("response", Named(texts => texts.OfNudgesAnswered), pulse => (pulse as Pulse.Nudge)?.IsAnswered),
        Mean("alignment", texts => texts.AlignmentWithManager, lowest: 1, highest: CheckIn.HighestOfScale, pulse => Number(pulse, "align-with-manager")),
        Mean("cleared", texts => texts.BlocksCleared, lowest: 0, highest: HighestCounted, pulse => Number(pulse, "unblock-team")),
        Share("spoke-early", Named(texts => texts.SpokeEarly), SpokeEarly),
        Count("prepared", texts => texts.MeetingsPrepared, pulse => pulse is Pulse.Meeting),
        Share("followed-up", Named(texts => texts.OfMeetingsFollowedUp), pulse => (pulse as Pulse.Meeting)?.IsFollowedUp),
        Share("goal-met", Named(texts => texts.GoalsMet), pulse => pulse is Pulse.Meeting { Goal: { } goal } ? goal == GoalResult.Met : null),
    ];

    /// <summary>How useful the nudges of a practice were found. Its name is the practice's title, in the language of the practice.</summary>
    public static Measure Usefulness(Practice practice)
    {
        ArgumentNullException.ThrowIfNull(practice);
        return Share($"useful-{practice.Id}", _ => practice.Title, pulse => pulse is Pulse.Nudge nudge && nudge.Practice == practice.Id ? nudge.IsUseful : null);
    }

    /// <summary>All measures: those of the group, then one for each practice.</summary>
    public static IReadOnlyList<Measure> All(PracticeCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        return [.. OfGroup, .. catalogue.Practices.Select(Usefulness)];
    }

    /// <summary>What people read.</summary>
    public string NameIn(Language language) => _name(language);

    /// <summary>The bin that a pulse falls into, counted from 0; null when the measure does not count it.</summary>
    public int? BinOf(Pulse pulse) => _bin(pulse);

    private static Measure Count(string id, Func<FigureTexts, string> name, Func<Pulse, bool> counts) =>
        new(id, Named(name), MeasureKind.Count, 0, 1, pulse => counts(pulse) ? 0 : null);

    private static Measure Share(string id, Func<Language, string> name, Func<Pulse, bool?> tells) =>
        new(id, name, MeasureKind.Share, 0, 2, pulse => tells(pulse) is { } told ? (told ? 0 : 1) : null);

    private static Measure Mean(string id, Func<FigureTexts, string> name, int lowest, int highest, Func<Pulse, int?> value) =>
        new(id, Named(name), MeasureKind.Mean, lowest, highest - lowest + 1, pulse => value(pulse) is { } number ? Math.Clamp(number, lowest, highest) - lowest : null);

    private static Func<Language, string> Named(Func<FigureTexts, string> name) => language => name(FigureTexts.In(language));

    private static int? Number(Pulse pulse, string practice) =>
        pulse is Pulse.Nudge nudge && nudge.Practice == practice
        && int.TryParse(nudge.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static bool? SpokeEarly(Pulse pulse) => pulse switch
    {
        Pulse.Meeting { Spoke: { } spoke } => spoke == Spoke.Early,
        Pulse.Nudge { Practice: "speak-early", Value: { } value } => value == "early",
        _ => null,
    };
}
