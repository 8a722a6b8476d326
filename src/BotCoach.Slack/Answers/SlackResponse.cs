using System.Text.Json.Nodes;

namespace BotCoach.Slack;

/// <summary>What a request from Slack is answered with, whichever way it came.</summary>
internal sealed record SlackResponse
{
    /// <summary>Taken, with nothing to show.</summary>
    public static SlackResponse Taken { get; } = new();

    /// <summary>Not taken: an event comes again.</summary>
    public static SlackResponse NotTaken { get; } = new() { IsTaken = false };

    /// <summary>Whether Slack may forget the request.</summary>
    public bool IsTaken { get; private init; } = true;

    /// <summary>What is shown, or what becomes of a dialog; null for nothing.</summary>
    public JsonObject? Body { get; private init; }

    /// <summary>The answer to a challenge; null to anything else.</summary>
    public string? Challenge { get; private init; }

    public static SlackResponse Of(JsonObject body) => new() { Body = body };

    public static SlackResponse To(SlackRequest.Challenge challenge) => new() { Challenge = challenge.Text };
}
