using BotCoach.Chat;
using BotCoach.Storage;

namespace BotCoach.Coaching;

/// <summary>What is known of a person when a turn is decided, with the states of the rows that it was read from.</summary>
public sealed record PersonState
{
    /// <summary>The person.</summary>
    public required Profile Profile { get; init; }

    /// <summary>The state of the profile's row; null when the person was never met.</summary>
    public RowVersion? ProfileVersion { get; init; }

    /// <summary>Whether the profile stands in the store as it is here; not so when the platform has just been asked.</summary>
    public required bool ProfileIsStored { get; init; }

    /// <summary>What they agreed to; null when they never chose.</summary>
    public Plan? Plan { get; init; }

    /// <summary>The state of the plan's row; null when there is none.</summary>
    public RowVersion? PlanVersion { get; init; }

    /// <summary>Whether the coach meets them for the first time.</summary>
    public bool IsNew => ProfileVersion is null;

    /// <summary>Who they are.</summary>
    public PersonAddress Address => Profile.Person;

    /// <summary>The language in which they read.</summary>
    public Language Language => Profile.Language;

    /// <summary>Their zone.</summary>
    public TimeZoneInfo Zone => Profile.TimeZone;

    /// <summary>The zone that they were in until now; null when it is the same.</summary>
    public TimeZoneInfo? MovedFrom { get; init; }

    /// <summary>The days on which they work, as far as the coach knows.</summary>
    public IReadOnlySet<DayOfWeek> WorkingDays => Plan?.Cadence.WorkingDays ?? Cadence.DefaultWorkingDays;

    /// <summary>
    /// Whether nothing more is to come about a meeting: they ended their plan, or can no longer be written to, after they saved it.
    /// </summary>
    public bool HasEndedSince(Meeting meeting)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        return Plan is { Status: PlanStatus.Stopped or PlanStatus.Unreachable } ended && ended.Since > meeting.SavedAt;
    }

    /// <summary>Writes a plan where the one stands that was read; another writer in between is a conflict.</summary>
    internal RowWrite Write(Plan plan) => PlanVersion is { } version
        ? new RowWrite.Replace { Key = PeopleTable.Plan(Address), Version = version, Properties = PlanRow.Write(plan) }
        : new RowWrite.Insert { Key = PeopleTable.Plan(Address), Properties = PlanRow.Write(plan) };

    /// <summary>Writes a profile where the one stands that was read.</summary>
    internal RowWrite Write(Profile profile) => ProfileVersion is { } version
        ? new RowWrite.Replace { Key = PeopleTable.Profile(Address), Version = version, Properties = ProfileRow.Write(profile) }
        : new RowWrite.Insert { Key = PeopleTable.Profile(Address), Properties = ProfileRow.Write(profile) };
}
