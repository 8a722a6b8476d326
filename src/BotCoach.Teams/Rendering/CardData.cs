using System.Text.Json;
using System.Text.Json.Nodes;
using BotCoach.Chat;

namespace BotCoach.Teams;

/// <summary>
/// What a button carries to Teams and back. What was typed on the card comes back beside it, under names that begin
/// with <see cref="FieldPrefix"/> or are <see cref="InputId"/>. It passes through the person's own client, so it is
/// believed no more than something that the person typed.
/// </summary>
internal static class CardData
{
    /// <summary>Id of the input of a card.</summary>
    public const string InputId = "input";

    private const string FieldPrefix = "field.";
    private const string ActionKey = "action";
    private const string ValueKey = "value";
    private const string AsksKey = "asks";
    private const string FormKey = "form";

    /// <summary>Id of the input for a form's field.</summary>
    public static string FieldId(FormField field) => FieldPrefix + field.Name;

    /// <exception cref="ArgumentException">The action's value is longer than every channel carries.</exception>
    public static JsonObject Of(CardAction action) => action.Value.Length <= CardAction.MaxValueLength
        ? new() { [ActionKey] = action.Name, [ValueKey] = action.Value }
        : throw new ArgumentException($"The value of the action '{action.Name}' has {action.Value.Length} characters.", nameof(action));

    public static JsonObject Of(CardInput input)
    {
        var data = Of(input.Action);
        data[AsksKey] = true;
        return data;
    }

    /// <summary>
    /// The form without what stands in its fields. It travels whole, so that it can be shown again, with what was wrong,
    /// and nothing has to be kept between.
    /// </summary>
    public static JsonObject Of(ChatForm form) => new()
    {
        [FormKey] = JsonSerializer.SerializeToNode(
            form with { Fields = [.. form.Fields.Select(field => field with { Value = null })] }, TeamsJson.Options),
    };

    /// <summary>The action of a button or input; null when the data has none.</summary>
    public static CardAction? ReadAction(JsonElement data) =>
        data.Text(ActionKey) is { } name ? new(name, data.Text(ValueKey) ?? "") : null;

    /// <summary>What was typed into a card's input; null when another button was chosen.</summary>
    public static string? ReadInput(JsonElement data) => data.Flag(AsksKey) ? data.Text(InputId) ?? "" : null;

    /// <summary>The form with what was typed into its fields; null when the data has none.</summary>
    public static ChatForm? ReadForm(JsonElement data)
    {
        if (data.At(FormKey) is not { ValueKind: JsonValueKind.Object } written)
            return null;
        try
        {
            var form = written.Deserialize<ChatForm>(TeamsJson.Options)!;
            var names = form.Fields.Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
            return names.Count == form.Fields.Count
                ? form with { Fields = [.. form.Fields.Select(field => field with { Value = data.Text(FieldId(field)) ?? "" })] }
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
