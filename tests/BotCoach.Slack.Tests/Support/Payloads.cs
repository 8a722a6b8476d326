using System.Text.Json.Nodes;

namespace BotCoach.Slack.Tests;

/// <summary>Requests as Slack writes them.</summary>
internal static class Payloads
{
    public const string Team = "T0TEAM";
    public const string Anna = "U0ANNA";
    public const string Bot = "U0BOT";
    public const string Dm = "D0ANNA";

    public static JsonNode Message(string text, string id = "Ev1") => Event(id, new JsonObject
    {
        ["type"] = "message",
        ["channel"] = Dm,
        ["channel_type"] = "im",
        ["user"] = Anna,
        ["text"] = text,
        ["ts"] = "1700000000.000100",
        ["event_ts"] = "1700000000.000100",
        ["client_msg_id"] = "5f7e6b0e-0000-4000-8000-000000000001",
        ["team"] = Team,
    });

    public static JsonNode Mention(string text, string id = "Ev2") => Event(id, new JsonObject
    {
        ["type"] = "app_mention",
        ["channel"] = "C0GENERAL",
        ["user"] = Anna,
        ["text"] = text,
        ["ts"] = "1700000000.000200",
    });

    public static JsonNode HomeOpened(string tab = "home", string id = "Ev3") => Event(id, new JsonObject
    {
        ["type"] = "app_home_opened",
        ["channel"] = Dm,
        ["user"] = Anna,
        ["tab"] = tab,
    });

    public static JsonNode Event(string id, JsonObject happened) => new JsonObject
    {
        ["token"] = "verification-token",
        ["team_id"] = Team,
        ["api_app_id"] = "A0APP",
        ["event"] = happened,
        ["type"] = "event_callback",
        ["event_id"] = id,
        ["event_time"] = 1700000000,
        ["authorizations"] = new JsonArray(new JsonObject
        {
            ["enterprise_id"] = null,
            ["team_id"] = Team,
            ["user_id"] = Bot,
            ["is_bot"] = true,
        }),
    };

    public static (string, string)[] Command(string text, string responseUrl = "", string channel = "C0GENERAL", string channelName = "general") =>
    [
        ("token", "verification-token"), ("team_id", Team), ("team_domain", "acme"), ("channel_id", channel),
        ("channel_name", channelName), ("user_id", Anna), ("user_name", "anna"), ("command", "/Prep"), ("text", text),
        ("api_app_id", "A0APP"), ("is_enterprise_install", "false"), ("response_url", responseUrl), ("trigger_id", "13345224609.738474920.8088930838d88f008e0"),
    ];

    public static JsonObject Tap(string actionId, string? value = null, string? responseUrl = null) => new()
    {
        ["type"] = "block_actions",
        ["user"] = new JsonObject { ["id"] = Anna, ["username"] = "anna", ["team_id"] = Team },
        ["api_app_id"] = "A0APP",
        ["container"] = new JsonObject
        {
            ["type"] = "message",
            ["message_ts"] = "1700000000.000300",
            ["channel_id"] = Dm,
            ["is_ephemeral"] = false,
        },
        ["trigger_id"] = "1111.2222.aaaa",
        ["team"] = new JsonObject { ["id"] = Team, ["domain"] = "acme" },
        ["enterprise"] = null,
        ["is_enterprise_install"] = false,
        ["channel"] = new JsonObject { ["id"] = Dm, ["name"] = "directmessage" },
        ["state"] = new JsonObject { ["values"] = new JsonObject() },
        ["response_url"] = responseUrl,
        ["actions"] = new JsonArray(new JsonObject
        {
            ["action_id"] = actionId,
            ["block_id"] = "b2Fk",
            ["text"] = new JsonObject { ["type"] = "plain_text", ["text"] = "3", ["emoji"] = false },
            ["value"] = value,
            ["type"] = "button",
            ["action_ts"] = "1700000001.000000",
        }),
    };

    public static JsonObject EphemeralTap(string actionId, string? value, string responseUrl, string channel = "C0GENERAL")
    {
        var tap = Tap(actionId, value, responseUrl);
        tap["container"]!["is_ephemeral"] = true;
        tap["container"]!["channel_id"] = channel;
        tap["channel"]!["id"] = channel;
        return tap;
    }

    /// <summary>A dialog as it was opened, filled in and submitted.</summary>
    public static JsonObject Submit(JsonNode view, params (string Field, string? Value)[] values)
    {
        var filled = view.DeepClone();
        var state = new JsonObject();
        foreach (var (field, value) in values)
            state[field] = new JsonObject { ["value"] = new JsonObject { ["type"] = "plain_text_input", ["value"] = value } };
        filled["id"] = "V0VIEW";
        filled["state"] = new JsonObject { ["values"] = state };
        return new()
        {
            ["type"] = "view_submission",
            ["team"] = new JsonObject { ["id"] = Team },
            ["user"] = new JsonObject { ["id"] = Anna, ["team_id"] = Team },
            ["trigger_id"] = "3333.4444.bbbb",
            ["view"] = filled,
            ["response_urls"] = new JsonArray(),
        };
    }
}
