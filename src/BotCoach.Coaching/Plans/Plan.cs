namespace BotCoach.Coaching;

/// <summary>Whether nudges come.</summary>
public enum PlanStatus
{
    /// <summary>Nudges come at their times.</summary>
    Active,

    /// <summary>They rest, until a date or until the person resumes.</summary>
    Paused,

    /// <summary>The person ended them.</summary>
    Stopped,

    /// <summary>The platform says that the person can no longer be written to.</summary>
    Unreachable,
}

/// <summary>What a person agreed to receive.</summary>
public sealed record Plan
{
    /// <summary>The ready plan that was chosen, see <see cref="PlanTemplate.Id"/>, or <see cref="PlanTemplate.OwnId"/>.</summary>
    public required string Template { get; init; }

    /// <summary>When nudges may come.</summary>
    public required Cadence Cadence { get; init; }

    /// <summary>Whether they come.</summary>
    public required PlanStatus Status { get; init; }

    /// <summary>
    /// Names this state of the plan. A due nudge carries the version that it was made for; one of another version is
    /// dropped when it comes due, so a change of plan has nothing to delete.
    /// </summary>
    public required string Version { get; init; }

    /// <summary>When this version began.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>The place in the rotation of practices at which this version began; see <see cref="Rotation"/>.</summary>
    public int FirstSequence { get; init; }

    /// <summary>Practices that the person leaves out, by their ids.</summary>
    public IReadOnlySet<string> PracticesOff { get; init; } = new HashSet<string>();

    /// <summary>
    /// The local date before which this version brings nothing, because the one before it has brought what a day may bring;
    /// null when there is none.
    /// </summary>
    public DateOnly? FirstDay { get; init; }

    /// <summary>The local date on which a pause ends; null when it ends only by the person's word.</summary>
    public DateOnly? PausedUntil { get; init; }

    /// <summary>Whether nudges come at an instant: a pause with a date ends by itself.</summary>
    public bool IsActiveAt(DateTimeOffset instant, TimeZoneInfo zone) => Status switch
    {
        PlanStatus.Active => true,
        PlanStatus.Paused => PausedUntil is { } until && LocalTime.DateOf(instant, zone) >= until,
        _ => false,
    };

    /// <summary>The first nudge of this version.</summary>
    /// <returns>Its time, or null when none is to come.</returns>
    public DateTimeOffset? FirstOccurrence(TimeZoneInfo zone) => Status switch
    {
        PlanStatus.Active => Cadence.NextOccurrence(Start(zone), zone),
        PlanStatus.Paused when PausedUntil is { } until =>
            Cadence.NextOccurrence(EveOf(until, zone), zone),
        _ => null,
    };

    /// <summary>The next nudge after an instant.</summary>
    /// <returns>Its time, or null when none is to come.</returns>
    public DateTimeOffset? NextOccurrence(DateTimeOffset now, TimeZoneInfo zone) =>
        IsActiveAt(now, zone) ? Cadence.NextOccurrence(Start(zone) is var start && start > now ? start : now, zone) : FirstOccurrence(zone);

    /// <summary>The place in the rotation that an instant has reached, so that a new version goes on from there.</summary>
    public int SequenceAt(PracticeCatalogue catalogue, DateTimeOffset now, TimeZoneInfo zone) =>
        FirstOccurrence(zone) is { } first && first <= now
            ? Rotation.After(catalogue, FirstSequence, 1 + Cadence.CountOccurrences(first, now, zone), PracticesOff)
            : FirstSequence;

    /// <summary>
    /// The plan under another version: it goes on where this one has got to, and a day on which this one has brought all that
    /// a day may bring gets no more. A pause that is over is over.
    /// </summary>
    /// <param name="version">Names the new state.</param>
    /// <param name="catalogue">The practices.</param>
    /// <param name="now">When it begins.</param>
    /// <param name="zone">The zone in which this version went.</param>
    public Plan Renew(string version, PracticeCatalogue catalogue, DateTimeOffset now, TimeZoneInfo zone)
    {
        var today = LocalTime.DateOf(now, zone);
        var isOver = Status == PlanStatus.Paused && IsActiveAt(now, zone);
        return this with
        {
            Status = isOver ? PlanStatus.Active : Status,
            PausedUntil = isOver ? null : PausedUntil,
            Version = version,
            Since = now,
            FirstSequence = SequenceAt(catalogue, now, zone),
            FirstDay = IsFull(today, now, zone) ? today.AddDays(1) : FirstDay > today ? FirstDay : null,
        };
    }

    private DateTimeOffset Start(TimeZoneInfo zone) =>
        FirstDay is { } day && EveOf(day, zone) is var eve && eve > Since ? eve : Since;

    // Counted by the clock, as the place in the rotation is.
    private bool IsFull(DateOnly today, DateTimeOffset now, TimeZoneInfo zone) =>
        FirstOccurrence(zone) is { } first
        && first <= now
        && Cadence.CountOccurrences(EveOf(today, zone) is var eve && eve > first ? eve : first.AddTicks(-1), now, zone) >= Cadence.DailyCap;

    private static DateTimeOffset EveOf(DateOnly day, TimeZoneInfo zone) => LocalTime.At(day, TimeOnly.MinValue, zone).AddTicks(-1);
}
