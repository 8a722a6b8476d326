using System.Globalization;
using System.Text.Json;

namespace BotCoach.EndToEnd;

/// <summary>One entry of the peer's log.</summary>
/// <param name="At">When, by the peer's clock.</param>
/// <param name="Direction"><c>to_bot</c>, <c>from_bot</c> or <c>internal</c>.</param>
/// <param name="Kind"><c>web_api</c>, <c>events_api</c>, <c>slash_commands</c> or <c>interactive</c>.</param>
/// <param name="Summary">The method, the address or the status.</param>
/// <param name="Detail">Arguments or body; JSON or text as it went over the wire.</param>
public sealed record SlackTraffic(DateTimeOffset At, string Direction, string Kind, string Summary, string Detail)
{
    private const string StatusPrefix = "HTTP ";

    /// <summary>What the peer calls an acknowledgement over Socket Mode, whatever the kind of the request.</summary>
    private const string Acknowledgement = "ack";

    internal bool IsRequest => Direction == "to_bot";

    internal bool IsAnswerTo(string kind) => !IsRequest && (Kind == kind || Kind == Acknowledgement);

    /// <summary>The status that the bot answered with, 200 for an acknowledgement; null when it did not answer.</summary>
    internal int? Status => Kind == Acknowledgement ? 200 : Summary.StartsWith(StatusPrefix, StringComparison.Ordinal)
        ? int.Parse(Summary[StatusPrefix.Length..], CultureInfo.InvariantCulture)
        : null;

    internal static SlackTraffic Read(JsonElement entry) => new(
        DateTimeOffset.FromUnixTimeMilliseconds(entry.GetProperty("time").GetInt64()),
        entry.GetProperty("direction").GetString()!,
        entry.GetProperty("kind").GetString()!,
        entry.GetProperty("summary").GetString()!,
        entry.TryGetProperty("detail", out var detail) ? detail.ToString() : "");
}

/// <summary>What the bot answered to a request of the peer.</summary>
/// <param name="Status">The HTTP status; null when there was no answer at all.</param>
/// <param name="Body">The body of the answer, or what went wrong.</param>
/// <param name="Took">How long the answer took; Slack allows three seconds.</param>
public sealed record SlackDelivery(int? Status, string Body, TimeSpan Took);
