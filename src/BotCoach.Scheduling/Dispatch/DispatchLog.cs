using BotCoach.Coaching;
using Microsoft.Extensions.Logging;

namespace BotCoach.Scheduling;

/// <summary>What the dispatcher tells operators. Nobody's words, and nobody's id.</summary>
internal static partial class DispatchLog
{
    [LoggerMessage(LogLevel.Information, "A {Kind} nudge came {Late} late and was skipped.")]
    public static partial void Skipped(ILogger logger, NudgeKind kind, TimeSpan late);

    [LoggerMessage(LogLevel.Warning, "A {Kind} nudge was not sent (try {Attempt}): {Reason}.")]
    public static partial void Failed(ILogger logger, NudgeKind kind, int attempt, string reason);

    [LoggerMessage(LogLevel.Error, "A {Kind} nudge could not be decided on; it is tried again later.")]
    public static partial void NotDecided(ILogger logger, NudgeKind kind, Exception error);

    [LoggerMessage(LogLevel.Warning, "A {Kind} nudge could not be decided on: {Reason} It is tried again later.")]
    public static partial void NotDecidedNow(ILogger logger, NudgeKind kind, string reason);

    [LoggerMessage(LogLevel.Information, "Somebody on {Channel} {Workspace} can no longer be written to; their nudges rest.")]
    public static partial void Blocked(ILogger logger, string channel, string workspace);

    [LoggerMessage(LogLevel.Warning, "The claim on a {Kind} nudge ran out before its sending was recorded.")]
    public static partial void ClaimLost(ILogger logger, NudgeKind kind);

    [LoggerMessage(LogLevel.Warning, "What became of {Count} nudges cannot be written down: {Reason} It is tried again.")]
    public static partial void NotWritten(ILogger logger, int count, string reason);

    [LoggerMessage(LogLevel.Error, "What became of {Count} nudges was not written down before their claim ran out; they are taken up again.")]
    public static partial void GivenUp(ILogger logger, int count, Exception error);

    [LoggerMessage(LogLevel.Warning, "No sending slots could be leased for {Channel} {Workspace}; it is tried again in a moment.")]
    public static partial void NoSlots(ILogger logger, string channel, string workspace, Exception error);

    [LoggerMessage(LogLevel.Error, "A due nudge of shard {Shard} cannot be read ({Reason}); it was put aside as {Row}.")]
    public static partial void PutAside(ILogger logger, int shard, string reason, string row);
}
