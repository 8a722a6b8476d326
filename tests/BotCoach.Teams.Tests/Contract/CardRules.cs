using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace BotCoach.Teams.Tests;

/// <summary>
/// Why Teams would refuse an activity, or show it otherwise than meant: its limits, and the parts of Adaptive Cards that the
/// bot has a use for (adaptivecards.io, schema 1.5). Written beside the adapter's own limits, not with them.
/// </summary>
internal sealed class CardRules
{
    private static readonly JsonSerializerOptions _plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Dictionary<string, string[]> _properties = new(StringComparer.Ordinal)
    {
        ["AdaptiveCard"] = ["$schema", "type", "version", "lang", "speak", "body", "msteams"],
        ["TextBlock"] = ["type", "text", "style", "size", "weight", "wrap"],
        ["RichTextBlock"] = ["type", "inlines", "spacing"],
        ["TextRun"] = ["type", "text", "size", "weight", "color", "isSubtle"],
        ["FactSet"] = ["type", "facts"],
        ["Chart.HorizontalBar"] = ["type", "spacing", "displayMode", "color", "data", "fallback"],
        ["ActionSet"] = ["type", "actions", "spacing"],
        ["Input.Text"] = ["type", "id", "label", "maxLength", "isMultiline", "isRequired", "errorMessage", "value", "placeholder"],
        ["Action.Execute"] = ["type", "title", "verb", "data", "style", "associatedInputs", "fallback"],
        ["Action.Submit"] = ["type", "title", "data", "style", "associatedInputs"],
        ["Action.OpenUrl"] = ["type", "title", "url"],
    };

    private readonly List<string> _objections = [];

    /// <summary>What is wrong with a message.</summary>
    public static IReadOnlyList<string> OfActivity(JsonElement activity)
    {
        var rules = new CardRules();
        var json = JsonSerializer.Serialize(activity, _plain);
        // learn.microsoft.com, "Format your bot messages": stay below 80 KB, counted in UTF-16.
        rules.Hold(2 * json.Length <= 80 * 1024 && Encoding.UTF8.GetByteCount(json) <= 80 * 1024, $"a message of {json.Length} characters");
        rules.Hold(activity.Text("type") == "message", "no message");
        rules.Hold(activity.At("text") is null, "a text beside the card, which makes two messages");
        rules.Hold(activity.At("entities") is null, "entities, such as a mention");
        rules.Hold(activity.Text("summary") is { Length: >= 1 and <= 300 }, "no summary, or a long one");
        rules.Hold(activity.Items("attachments").Count() == 1, "not one card");
        rules.Hold(activity.Items("attachments").All(attachment => attachment.Text("contentType") == "application/vnd.microsoft.card.adaptive"), "no Adaptive Card");
        foreach (var attachment in activity.Items("attachments"))
            rules.Card(attachment.At("content") ?? default);
        return rules._objections;
    }

    /// <summary>What is wrong with a card.</summary>
    public static IReadOnlyList<string> OfCard(JsonElement card)
    {
        var rules = new CardRules();
        rules.Card(card);
        return rules._objections;
    }

    private void Card(JsonElement card)
    {
        Hold(card.Text("type") == "AdaptiveCard" && card.Text("version") == "1.5", "no Adaptive Card 1.5");
        // Some clients read it as SSML, Microsoft's own renderer as it stands.
        Hold(card.Text("lang") is { Length: 2 }, "no language of two letters (ISO 639-1)");
        Hold(card.Text("speak") is { Length: > 0 } spoken && !spoken.AsSpan().ContainsAny("<>&"), "words to be read out with markup in them");
        Known(card);
        List<string?> ids = [];
        foreach (var element in card.Items("body"))
        {
            Element(element);
            if (element.Text("type") == "Input.Text")
                ids.Add(element.Text("id"));
        }

        Hold(ids.Distinct(StringComparer.Ordinal).Count() == ids.Count, "an id of an input that stands twice");
    }

    private void Element(JsonElement element)
    {
        Known(element);
        switch (element.Text("type"))
        {
            case "TextBlock":
                Hold(element.Text("text") is { Length: > 0 } && element.Flag("wrap"), "a TextBlock without a text, or in one line");
                break;
            case "RichTextBlock":
                foreach (var run in element.Items("inlines"))
                {
                    Known(run);
                    Hold(run.Text("text") is { Length: > 0 }, "a TextRun without a text");
                }

                break;
            case "FactSet":
                Hold(element.Items("facts").All(fact => fact.Text("title") is not null && fact.Text("value") is not null), "a fact without its words");
                break;
            case "Chart.HorizontalBar":
                Chart(element);
                break;
            case "ActionSet":
                Hold(element.Items("actions").Count() is >= 1 and <= 6, "actions of none or more than six");
                foreach (var action in element.Items("actions"))
                    Action(action);
                break;
            case "Input.Text":
                Hold(element.Text("label") is not null, "an input without a label");
                Hold(!element.Flag("isRequired") || element.Text("errorMessage") is not null, "a required input that cannot say so");
                Hold((element.Text("value") ?? "").Length <= element.At("maxLength")?.GetInt32(), "a value that does not fit its input");
                break;
            case var other:
                Hold(false, $"no element is a {other}");
                break;
        }
    }

    // learn.microsoft.com, "Charts in Adaptive Cards". A client that does not know them is to show the same in words.
    private void Chart(JsonElement chart)
    {
        Hold(chart.Text("displayMode") is "AbsoluteWithAxis" or "AbsoluteNoAxis" or "PartToWhole", "no way to draw a chart");
        Hold(chart.Items("data").Any() && chart.Items("data").All(value => value.Text("x") is not null && value.At("y") is { ValueKind: JsonValueKind.Number }), "a bar without its words or its value");
        var fallback = chart.At("fallback") ?? default;
        Element(fallback);
        var words = string.Concat(fallback.Items("inlines").Select(run => run.Text("text")));
        Hold(chart.Items("data").All(value => words.Contains(value.Text("x")!, StringComparison.Ordinal)), "a fallback that says something else");
    }

    private void Action(JsonElement action)
    {
        Known(action);
        Hold(action.Text("title") is { Length: <= 75 }, "a button that says nothing, or too much");
        if (action.Text("type") != "Action.Execute")
            return;
        Hold(action.Text("verb") is not null, "an Action.Execute without a verb");
        var fallback = action.At("fallback") ?? default;
        Known(fallback);
        Hold(fallback.Text("type") == "Action.Submit" && JsonElement.DeepEquals(fallback.At("data")!.Value, action.At("data")!.Value), "a fallback that says something else");
    }

    private void Known(JsonElement part)
    {
        var type = part.Text("type") ?? "";
        var unknown = _properties.TryGetValue(type, out var known) ? part.EnumerateObject().Select(property => property.Name).Except(known).ToList() : ["type"];
        Hold(unknown.Count == 0, $"{type}: {string.Join(", ", unknown)}");
    }

    private void Hold(bool holds, string otherwise)
    {
        if (!holds)
            _objections.Add(otherwise);
    }
}
