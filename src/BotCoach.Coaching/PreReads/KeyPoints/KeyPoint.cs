namespace BotCoach.Coaching;

/// <summary>One of the sentences that a person should have read before the meeting.</summary>
public sealed record KeyPoint
{
    /// <summary>What the author wrote, on one line; cut with an ellipsis when it is longer than <see cref="MaxLength"/>.</summary>
    public required string Text { get; init; }

    /// <summary>Where it stands.</summary>
    public required PreReadPlace Place { get; init; }

    /// <summary>Whether it asks the meeting for a decision.</summary>
    public bool AsksForDecision { get; init; }

    /// <summary>The most characters of <see cref="Text"/>: what can be read at a glance on a phone, about four lines.</summary>
    public const int MaxLength = 300;
}
