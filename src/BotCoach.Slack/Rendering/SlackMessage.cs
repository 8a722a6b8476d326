using System.Text.Json.Nodes;
using BotCoach.Chat;

namespace BotCoach.Slack;

/// <summary>What a message shows: blocks, and a text for notifications and screen readers.</summary>
internal sealed record SlackMessage(string Text, IReadOnlyList<JsonObject> Blocks)
{
    public static SlackMessage Of(Card card) => new(SlackText.Fallback(card.Summary), CardBlocks.Of(card));

    /// <summary>A sentence of the adapter's own.</summary>
    public static SlackMessage Of(string sentence) => new(SlackText.Fallback(sentence), []);

    /// <summary>The parts of a message that every method takes.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject { ["text"] = Text };
        if (Blocks.Count > 0)
            json["blocks"] = new JsonArray([.. Blocks.Select(block => block.DeepClone())]);
        return json;
    }
}
