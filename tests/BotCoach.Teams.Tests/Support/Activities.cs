using System.Text.Json.Nodes;
using BotCoach.Chat;

namespace BotCoach.Teams.Tests;

/// <summary>Activities as Teams writes them.</summary>
internal static class Activities
{
    public const string Tenant = "aa0e8400-e29b-41d4-a716-446655440000";
    public const string Anna = "29:1anna";
    public const string AnnaInEntra = "c0ffee00-0000-4000-8000-000000000001";
    public const string Ben = "29:1ben";
    public const string BenInEntra = "c0ffee00-0000-4000-8000-000000000002";
    public const string Team = "19:team@thread.tacv2";
    public const string Bot = "28:3f2b8a52-6a0e-4f63-9d6e-0c8c5a4d1b11";
    public const string Personal = "a:1anna";
    public const string Group = "19:group@thread.v2";

    public static JsonObject Message(string text, string id = "1700000000001") => Activity("message", id, activity => activity["text"] = text);

    /// <summary>A message in a group that mentions the bot.</summary>
    public static JsonObject Mention(string text, string mention = "<at>BotCoach</at>") => InGroup(Activity("message", "1700000000002", activity =>
    {
        activity["text"] = text;
        activity["entities"]!.AsArray().Add(new JsonObject
        {
            ["type"] = "mention",
            ["text"] = mention,
            ["mentioned"] = new JsonObject { ["id"] = Bot, ["name"] = "BotCoach" },
        });
    }));

    /// <summary>Lets a message mention somebody else, or a team or channel.</summary>
    public static JsonObject Mentioning(this JsonObject activity, string id, string name, string? objectId = null)
    {
        activity["entities"]!.AsArray().Add(new JsonObject
        {
            ["type"] = "mention",
            ["text"] = $"<at>{name}</at>",
            ["mentioned"] = new JsonObject { ["id"] = id, ["name"] = name, ["aadObjectId"] = objectId },
        });
        return activity;
    }

    /// <summary>Lets an activity take place in a channel of the team.</summary>
    public static JsonObject InTeam(this JsonObject activity)
    {
        activity["conversation"] = new JsonObject
        {
            ["id"] = "19:channel@thread.tacv2;messageid=1700000000000",
            ["conversationType"] = "channel",
            ["isGroup"] = true,
            ["tenantId"] = Tenant,
        };
        activity["channelData"]!["team"] = new JsonObject { ["id"] = Team, ["name"] = "Platform" };
        return activity;
    }

    public static JsonObject InGroup(JsonObject activity)
    {
        activity["conversation"] = new JsonObject
        {
            ["id"] = Group,
            ["conversationType"] = "groupChat",
            ["isGroup"] = true,
            ["tenantId"] = Tenant,
        };
        return activity;
    }

    /// <summary>A button of a client that knows Action.Execute.</summary>
    public static JsonObject Execute(JsonNode data, string? card = "1700000000000", string id = "f:1") => Activity("invoke", id, activity =>
    {
        activity["name"] = "adaptiveCard/action";
        activity["replyToId"] = card;
        activity["value"] = new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "any", ["data"] = data.DeepClone() },
            ["trigger"] = "manual",
        };
    });

    /// <summary>A button of a client that does not.</summary>
    public static JsonObject Submit(JsonNode data, string? card = "1700000000000", string id = "f:2") => Activity("message", id, activity =>
    {
        activity["replyToId"] = card;
        activity["value"] = data.DeepClone();
    });

    public static JsonObject Task(string name, JsonNode data) => Activity("invoke", "f:3", activity =>
    {
        activity["name"] = name;
        activity["value"] = new JsonObject { ["data"] = data.DeepClone(), ["context"] = new JsonObject { ["theme"] = "default" } };
    });

    public static JsonObject InstallationUpdate(string action, DateTimeOffset at, string id = "f:4") =>
        Activity("installationUpdate", id, activity => activity["action"] = action, at);

    public static JsonObject MembersUpdate(string members, DateTimeOffset at, string who = Bot, string id = "f:5") =>
        Activity("conversationUpdate", id, activity => activity[members] = new JsonArray(new JsonObject { ["id"] = who }), at);

    public static JsonObject Activity(string type, string id, Action<JsonObject>? change = null, DateTimeOffset? at = null)
    {
        var activity = new JsonObject
        {
            ["type"] = type,
            ["id"] = id,
            ["timestamp"] = (at ?? TeamsWorld.Now).ToString("O"),
            ["channelId"] = "msteams",
            ["from"] = new JsonObject { ["id"] = Anna, ["name"] = "Anna", ["aadObjectId"] = AnnaInEntra },
            ["recipient"] = new JsonObject { ["id"] = Bot, ["name"] = "BotCoach" },
            ["conversation"] = new JsonObject { ["id"] = Personal, ["conversationType"] = "personal", ["tenantId"] = Tenant },
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = Tenant } },
            ["entities"] = new JsonArray(new JsonObject
            {
                ["type"] = "clientInfo",
                ["locale"] = "en-GB",
                ["country"] = "GB",
                ["platform"] = "Web",
                ["timezone"] = "Europe/London",
            }),
            ["locale"] = "en-US",
        };
        change?.Invoke(activity);
        return activity;
    }

    /// <summary>The data of a button of a card as it was rendered, found by what it says.</summary>
    public static JsonObject DataOf(JsonNode card, string title) => Nodes(card)
        .First(node => (string?)node["title"] == title && (string?)node["type"] == "Action.Execute")["data"]!.DeepClone().AsObject();

    public static IEnumerable<JsonObject> Nodes(JsonNode? node) => node switch
    {
        JsonObject json => [json, .. json.SelectMany(property => Nodes(property.Value))],
        JsonArray list => list.SelectMany(Nodes),
        _ => [],
    };

    public static ConversationAddress Address(string serviceUrl, string conversation = Personal) =>
        new("teams", Tenant, $"{serviceUrl} {conversation}");
}
