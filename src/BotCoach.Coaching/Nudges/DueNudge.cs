using BotCoach.Chat;
using BotCoach.Storage;

namespace BotCoach.Coaching;

/// <summary>What a due nudge is.</summary>
public enum NudgeKind
{
    /// <summary>The next practice of a person's plan; followed by another.</summary>
    Practice,

    /// <summary>A nudge that the person put off; comes once.</summary>
    PutOff,

    /// <summary>The prep sheet, ahead of a meeting.</summary>
    MeetingSheet,

    /// <summary>The word to speak early, just ahead of a meeting.</summary>
    MeetingFirstWord,

    /// <summary>The check after a meeting.</summary>
    MeetingCheck,

    /// <summary>A programme lead's invitation into a group.</summary>
    Invitation,
}

/// <summary>A nudge that waits for its time.</summary>
public sealed record DueNudge
{
    /// <summary>Who is to be nudged.</summary>
    public required PersonAddress Person { get; init; }

    /// <summary>What it is.</summary>
    public required NudgeKind Kind { get; init; }

    /// <summary>What it is about: a meeting's id, or the key of a nudge that was put off; empty for a practice.</summary>
    public string Subject { get; init; } = "";

    /// <summary>When it is to come.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>The version of the plan or meeting that it was made for; of another version, it is dropped.</summary>
    public required string Version { get; init; }

    /// <summary>The place in the rotation of practices.</summary>
    public int Sequence { get; init; }

    /// <summary>How many nudges of the plan came earlier on the same local day.</summary>
    public int SentToday { get; init; }

    /// <summary>Whether this is the first one after a pause that ended by itself.</summary>
    public bool EndsPause { get; init; }

    /// <summary>How often sending it failed.</summary>
    public int Attempts { get; init; }
}

/// <summary>A due nudge as it stands in the store.</summary>
/// <param name="Nudge">The nudge.</param>
/// <param name="Key">Its row.</param>
/// <param name="RowVersion">The state of the row.</param>
/// <param name="ClaimedUntil">Until when a node holds it, or until when it rests; null when it was never claimed.</param>
public sealed record DueRow(DueNudge Nudge, RowKey Key, RowVersion RowVersion, DateTimeOffset? ClaimedUntil);
