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
    /// <summary>The ready plan that was chosen; see <see cref="PlanTemplate.Id"/>.</summary>
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
        PlanStatus.Active => Cadence.NextOccurrence(Since, zone),
        PlanStatus.Paused when PausedUntil is { } until =>
            Cadence.NextOccurrence(LocalTime.At(until, TimeOnly.MinValue, zone).AddTicks(-1), zone),
        _ => null,
    };

    /// <summary>The next nudge after an instant.</summary>
    /// <returns>Its time, or null when none is to come.</returns>
    public DateTimeOffset? NextOccurrence(DateTimeOffset now, TimeZoneInfo zone) =>
        IsActiveAt(now, zone) ? Cadence.NextOccurrence(now, zone) : FirstOccurrence(zone);

    /// <summary>The place in the rotation that an instant has reached, so that a new version goes on from there.</summary>
    public int SequenceAt(DateTimeOffset now, TimeZoneInfo zone) =>
        FirstOccurrence(zone) is { } first && first <= now
            ? FirstSequence + 1 + Cadence.CountOccurrences(first, now, zone)
            : FirstSequence;
}
