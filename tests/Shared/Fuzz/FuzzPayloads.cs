using System.Globalization;
using System.Text.Json.Nodes;

namespace BotCoach.Testing;

/// <summary>Requests as the platforms write them, by one of many people, before anything is done to them.</summary>
/// <param name="random">Chooses.</param>
/// <param name="platforms">What can be pressed and filled in.</param>
/// <param name="number">Names this request among all.</param>
/// <param name="strings">Odd texts.</param>
internal sealed class FuzzPayloads(Random random, FuzzPlatforms platforms, int number, IReadOnlyList<string> strings)
{
    // Many enough that no person's pace is reached.
    private const int People = 5_000;

    private static readonly string[] _words =
    [
        "hello", "help", "plan", "plan active", "try speak early", "try", "4, we agreed on the order", "reply 3", "pause until 7 dec", "pause", "resume", "stop",
        "prep meeting exec staff thu 10am", "prep 1:1 thu 3pm", "prep", "record", "groups", "words", "model", "export", "insights", "forget me", "lead add <@U1>",
        "group new Platform", "group Platform add <@U1> <@U2>", "pausa hasta el 7 de diciembre", "prep reunión de dirección jueves 10:00", "/prep 1:1 mañana a las 9 y media", "olvídame", "meeting exec staff 31 feb 25:00", "meeting", "1:1 next thurs-ish",
    ];

    private readonly string _id = number.ToString(CultureInfo.InvariantCulture);
    private readonly string _person = random.Next(People).ToString(CultureInfo.InvariantCulture);

    /// <summary>One of Slack's JSON bodies.</summary>
    public JsonNode SlackEvent() => new JsonObject
    {
        ["type"] = "event_callback",
        ["team_id"] = $"T{random.Next(5)}",
        ["event_id"] = $"Ev{_id}",
        ["event"] = random.Next(4) switch
        {
            0 => new JsonObject { ["type"] = "app_home_opened", ["tab"] = "home", ["user"] = $"U{_person}", ["channel"] = $"D{_person}" },
            1 => new JsonObject { ["type"] = "app_mention", ["user"] = $"U{_person}", ["channel"] = "C1", ["text"] = $"<@U0COACH> {Text()}", ["ts"] = "1.2" },
            _ => new JsonObject { ["type"] = "message", ["channel_type"] = "im", ["user"] = $"U{_person}", ["channel"] = $"D{_person}", ["text"] = Text(), ["ts"] = "1.2" },
        },
        ["authorizations"] = new JsonArray(new JsonObject { ["team_id"] = "T1", ["user_id"] = "U0COACH", ["is_bot"] = true }),
    };

    /// <summary>One of Slack's interactions: a tap, or a form that was filled in.</summary>
    public JsonNode SlackInteraction()
    {
        var interaction = new JsonObject
        {
            ["trigger_id"] = $"1.2.{_id}",
            ["team"] = new JsonObject { ["id"] = $"T{random.Next(5)}" },
            ["user"] = new JsonObject { ["id"] = $"U{_person}" },
            ["response_url"] = $"{platforms.SlackApi}respond",
        };
        if (random.Next(2) == 0 && Pick(platforms.SlackViews) is { } opened)
        {
            var view = opened.DeepClone();
            var values = new JsonObject();
            foreach (var block in (view["blocks"] as JsonArray ?? []).Where(block => (string?)block?["type"] == "input"))
            {
                values[(string)block!["block_id"]!] = new JsonObject { ["value"] = new JsonObject { ["type"] = "plain_text_input", ["value"] = Text() } };
            }

            view["state"] = new JsonObject { ["values"] = values };
            (interaction["type"], interaction["view"]) = ("view_submission", view);
            return interaction;
        }

        var (action, value) = Pick(platforms.SlackButtons) is { Action: { } kept } button ? (kept, button.Value) : ("plan.choose#1", "standard");
        interaction["type"] = "block_actions";
        interaction["channel"] = new JsonObject { ["id"] = $"D{_person}" };
        interaction["container"] = new JsonObject { ["type"] = "message", ["message_ts"] = "1.2", ["channel_id"] = $"D{_person}", ["is_ephemeral"] = random.Next(2) == 0 };
        interaction["actions"] = new JsonArray(new JsonObject { ["type"] = "button", ["block_id"] = "b1", ["action_id"] = action, ["value"] = value });
        return interaction;
    }

