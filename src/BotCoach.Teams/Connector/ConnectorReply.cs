using System.Text.Json;

namespace BotCoach.Teams;

/// <summary>What became of a call to the Bot Connector.</summary>
internal abstract record ConnectorReply
{
    private ConnectorReply()
    {
    }

    /// <summary>The Connector did what was asked.</summary>
    public sealed record Ok(JsonElement Body) : ConnectorReply;

    /// <summary>The Connector refused.</summary>
    /// <param name="Status">The HTTP status.</param>
    /// <param name="Code">The Connector's word for why, such as <c>MessageWritesBlocked</c>; null when it gave none.</param>
    public sealed record Refused(int Status, string? Code) : ConnectorReply;

    /// <summary>The Connector asks to wait.</summary>
    public sealed record Throttled(TimeSpan After) : ConnectorReply;

    /// <summary>No answer that can be used.</summary>
    /// <param name="Reason">A short code for operators.</param>
    /// <param name="MayHaveArrived">Whether the Connector may have done it all the same.</param>
    public sealed record NoAnswer(string Reason, bool MayHaveArrived) : ConnectorReply;
}
