using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BotCoach.Chat;
using Microsoft.AspNetCore.WebUtilities;

namespace BotCoach.Slack;

/// <summary>Tells Slack's kinds of request apart by what they hold, whatever address they came to.</summary>
internal static class RequestReader
{
    /// <summary>In characters. Slack's ids have some eleven; it names no limit and asks for room (docs.slack.dev, "Conversations").</summary>
    private const int LongestId = 100;

    /// <summary>In characters. A response_url has some hundred.</summary>
    private const int LongestUrl = 500;

    /// <summary>Reads a request that is known to be from Slack.</summary>
    /// <param name="body">The body as it came.</param>
    /// <param name="isRetry">Whether Slack says that it sent this before.</param>
    /// <param name="at">When it reached us.</param>
    /// <returns>Null when the body cannot be read.</returns>
    public static SlackRequest? Read(ReadOnlyMemory<byte> body, bool isRetry, DateTimeOffset at)
    {
        try
        {
            if (body.Span.TrimStart(" \t\r\n"u8) is [(byte)'{', ..])
                return Event(JsonElement.Parse(body.Span), isRetry, at);

            using var form = new FormReader(Encoding.UTF8.GetString(body.Span));
            var fields = form.ReadForm();
            // Commands and interactions carry no id of their own. A trigger is new for each of them.
            var fallbackId = Convert.ToHexStringLower(SHA256.HashData(body.Span));
            if (fields.TryGetValue("payload", out var payload))
                return Interaction(JsonElement.Parse(payload.ToString()), fallbackId, at);
            return fields.ContainsKey("command") ? Command(name => fields.TryGetValue(name, out var values) ? values.ToString() : null, fallbackId, at) : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidDataException or InvalidOperationException)
        {
            // InvalidOperationException: half of a surrogate pair inside a JSON text.
            return null;
        }
    }

    /// <summary>Reads a request that came over Socket Mode: the same as is posted elsewhere, in JSON whatever its kind.</summary>
    /// <param name="envelope">What came.</param>
    /// <param name="at">When it reached us.</param>
    /// <returns>Null when the payload cannot be read.</returns>
    public static SlackRequest? Read(SocketMessage.Envelope envelope, DateTimeOffset at)
    {
        try
        {
            return envelope.Kind switch
            {
                "events_api" => Event(envelope.Payload, envelope.IsRetry, at),
                "interactive" => Interaction(envelope.Payload, envelope.Id, at),
                "slash_commands" => Command(name => envelope.Payload.Text(name), envelope.Id, at),
                _ => new SlackRequest.Ignored(),
            };
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or InvalidOperationException)
        {
            // InvalidOperationException: half of a surrogate pair inside a JSON text.
            return null;
        }
    }

    private static SlackRequest Event(JsonElement body, bool isRetry, DateTimeOffset at) =>
        EventReader.Read(body, isRetry, at) with { Origin = OriginReader.OfEvent(body) };

    private static SlackRequest Interaction(JsonElement payload, string fallbackId, DateTimeOffset at) =>
        InteractionReader.Read(payload, fallbackId, at) with { Origin = OriginReader.OfInteraction(payload) };

    private static SlackRequest Command(Func<string, string?> field, string fallbackId, DateTimeOffset at) =>
        CommandReader.Read(field, fallbackId, at) with { Origin = OriginReader.OfCommand(field) };

    /// <summary>An address to answer to, where the text holds one.</summary>
    public static Uri? ReadUrl(string? text) =>
        text is { Length: <= LongestUrl } && Uri.TryCreate(text, UriKind.Absolute, out var url) ? url : null;

    /// <exception cref="InvalidDataException">Slack gives no such ids.</exception>
    public static ConversationAddress Conversation(string workspace, string id) => new(SlackChannel.ChannelName, Id(workspace), Id(id));

    /// <exception cref="InvalidDataException">Slack gives no such ids.</exception>
    public static PersonAddress Person(string workspace, string id) => new(SlackChannel.ChannelName, Id(workspace), Id(id));

    /// <summary>Whether an id names a direct conversation.</summary>
    public static bool IsDirect(string conversation) => conversation.StartsWith('D');

    // What we hand to Slack to get back has room for ids as Slack gives them, and not for whatever somebody sends.
    private static string Id(string text) => text.Length <= LongestId ? text : throw new InvalidDataException("No id of Slack's is that long.");
}
