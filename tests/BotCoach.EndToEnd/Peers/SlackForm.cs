using System.Text.Json;

namespace BotCoach.EndToEnd;

/// <summary>A text field of a modal.</summary>
/// <param name="Label">What stands above it.</param>
/// <param name="BlockId">The <c>block_id</c> of its input block.</param>
/// <param name="ActionId">The <c>action_id</c> of its element.</param>
/// <param name="Value">What stands in it at first; empty for nothing.</param>
/// <param name="IsOptional">Whether Slack lets it be empty.</param>
public sealed record SlackField(string Label, string BlockId, string ActionId, string Value, bool IsOptional);

/// <summary>A modal that is open.</summary>
public sealed record SlackForm
{
    /// <summary>Slack's id of this state of the modal.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required string CallbackId { get; init; }

    /// <summary>Everything that can be read on it, one text a line, but for its title and buttons.</summary>
    public required string Shown { get; init; }

    /// <summary>Its text fields, in order.</summary>
    public required IReadOnlyList<SlackField> Fields { get; init; }

    /// <summary>What the bot said under a field, by the field's label; empty unless the last submission was not taken.</summary>
    public IReadOnlyDictionary<string, string> Errors { get; init; } = new Dictionary<string, string>();

    /// <summary>A field by its label, block id or action id.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public SlackField Field(string name) =>
        Fields.FirstOrDefault(field => field.Label == name || field.BlockId == name || field.ActionId == name)
        ?? throw new InvalidOperationException(
            $"The form “{Title}” has no field “{name}”. It has {string.Join(", ", Fields.Select(field => $"“{field.Label}” ({field.BlockId})"))}.");

    internal static SlackForm Read(JsonElement view, JsonElement? errors)
    {
        var blocks = view.GetProperty("blocks");
        var form = new SlackForm
        {
            Id = view.GetProperty("id").GetString()!,
            Title = view.GetProperty("title").GetProperty("text").GetString()!,
            CallbackId = BlockKit.Text(view, "callback_id") ?? "",
            Shown = BlockKit.Shown(blocks),
            Fields = [.. blocks.EnumerateArray().Where(block => BlockKit.Text(block, "type") == "input").Select(ReadField)],
        };
        return errors is null
            ? form
            : form with { Errors = errors.Value.EnumerateObject().ToDictionary(error => form.Field(error.Name).Label, error => error.Value.GetString()!) };
    }

    private static SlackField ReadField(JsonElement block)
    {
        var element = block.GetProperty("element");
        if (BlockKit.Text(element, "type") is not "plain_text_input" and var kind)
            throw new NotSupportedException($"Forms have text fields only so far; this one has a {kind}.");
        return new SlackField(
            block.GetProperty("label").GetProperty("text").GetString()!,
            block.GetProperty("block_id").GetString()!,
            element.GetProperty("action_id").GetString()!,
            BlockKit.Text(element, "initial_value") ?? "",
            block.TryGetProperty("optional", out var optional) && optional.GetBoolean());
    }
}

/// <summary>What the bot shows a person on its Home tab.</summary>
/// <param name="Shown">Everything that can be read there, one text a line.</param>
/// <param name="Buttons">Its buttons, in order.</param>
public sealed record SlackHome(string Shown, IReadOnlyList<SlackButton> Buttons);
