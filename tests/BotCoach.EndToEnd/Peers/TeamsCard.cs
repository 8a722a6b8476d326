using System.Text.Json;

namespace BotCoach.EndToEnd;

/// <summary>An action of an Adaptive Card that a person can press.</summary>
/// <param name="Title">What it says.</param>
/// <param name="Type">Such as <c>Action.Execute</c>.</param>
/// <param name="Verb">Its verb; null when it has none.</param>
/// <param name="Data">Its data; undefined when it has none.</param>
/// <param name="WithInputs">Whether the card's inputs go along.</param>
public sealed record TeamsButton(string Title, string Type, string? Verb, JsonElement Data, bool WithInputs);

/// <summary>An input of an Adaptive Card.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Label">What a person sees above it.</param>
/// <param name="Value">What stands in it from the start.</param>
/// <param name="IsRequired">Whether Teams asks for something before it submits.</param>
public sealed record TeamsInput(string Id, string Label, string Value, bool IsRequired);

/// <summary>Reads what a person sees from an Adaptive Card.</summary>
internal static class TeamsCard
{
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    /// <summary>Every text of a card, in order, one a line: text blocks, facts, labels, choices, buttons. Hidden parts too.</summary>
    public static string Shown(JsonElement card) => string.Join('\n', Texts(card));

    /// <summary>Every action with a title, in order, those behind a menu or <c>Action.ShowCard</c> too.</summary>
    public static IReadOnlyList<TeamsButton> Buttons(JsonElement card) =>
        [.. from part in Parts(card)
            let type = BlockKit.Text(part, "type")
            let title = BlockKit.Text(part, "title")
            where title is not null && type?.StartsWith("Action.", StringComparison.Ordinal) is true
            select new TeamsButton(
                title,
                type,
                BlockKit.Text(part, "verb"),
                part.TryGetProperty("data", out var data) ? data : default,
                !string.Equals(BlockKit.Text(part, "associatedInputs"), "none", StringComparison.OrdinalIgnoreCase))];

    /// <summary>Every input, in order.</summary>
    public static IReadOnlyList<TeamsInput> Inputs(JsonElement card) =>
        [.. from part in Parts(card)
            where BlockKit.Text(part, "type")?.StartsWith("Input.", StringComparison.Ordinal) is true
            let id = BlockKit.Text(part, "id")
            select new TeamsInput(
                id,
                BlockKit.Text(part, "label") ?? "",
                part.TryGetProperty("value", out var value) ? value.ToString() : "",
                part.TryGetProperty("isRequired", out var required) && required.ValueKind is JsonValueKind.True)];

    private static readonly string[] _readable = ["text", "title", "value", "label", "placeholder", "altText"];

    /// <summary>Every object of a card, outer ones first; a fallback is not shown, and data is not a part.</summary>
    private static IEnumerable<JsonElement> Parts(JsonElement part) => part.ValueKind switch
    {
        JsonValueKind.Array => part.EnumerateArray().SelectMany(Parts),
        JsonValueKind.Object => part.EnumerateObject()
            .Where(property => property.Name is not ("fallback" or "data" or "msteams" or "refresh"))
            .SelectMany(property => Parts(property.Value))
            .Prepend(part),
        _ => [],
    };

    private static IEnumerable<string> Texts(JsonElement card) =>
        from part in Parts(card)
        let isChoice = BlockKit.Text(part, "type") is null && part.TryGetProperty("title", out _) && part.TryGetProperty("value", out _)
        from name in _readable
        where name != "value" || isChoice || BlockKit.Text(part, "type") == "Input.Text"
        let text = BlockKit.Text(part, name)
        where !string.IsNullOrEmpty(text)
        select text;
}
