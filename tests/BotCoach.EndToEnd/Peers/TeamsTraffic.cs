using System.Globalization;
using System.Text.Json;

namespace BotCoach.EndToEnd;

/// <summary>One request in Playground's log, with its answer.</summary>
/// <param name="ToBot">Whether Playground asked the bot; else the bot asked Playground.</param>
/// <param name="Kind">The activity's type, or the method for what is not an activity, such as <c>createConversation</c>.</param>
/// <param name="Status">The HTTP status of the answer.</param>
/// <param name="Request">The request's body; undefined when it had none.</param>
/// <param name="Response">The answer's body; undefined when it had none.</param>
public sealed record TeamsTraffic(bool ToBot, string Kind, int Status, JsonElement Request, JsonElement Response)
{
    /// <summary>Whether it is a 4xx or 5xx.</summary>
    public bool IsError => Status >= 400;

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{(ToBot ? "to the bot" : "from the bot")}: {Kind} {Status} {Request} → {Response}");

    /// <summary>Null for what is not traffic: Playground's remarks, which <see cref="Warning"/> reads.</summary>
    internal static TeamsTraffic? Read(JsonElement log) => BlockKit.Text(log, "type") == "bot"
        ? new TeamsTraffic(
            BlockKit.Text(log, "to") == "User Application",
            BlockKit.Text(log, "activityName") ?? "",
            log.GetProperty("response").GetProperty("statusCode").GetInt32(),
            Body(log.GetProperty("request")),
            Body(log.GetProperty("response")))
        : null;

    /// <summary>What Playground complains of, such as a bot that it cannot reach; null for anything else.</summary>
    internal static string? Warning(JsonElement log) =>
        BlockKit.Text(log, "level") is "warning" or "error" ? BlockKit.Text(log, "displayText") : null;

    private static JsonElement Body(JsonElement half) => half.TryGetProperty("body", out var body) ? body : default;
}
