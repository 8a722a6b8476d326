using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace BotCoach.Testing;

/// <summary>Posts requests to a host as Slack does, signed, and as somebody else might.</summary>
/// <param name="host">Where the host answers.</param>
/// <param name="secret">What requests are signed with.</param>
public sealed class SlackRequests(Uri host, string secret) : IDisposable
{
    public const string Workspace = "T0LOCAL";

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, ActivityHeadersPropagator = null }) { BaseAddress = host, Timeout = TimeSpan.FromSeconds(30) };

    /// <summary>Posts a body, signed now unless told otherwise.</summary>
    /// <param name="body">JSON, or the fields of a form.</param>
    /// <param name="signedAt">The time that the signature names; null for now.</param>
    /// <param name="signature">A signature of the caller's own; empty for no header.</param>
    /// <param name="isRetry">Whether it says that it was posted before.</param>
    /// <param name="path">Where to.</param>
    public async Task<SlackResponse> PostAsync(
        string body, DateTimeOffset? signedAt = null, string? signature = null, bool isRetry = false, string path = "slack/events")
    {
        var timestamp = (signedAt ?? TimeProvider.System.GetUtcNow()).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new StringContent(body, Encoding.UTF8, body.StartsWith('{') ? "application/json" : "application/x-www-form-urlencoded"),
        };
        request.Headers.Add("X-Slack-Request-Timestamp", timestamp);
        if ((signature ?? Sign(timestamp, body)) is { Length: > 0 } given)
        {
            request.Headers.Add("X-Slack-Signature", given);
        }

        if (isRetry)
        {
            request.Headers.Add("X-Slack-Retry-Num", "1");
        }

        using var response = await _http.SendAsync(request);
        return new SlackResponse(response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>A message that a person wrote in their direct conversation with the bot.</summary>
    public static string Message(string person, string conversation, string text, string eventId) => JsonSerializer.Serialize(new
    {
        type = "event_callback",
        team_id = Workspace,
        event_id = eventId,
        @event = new { type = "message", channel_type = "im", user = person, channel = conversation, text, ts = "1700000000.000100" },
        authorizations = new[] { new { team_id = Workspace, user_id = "U0COACH", is_bot = true } },
    });

    /// <summary>A slash command.</summary>
    public static string Command(string person, string command, string text, string trigger) => string.Join('&', new[]
    {
        ("team_id", Workspace), ("channel_id", "C0GENERAL"), ("channel_name", "general"), ("user_id", person),
        ("command", command), ("text", text), ("trigger_id", trigger),
    }.Select(field => $"{field.Item1}={Uri.EscapeDataString(field.Item2)}"));

    /// <summary>A tap on a button of a message.</summary>
    public static string Tap(string person, string conversation, string message, string actionId, string value, string trigger) =>
        "payload=" + Uri.EscapeDataString(JsonSerializer.Serialize(new
        {
            type = "block_actions",
            trigger_id = trigger,
            team = new { id = Workspace },
            user = new { id = person },
            channel = new { id = conversation },
            container = new { type = "message", message_ts = message, channel_id = conversation, is_ephemeral = false },
            actions = new[] { new { type = "button", block_id = "b1", action_id = actionId, value } },
        }));

    public void Dispose() => _http.Dispose();

    private string Sign(string timestamp, string body)
    {
        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"v0:{timestamp}:{body}"));
        return $"v0={Convert.ToHexStringLower(hash)}";
    }
}

/// <summary>What a host answered.</summary>
public sealed record SlackResponse(HttpStatusCode Status, string Body);
