using System.Globalization;
using System.Text.Json.Nodes;

namespace BotCoach.PlatformSimulator;

/// <summary>
/// What the methods of the Web API do in a workspace. The direct conversation of the person <c>U1</c> is <c>D1</c>, and
/// <c>D1.2</c> when the first one is gone.
/// </summary>
/// <param name="workspace">The workspace.</param>
/// <param name="reception">Knows who blocked the bot, and whose conversation is gone.</param>
/// <param name="arguments">The arguments of one call.</param>
internal sealed class SlackMethods(Workspace workspace, Reception reception, JsonObject arguments)
{
    private const string Anew = ".2";
    private const int DefaultHistory = 100;

    /// <summary>The channel that is spoken to; null for none.</summary>
    public string? Channel { get; } = Text(arguments, "channel");

    /// <summary>What the call asks for, the same however often it is made: the message where there is one, else the arguments.</summary>
    public string Identity { get; } = Text(arguments, "channel") is { } channel && Text(arguments, "ts") is null && arguments.ContainsKey("text")
        ? $"{channel} {KeyOf(arguments)}"
        : Fingerprint.Of(arguments.ToJsonString());

    public static JsonObject Error(string code) => new() { ["ok"] = false, ["error"] = code };

    /// <summary>Carries the call out.</summary>
    public JsonObject Call(string method, DateTimeOffset now) => method switch
    {
        "auth.test" => Ok(new() { ["team"] = workspace.Id, ["team_id"] = workspace.Id, ["user"] = "botcoach", ["user_id"] = "U0BOT" }),
        "users.info" => UserInfo(),
        "conversations.open" => Open(),
        "conversations.history" => History(),
        "chat.postMessage" => Post(now),
        "chat.update" => Update(),
        "chat.postEphemeral" => Addressee() is { Error: { } refused } ? refused : Ok(new() { ["message_ts"] = Timestamp(now, 0) }),
        "views.open" or "views.publish" => Ok(new() { ["view"] = new JsonObject { ["id"] = "V0" } }),
        _ => Error("unknown_method"),
    };

    private JsonObject UserInfo() => Text(arguments, "user") is ['U' or 'W', ..] user
        ? Ok(new()
        {
            ["user"] = new JsonObject { ["id"] = user, ["name"] = user, ["real_name"] = user, ["tz"] = "Europe/Berlin", ["locale"] = "en-GB" },
        })
        : Error("user_not_found");

    private JsonObject Open()
    {
        if (Text(arguments, "users") is not (['U' or 'W', ..] and var user))
            return Error("user_not_found");
        if (reception.Plan.IsBlocked(reception.Faults, workspace.Id, user))
            return Error("user_disabled");
        var direct = $"D{user[1..]}{(reception.Plan.IsGone(reception.Faults, workspace.Id, user) ? Anew : "")}";
        return Ok(new() { ["channel"] = new JsonObject { ["id"] = direct } });
    }

    private JsonObject History()
    {
        if (Addressee() is { Error: { } refused })
            return refused;
        var limit = int.TryParse(Text(arguments, "limit"), CultureInfo.InvariantCulture, out var asked) ? asked : DefaultHistory;
        var messages = workspace.Messages(Channel!).Reverse().Take(limit).Select(message => (JsonNode)new JsonObject
        {
            ["type"] = "message",
            ["bot_id"] = "B0BOT",
            ["ts"] = message.Id,
            ["metadata"] = message.Metadata is null ? null : JsonNode.Parse(message.Metadata),
        });
        return Ok(new() { ["messages"] = new JsonArray([.. messages]), ["has_more"] = workspace.Messages(Channel!).Count > limit });
    }

    private JsonObject Post(DateTimeOffset now)
    {
        var (person, refused) = Addressee();
        if (refused is not null)
            return refused;
        if (!arguments.ContainsKey("text") && !arguments.ContainsKey("blocks"))
            return Error("no_text");
        var message = new Message(Timestamp(now, workspace.Messages(Channel!).Count), KeyOf(arguments), arguments["metadata"]?.ToJsonString());
        workspace.Show(now, Channel!, person!, message);
        return Ok(new() { ["channel"] = Channel, ["ts"] = message.Id });
    }

    private JsonObject Update()
    {
        if (Addressee() is { Error: { } refused })
            return refused;
        return Text(arguments, "ts") is { } message && workspace.Has(Channel!, message)
            ? Ok(new() { ["channel"] = Channel, ["ts"] = message })
            : Error("message_not_found");
    }

    /// <summary>The person of the channel, or why nobody is there.</summary>
    private (string? Person, JsonObject? Error) Addressee()
    {
        if (Channel is not (['D', ..] and var direct))
            return (null, Error("channel_not_found"));
        var isAnew = direct.EndsWith(Anew, StringComparison.Ordinal);
        var person = $"U{(isAnew ? direct[1..^Anew.Length] : direct[1..])}";
        if (reception.Plan.IsBlocked(reception.Faults, workspace.Id, person))
            return (null, Error("user_disabled"));
        return !isAnew && reception.Plan.IsGone(reception.Faults, workspace.Id, person)
            ? (null, Error("channel_not_found"))
            : (person, null);
    }

    /// <summary>Bots put the key of a message into its metadata; where there is none, what it shows is its key.</summary>
    private static string KeyOf(JsonObject message) =>
        message["metadata"]?["event_payload"]?["key"]?.GetValue<string>()
        ?? Fingerprint.Of($"{message["text"]?.ToJsonString()} {message["blocks"]?.ToJsonString()}");

    // Seconds and a number that no other message of the channel has.
    private static string Timestamp(DateTimeOffset now, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{now.ToUnixTimeSeconds()}.{number:D6}");

    private static JsonObject Ok(JsonObject body)
    {
        body["ok"] = true;
        return body;
    }

    private static string? Text(JsonObject arguments, string name) => arguments[name] switch
    {
        null => null,
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        var other => other.ToJsonString(),
    };
}