    /// <summary>What a visitor of the sandbox does.</summary>
    public JsonNode Visitor()
    {
        var act = new JsonObject { ["id"] = _id };
        switch (random.Next(4))
        {
            case 0:
                var (name, value) = Pick(platforms.SlackButtons) is { Action: { } kept } button ? (kept.Split('#')[0], button.Value) : ("plan.choose", "standard");
                (act["kind"], act["name"], act["value"], act["message"]) = ("button", name, value, "1");
                break;
            case 1:
                (act["kind"], act["form"], act["state"], act["values"]) = ("form", "meeting", "m1|c|1", new JsonObject { ["name"] = Text(), ["when"] = Text() });
                break;
            default:
                (act["kind"], act["text"]) = ("message", random.Next(2) == 0 ? $"/coach {Text()}" : Text());
                break;
        }

        return act;
    }

    /// <summary>The fields of a slash command.</summary>
    public IReadOnlyList<(string Name, string Value)> SlackCommand() =>
    [
        ("team_id", $"T{random.Next(5)}"), ("channel_id", "C1"), ("user_id", $"U{_person}"), ("command", random.Next(2) == 0 ? "/coach" : "/prep"),
        ("text", Text()), ("trigger_id", $"1.2.{_id}"), ("response_url", $"{platforms.SlackApi}respond"),
    ];

    /// <summary>One of Teams' activities.</summary>
    public JsonNode Activity()
    {
        var activity = new JsonObject
        {
            ["id"] = _id,
            ["timestamp"] = "2026-11-25T09:00:00Z",
            ["channelId"] = "msteams",
            ["serviceUrl"] = platforms.Connector,
            ["from"] = new JsonObject { ["id"] = $"29:{_person}", ["name"] = "Somebody", ["aadObjectId"] = $"c0ffee00-0000-4000-8000-{_person.PadLeft(12, '0')}" },
            ["recipient"] = new JsonObject { ["id"] = "28:bot", ["name"] = "BotCoach" },
            ["conversation"] = new JsonObject { ["id"] = $"a:{_person}", ["conversationType"] = "personal", ["tenantId"] = "tenant" },
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = "tenant" } },
            ["entities"] = new JsonArray(new JsonObject { ["type"] = "clientInfo", ["locale"] = "en-GB", ["timezone"] = "Europe/London" }),
            ["locale"] = "en-US",
        };
        switch (random.Next(6))
        {
            case 0:
                (activity["type"], activity["action"]) = ("installationUpdate", random.Next(2) == 0 ? "add" : "remove");
                break;
            case 1:
                (activity["type"], activity["membersAdded"]) = ("conversationUpdate", new JsonArray(new JsonObject { ["id"] = "28:bot" }));
                break;
            case 2 when Pick(platforms.TeamsButtons) is { } data:
                (activity["type"], activity["name"], activity["replyToId"]) = ("invoke", "adaptiveCard/action", "1");
                activity["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["data"] = data.DeepClone() } };
                break;
            case 3 when Pick(platforms.TeamsButtons) is { } data:
                (activity["type"], activity["name"]) = ("invoke", random.Next(2) == 0 ? "task/fetch" : "task/submit");
                activity["value"] = new JsonObject { ["data"] = data.DeepClone() };
                break;
            default:
                (activity["type"], activity["text"]) = ("message", Text());
                break;
        }

        return activity;
    }

    private string Text() => random.Next(3) switch
    {
        0 => strings[random.Next(strings.Count)],
        1 => $"{_words[random.Next(_words.Length)]} {strings[random.Next(strings.Count)]}",
        _ => _words[random.Next(_words.Length)],
    };

    private T? Pick<T>(IReadOnlyCollection<T> kept) => kept.Count == 0 ? default : kept.ElementAtOrDefault(random.Next(kept.Count));
}
