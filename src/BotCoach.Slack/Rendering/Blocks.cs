using System.Text.Json.Nodes;
using BotCoach.Chat;

namespace BotCoach.Slack;

/// <summary>The kinds of block and element that cards and forms are made from.</summary>
internal static class Blocks
{
    /// <summary>The action_id of every input; the block_id tells them apart.</summary>
    public const string InputValue = "value";

    public static JsonObject Header(string text) =>
        new() { ["type"] = "header", ["text"] = SlackText.Line(text, SlackLimits.Header) };

    public static JsonObject Section(JsonObject text) => new() { ["type"] = "section", ["text"] = text };

    public static JsonObject Section(string text, int limit = SlackLimits.Text) => Section(SlackText.Plain(text, limit));

    public static JsonObject Fields(IEnumerable<JsonObject> fields) =>
        new() { ["type"] = "section", ["fields"] = new JsonArray([.. fields]) };

    public static JsonObject Context(string text, int limit = SlackLimits.Text) => new()
    {
        ["type"] = "context",
        ["elements"] = new JsonArray(SlackText.Plain(text, limit)),
    };

    public static JsonObject Divider() => new() { ["type"] = "divider" };

    public static JsonObject Actions(IEnumerable<JsonObject> elements) =>
        new() { ["type"] = "actions", ["elements"] = new JsonArray([.. elements]) };

    public static JsonObject Button(string label, string actionId, string value)
    {
        if (value.Length > CardAction.MaxValueLength)
            throw new ArgumentException($"The value of the button '{actionId}' has {value.Length} characters.", nameof(value));

        var button = new JsonObject
        {
            ["type"] = "button",
            ["text"] = SlackText.Line(label, SlackLimits.Button),
            ["action_id"] = actionId,
        };
        // Slack refuses an empty value.
        if (value.Length > 0)
            button["value"] = value;
        return button;
    }

    /// <summary>A text that the person may write.</summary>
    /// <param name="language">The language of the view.</param>
    /// <param name="id">Tells inputs of a view apart.</param>
    /// <param name="field">What to write. Its limits are cut to those of Slack.</param>
    public static JsonObject Input(Language language, string id, FormField field)
    {
        var longest = Math.Clamp(field.MaxLength, 1, SlackLimits.Input);
        var element = new JsonObject
        {
            ["type"] = "plain_text_input",
            ["action_id"] = InputValue,
            ["multiline"] = field.IsMultiline,
            ["max_length"] = longest,
        };
        if (!string.IsNullOrEmpty(field.Value))
            element["initial_value"] = LongText.Cut(field.Value, longest);
        if (!string.IsNullOrWhiteSpace(field.Placeholder))
            element["placeholder"] = SlackText.Line(field.Placeholder, SlackLimits.Placeholder);

        var input = new JsonObject
        {
            ["type"] = "input",
            ["block_id"] = id,
            ["label"] = SlackText.Line(field.Label, SlackLimits.Label),
            ["element"] = element,
            ["optional"] = !field.IsRequired,
        };
        var limit = field.MaxLength > longest ? NoticeTexts.In(language).LongestInput : null;
        var hint = string.Join(" · ", new[] { field.Hint, limit }.Where(part => !string.IsNullOrWhiteSpace(part)));
        if (hint.Length > 0)
            input["hint"] = SlackText.Plain(hint, SlackLimits.Hint);
        return input;
    }

    /// <summary>How much of <see cref="SlackLimits.MessageCharacters"/> the blocks take.</summary>
    public static int Size(IEnumerable<JsonObject> blocks) => blocks.Sum(block => block.ToJsonString(SlackJson.Measure).Length + 1);
}
