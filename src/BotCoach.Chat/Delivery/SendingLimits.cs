namespace BotCoach.Chat;

/// <summary>
/// How fast a platform lets messages come. Every window holds by itself; a platform answers what breaks one with
/// <see cref="DeliveryResult.Throttled"/>.
/// </summary>
public sealed record SendingLimits
{
    /// <summary>No limits.</summary>
    public static SendingLimits None { get; } = new();

    /// <summary>The windows that all messages to one workspace share.</summary>
    public IReadOnlyList<RateWindow> Workspace { get; init; } = [];

    /// <summary>The windows of one conversation.</summary>
    public IReadOnlyList<RateWindow> Conversation { get; init; } = [];

    /// <summary>
    /// The windows in which direct conversations of one workspace may be opened; null where opening one counts as a
    /// message to the workspace.
    /// </summary>
    public IReadOnlyList<RateWindow>? Openings { get; init; }
}
