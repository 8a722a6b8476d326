using BotCoach.Storage;

namespace BotCoach.Coaching;

/// <summary>All that goes into a meeting's sheet.</summary>
internal sealed record PrepSheet
{
    /// <summary>Whose it is.</summary>
    public required PersonState Person { get; init; }

    /// <summary>The meeting, with what the person wrote for it.</summary>
    public required Meeting Meeting { get; init; }

    /// <summary>The state of the meeting's row; null for one that is not stored yet.</summary>
    public required RowVersion? Version { get; init; }

    /// <summary>What was pasted; null when nothing was.</summary>
    public StoredPreRead? PreRead { get; init; }

    /// <summary>The one of the same forum before it; null when there is none.</summary>
    public Meeting? LastTime { get; init; }

    /// <summary>Words that everyone in the person's company knows, in small letters.</summary>
    public IReadOnlySet<string> CompanyWords { get; init; } = new HashSet<string>();

    /// <summary>What was found in what was pasted.</summary>
    public Briefing Briefing => PreRead?.Briefing ?? Briefing.Empty;

    /// <summary>The messages about the meeting that are still to come; none for a person who ended their plan since.</summary>
    public IReadOnlyList<(NudgeKind Kind, DateTimeOffset At)> MessagesAfter(DateTimeOffset now) => Person.HasEndedSince(Meeting)
        ? []
        : MeetingSchedule.MessagesAfter(Meeting, now, Person.Zone, Person.WorkingDays);
}
