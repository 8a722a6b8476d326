using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>What became of a nudge.</summary>
public enum DeliveryOutcome
{
    /// <summary>It was sent.</summary>
    Sent,

    /// <summary>It was too late to be of use.</summary>
    SkippedLate,

    /// <summary>Sending it failed for good.</summary>
    Failed,
}

/// <summary>The record of a nudge that went out, was skipped, or failed for good.</summary>
public sealed record Delivery
{
    /// <summary>Who.</summary>
    public required PersonAddress Person { get; init; }

    /// <summary>Which nudge.</summary>
    public required NudgeKey Key { get; init; }

    /// <summary>What became of it.</summary>
    public required DeliveryOutcome Outcome { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The message that shows it; null unless it was sent.</summary>
    public MessageAddress? Message { get; init; }

    /// <summary>A short code of what went wrong; null unless it failed.</summary>
    public string? Reason { get; init; }
}
