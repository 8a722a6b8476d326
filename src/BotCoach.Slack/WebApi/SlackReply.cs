using System.Text.Json;

namespace BotCoach.Slack;

/// <summary>What became of a call to the Web API.</summary>
internal abstract record SlackReply
{
    private SlackReply()
    {
    }

    /// <summary>Slack did what was asked.</summary>
    public sealed record Ok(JsonElement Body) : SlackReply;

    /// <summary>Slack refused.</summary>
    /// <param name="Code">Slack's word for why, such as <c>channel_not_found</c>.</param>
    public sealed record Refused(string Code) : SlackReply;

    /// <summary>Slack asks to wait.</summary>
    public sealed record Throttled(TimeSpan After) : SlackReply;

    /// <summary>No answer that can be read.</summary>
    /// <param name="Reason">A short code for operators.</param>
    /// <param name="MayHaveArrived">Whether Slack may have done it all the same.</param>
    public sealed record NoAnswer(string Reason, bool MayHaveArrived) : SlackReply;
}
