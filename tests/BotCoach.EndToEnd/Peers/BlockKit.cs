using System.Text.Json;

namespace BotCoach.EndToEnd;

/// <summary>A button that a person can press.</summary>
/// <param name="Label">What it says.</param>
/// <param name="ActionId">Its <c>action_id</c>.</param>
/// <param name="BlockId">The <c>block_id</c> of the block that it stands in; empty when the bot gave none.</param>
/// <param name="Value">Its value; empty when it has none.</param>
/// <param name="Url">The page that it opens; null when it opens none.</param>
public sealed record SlackButton(string Label, string ActionId, string BlockId, string Value, string? Url);

/// <summary>Reads what a person sees from Slack's blocks.</summary>
internal static class BlockKit
{
    /// <summary>Every text of some blocks, in order, one a line: headings, sections, fields, labels, buttons, options.</summary>
    public static string Shown(JsonElement blocks) => string.Join('\n', Texts(blocks));

    /// <summary>Every button of some blocks, in order.</summary>
    public static IReadOnlyList<SlackButton> Buttons(JsonElement blocks) =>
        [.. from block in blocks.EnumerateArray()
            from element in Elements(block)
            where Text(element, "type") == "button"
            select new SlackButton(
                Texts(element.GetProperty("text")).Single(),
                Text(element, "action_id") ?? "",
                Text(block, "block_id") ?? "",
                Text(element, "value") ?? "",
                Text(element, "url"))];

    /// <summary>A property that is a string; null when there is none.</summary>
    public static string? Text(JsonElement owner, string property) =>
        owner.TryGetProperty(property, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    private static IEnumerable<JsonElement> Elements(JsonElement block)
    {
        if (block.TryGetProperty("accessory", out var accessory))
            yield return accessory;
        if (block.TryGetProperty("elements", out var elements))
        {
            foreach (var element in elements.EnumerateArray())
                yield return element;
        }
    }

    /// <summary>Text objects at any depth, but for a <c>confirm</c> dialog, which is not shown until something is pressed.</summary>
    private static IEnumerable<string> Texts(JsonElement part) => part.ValueKind switch
    {
        JsonValueKind.Array => part.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object when Text(part, "type") is "plain_text" or "mrkdwn" or "text" => [part.GetProperty("text").GetString()!],
        JsonValueKind.Object => part.EnumerateObject().Where(property => property.Name != "confirm").SelectMany(property => Texts(property.Value)),
        _ => [],
    };
}
