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

    /// <summary>The figures of a week, for a programme lead.</summary>
    Digest,
}

/// <summary>A nudge that waits for its time.</summary>
public sealed record DueNudge
{
    /// <summary>Who is to be nudged.</summary>
    public required PersonAddress Person { get; init; }

    /// <summary>What it is.</summary>
    public required NudgeKind Kind { get; init; }

    /// <summary>What it is about: a meeting's or group's id, the key of a nudge that was put off, or a week; empty for a practice.</summary>
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

    /// <summary>
    /// Whether it was given up once and put back. Its plan went on meanwhile, so nothing follows it.
    /// </summary>
    public bool IsRetry { get; init; }
}

/// <summary>A due nudge as it stands in the store.</summary>
/// <param name="Nudge">The nudge.</param>
/// <param name="Key">Its row.</param>
/// <param name="RowVersion">The state of the row.</param>
/// <param name="ClaimedUntil">Until when a node holds it, or until when it rests; null when it was never claimed.</param>
/// <param name="MayBeSent">
/// Whether it may have gone out without a record of it: whoever took it up before has not said otherwise.
/// </param>
public sealed record DueRow(DueNudge Nudge, RowKey Key, RowVersion RowVersion, DateTimeOffset? ClaimedUntil, bool MayBeSent)
{
    /// <summary>Whether nobody had taken it up before whoever holds it now.</summary>
    public bool IsFresh { get; init; }
}

/// <summary>How a row that is held comes to rest.</summary>
/// <param name="Row">The row.</param>
/// <param name="Until">Until when it rests.</param>
/// <param name="Attempts">How often sending it has failed by now.</param>
/// <param name="MayBeSent">Whether it may have gone out all the same.</param>
public sealed record DueRest(DueRow Row, DateTimeOffset Until, int Attempts, bool MayBeSent);

/// <summary>A row of the Due table that is no due nudge.</summary>
/// <param name="Row">The row.</param>
/// <param name="Reason">What is wrong with it, in words that name nobody.</param>
public sealed record UnreadableDueRow(TableRow Row, string Reason);

/// <summary>Some of what is due in a shard, in order.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Next">Where the next page starts; null when this was the last.</param>
public sealed record DuePage(IReadOnlyList<DueRow> Rows, string? Next)
{
    /// <summary>Rows between them that cannot be read.</summary>
    public IReadOnlyList<UnreadableDueRow> Unreadable { get; init; } = [];
}
