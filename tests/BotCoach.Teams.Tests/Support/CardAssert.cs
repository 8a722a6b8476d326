using System.Text.Json.Nodes;

namespace BotCoach.Teams.Tests;

/// <summary>What every card must hold to, whatever was put into it.</summary>
internal static class CardAssert
{
    private static readonly Dictionary<string, string[]> _properties = new(StringComparer.Ordinal)
    {
        ["AdaptiveCard"] = ["$schema", "type", "version", "speak", "body", "msteams"],
        ["TextBlock"] = ["type", "text", "style", "size", "weight", "wrap"],
        ["RichTextBlock"] = ["type", "inlines", "spacing"],
        ["TextRun"] = ["type", "text", "size", "weight", "color", "isSubtle"],
        ["FactSet"] = ["type", "facts"],
        ["ActionSet"] = ["type", "actions", "spacing"],
        ["Input.Text"] = ["type", "id", "label", "maxLength", "isMultiline", "isRequired", "errorMessage", "value", "placeholder"],
        ["Action.Execute"] = ["type", "title", "verb", "data", "style", "associatedInputs", "fallback"],
        ["Action.Submit"] = ["type", "title", "data", "style", "associatedInputs"],
        ["Action.OpenUrl"] = ["type", "title", "url"],
    };

    public static void IsSound(TeamsMessage message)
    {
        var activity = message.ToActivity();
        var json = activity.ToJsonString(TeamsJson.Options);
        Assert.InRange(2 * json.Length, 1, 80 * 1024);
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(json), 1, 80 * 1024);
        Assert.False(activity.ContainsKey("text"));
        Assert.InRange(message.Summary.Length, 1, TeamsLimits.Summary);
        Assert.Equal("1.5", (string?)message.Card["version"]);
        Element(message.Card);

        var ids = Activities.Nodes(message.Card).Where(node => (string?)node["type"] == "Input.Text").Select(node => (string?)node["id"]).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    /// <summary>Every text that a person reads on the card, in order.</summary>
    public static IReadOnlyList<string> Texts(TeamsMessage message) =>
        [.. Activities.Nodes(message.Card["body"]).Where(node => (string?)node["type"] is "TextBlock" or "TextRun").Select(node => (string)node["text"]!)];

    private static void Element(JsonObject element)
    {
        var type = (string)element["type"]!;
        Assert.Empty(element.Select(property => property.Key).Except(_properties[type]));
        switch (type)
        {
            case "AdaptiveCard":
                Assert.All(element["body"]!.AsArray(), each => Element(each!.AsObject()));
                break;
            case "TextBlock":
                Assert.True(TeamsText.IsInert((string)element["text"]!));
                break;
            case "RichTextBlock":
                Assert.All(element["inlines"]!.AsArray(), each => Element(each!.AsObject()));
                break;
            case "TextRun":
                Assert.NotEmpty((string)element["text"]!);
                break;
            case "FactSet":
                Assert.All(element["facts"]!.AsArray(), fact =>
                {
                    Assert.True(TeamsText.IsInert((string)fact!["title"]!));
                    Assert.True(TeamsText.IsInert((string)fact["value"]!));
                });
                break;
            case "ActionSet":
                Assert.InRange(element["actions"]!.AsArray().Count, 1, 6);
                Assert.All(element["actions"]!.AsArray(), each => Element(each!.AsObject()));
                break;
            case "Action.Execute":
                Assert.NotEmpty((string)element["verb"]!);
                var fallback = element["fallback"]!.AsObject();
                Assert.Equal("Action.Submit", (string?)fallback["type"]);
                Assert.True(JsonNode.DeepEquals(element["data"], fallback["data"]));
                Element(fallback);
                break;
        }
    }
}
