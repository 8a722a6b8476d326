using System.Text.Json;

namespace BotCoach.Slack;

/// <summary>What Slack says over a connection (docs.slack.dev, "Using Socket Mode").</summary>
internal abstract record SocketMessage
{
    private SocketMessage()
    {
    }

    /// <summary>The connection takes part from now on.</summary>
    public sealed record Hello : SocketMessage;

    /// <summary>The connection ends within seconds, and another is to take its place.</summary>
    /// <param name="Reason"><c>warning</c>, <c>refresh_requested</c>, <c>link_disabled</c> or another word of Slack's.</param>
    public sealed record Disconnect(string Reason) : SocketMessage;

    /// <summary>A request, as it would else be posted to an address.</summary>
    /// <param name="Id">Names it until it is acknowledged.</param>
    /// <param name="Kind"><c>events_api</c>, <c>slash_commands</c> or <c>interactive</c>.</param>
    /// <param name="Payload">What would be posted.</param>
    /// <param name="TakesBody">Whether Slack does something with a body in the acknowledgement.</param>
    /// <param name="IsRetry">Whether Slack says that it sent this before.</param>
    public sealed record Envelope(string Id, string Kind, JsonElement Payload, bool TakesBody, bool IsRetry) : SocketMessage;

    /// <summary>Something that the bot has no use for.</summary>
    public sealed record Other : SocketMessage;

    /// <returns>Null when it is no JSON.</returns>
    public static SocketMessage? Read(ReadOnlySpan<byte> message)
    {
        try
        {
            return Read(JsonElement.Parse(message));
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: half of a surrogate pair inside a JSON text.
            return null;
        }
    }

    private static SocketMessage Read(JsonElement message) => message.Text("type") switch
    {
        "hello" => new Hello(),
        "disconnect" => new Disconnect(message.Text("reason") ?? "unknown"),
        { } kind when message.Text("envelope_id") is { } id && message.At("payload") is { } payload =>
            new Envelope(id, kind, payload, message.Flag("accepts_response_payload"), IsRetried(message)),
        _ => new Other(),
    };

    private static bool IsRetried(JsonElement message) =>
        message.At("retry_attempt") is { ValueKind: JsonValueKind.Number } attempt && attempt.TryGetInt32(out var count) && count > 0;
}
