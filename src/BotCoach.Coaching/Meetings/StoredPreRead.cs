namespace BotCoach.Coaching;

/// <summary>An agenda or pre-read as it was pasted, with what was found in it.</summary>
public sealed record StoredPreRead
{
    /// <summary>The words as pasted, at most <see cref="PreRead.MaxLength"/> characters.</summary>
    public required string Text { get; init; }

    /// <summary>Whether more was pasted than is kept.</summary>
    public bool IsCut { get; init; }

    /// <summary>What was found in them.</summary>
    public required Briefing Briefing { get; init; }

    /// <summary>When they were last added to.</summary>
    public required DateTimeOffset PastedAt { get; init; }
}
