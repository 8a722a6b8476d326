using System.Globalization;

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

    private readonly Func<Pulse, int?> _bin;

    private Measure(string id, string name, MeasureKind kind, int lowest, int bins, Func<Pulse, int?> bin)
    {
        (Id, Name, Kind, Lowest, Bins) = (id, name, kind, lowest, bins);
        _bin = bin;
    }

    /// <summary>The name under which it is kept: small letters and hyphens.</summary>
    public string Id { get; }

    /// <summary>What people read.</summary>
    public string Name { get; }

    /// <summary>How it sums up.</summary>
    public MeasureKind Kind { get; }

    /// <summary>The value that the first bin stands for; of use to a <see cref="MeasureKind.Mean"/> alone.</summary>
    public int Lowest { get; }

    /// <summary>How many bins an answer can fall into. Of a share's two, the first is the part that is told.</summary>
    public int Bins { get; }

    /// <summary>The measures of a group as a whole, in the order in which they are shown.</summary>
    public static IReadOnlyList<Measure> OfGroup { get; } =
    [
        Share("active", "Have a plan running", pulse => (pulse as Pulse.Member)?.IsActive),
        Count("delivered", "Nudges delivered", pulse => pulse is Pulse.Nudge),
        Count("answered", "Nudges answered", pulse => pulse is Pulse.Nudge { IsAnswered: true }),
        Share("response", "Of the nudges, answered", pulse => (pulse as Pulse.Nudge)?.IsAnswered),
        Mean("alignment", "Alignment with the manager, 1 to 5", lowest: 1, highest: CheckIn.HighestOfScale, pulse => Number(pulse, "align-with-manager")),
        Mean("cleared", "Blocks cleared, each time", lowest: 0, highest: HighestCounted, pulse => Number(pulse, "unblock-team")),
        Share("spoke-early", "Spoke early in the meeting", SpokeEarly),
        Count("prepared", "Meetings prepared", pulse => pulse is Pulse.Meeting),
        Share("followed-up", "Of the meetings, followed up", pulse => (pulse as Pulse.Meeting)?.IsFollowedUp),
        Share("goal-met", "Small goals met", pulse => pulse is Pulse.Meeting { Goal: { } goal } ? goal == GoalResult.Met : null),
    ];

    /// <summary>How useful the nudges of a practice were found.</summary>
    public static Measure Usefulness(Practice practice)
    {
        ArgumentNullException.ThrowIfNull(practice);
        return Share($"useful-{practice.Id}", practice.Title, pulse => pulse is Pulse.Nudge nudge && nudge.Practice == practice.Id ? nudge.IsUseful : null);
    }

    /// <summary>All measures: those of the group, then one for each practice.</summary>
    public static IReadOnlyList<Measure> All(PracticeCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        return [.. OfGroup, .. catalogue.Practices.Select(Usefulness)];
    }

    /// <summary>The bin that a pulse falls into, counted from 0; null when the measure does not count it.</summary>
    public int? BinOf(Pulse pulse) => _bin(pulse);

    private static Measure Count(string id, string name, Func<Pulse, bool> counts) =>
        new(id, name, MeasureKind.Count, 0, 1, pulse => counts(pulse) ? 0 : null);

    private static Measure Share(string id, string name, Func<Pulse, bool?> tells) =>
        new(id, name, MeasureKind.Share, 0, 2, pulse => tells(pulse) is { } told ? (told ? 0 : 1) : null);

    private static Measure Mean(string id, string name, int lowest, int highest, Func<Pulse, int?> value) =>
        new(id, name, MeasureKind.Mean, lowest, highest - lowest + 1, pulse => value(pulse) is { } number ? Math.Clamp(number, lowest, highest) - lowest : null);

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
