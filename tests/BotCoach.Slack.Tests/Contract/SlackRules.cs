using System.Text.Encodings.Web;
using System.Text.Json;

namespace BotCoach.Slack.Tests;

/// <summary>
/// Why Slack would refuse a payload: its limits and what it requires (docs.slack.dev, reference pages of blocks, block
/// elements, views and text objects). Written beside the adapter's own limits, not with them.
/// </summary>
internal sealed class SlackRules
{
    private static readonly JsonSerializerOptions _plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly List<string> _objections = [];

    /// <summary>What is wrong with what a call brought; empty for nothing.</summary>
    public static IReadOnlyList<string> Objections(string method, JsonElement arguments)
    {
        var rules = new SlackRules();
        switch (method)
        {
            case "chat.postMessage" or "chat.update" or "chat.postEphemeral" or "response_url" or "response":
                rules.Message(method, arguments);
                break;
            case "views.open":
                rules.Modal(arguments.At("view") ?? default);
                break;
            case "views.publish":
                rules.Blocks(arguments.Items("view", "blocks"), 100);
                break;
        }

        return [.. rules._objections.Select(objection => $"{method}: {objection}")];
    }

    private void Message(string method, JsonElement message)
    {
        Hold(!string.IsNullOrEmpty(message.Text("text")), "no text beside the blocks");
        Hold(message.Text("text")?.Length <= 4_000, "a text beside the blocks of more than 4,000 characters");
        Hold(method is not ("chat.postMessage" or "chat.update") || message.Text("parse") == "none", "names and links are read out of the text");
        Blocks(message.Items("blocks"), 50);
        // msg_blocks_too_long comes at about 13,000.
        Hold(message.At("blocks") is not { } blocks || JsonSerializer.Serialize(blocks, _plain).Length <= 13_000, "blocks of more than 13,000 characters");
    }

    private void Modal(JsonElement view)
    {
        Text(view.At("title"), 24);
        Text(view.At("submit"), 24);
        Text(view.At("close"), 24);
        Hold((view.Text("private_metadata") ?? "").Length <= 3_000, "private_metadata of more than 3,000 characters");
        Hold((view.Text("callback_id") ?? "").Length <= 255, "a callback_id of more than 255 characters");
        Blocks(view.Items("blocks"), 100);
        var ids = view.Items("blocks").Select(block => block.Text("block_id")).OfType<string>().ToList();
        Hold(ids.Distinct(StringComparer.Ordinal).Count() == ids.Count, "a block_id that stands twice");
    }

    private void Blocks(IEnumerable<JsonElement> blocks, int most)
    {
        var all = blocks.ToList();
        Hold(all.Count <= most, $"{all.Count} blocks");
        foreach (var block in all)
            Block(block);
    }

    private void Block(JsonElement block)
    {
        Hold((block.Text("block_id") ?? "").Length <= 255, "a block_id of more than 255 characters");
        switch (block.Text("type"))
        {
            case "header":
                Text(block.At("text"), 150);
                break;
            case "section":
                Hold(block.At("text") is not null || block.Items("fields").Any(), "a section without a text");
                if (block.At("text") is { } text)
                    Text(text, 3_000);
                Hold(block.Items("fields").Count() <= 10, "more than ten fields");
                foreach (var field in block.Items("fields"))
                    Text(field, 2_000);
                break;
            case "context":
                Hold(block.Items("elements").Count() is >= 1 and <= 10, "a context of none or more than ten");
                foreach (var element in block.Items("elements"))
                    Text(element, 3_000);
                break;
            case "actions":
                Hold(block.Items("elements").Count() is >= 1 and <= 25, "actions of none or more than 25");
                var ids = block.Items("elements").Select(element => element.Text("action_id")).ToList();
                Hold(ids.Distinct(StringComparer.Ordinal).Count() == ids.Count, "an action_id that stands twice");
                foreach (var element in block.Items("elements"))
                    Button(element);
                break;
            case "input":
                Input(block);
                break;
            case "divider":
                break;
            case var other:
                Hold(false, $"no block is a {other}");
                break;
        }
    }

    private void Button(JsonElement button)
    {
        Hold(button.Text("type") == "button", "no button");
        Text(button.At("text"), 75);
        Hold(button.Text("action_id") is { Length: >= 1 and <= 255 }, "an action_id of none or more than 255 characters");
        Hold(button.At("value") is null || button.Text("value") is { Length: >= 1 and <= 2_000 }, "a value of none or more than 2,000 characters");
        Hold((button.Text("url") ?? "").Length <= 3_000, "an address of more than 3,000 characters");
    }

    private void Input(JsonElement input)
    {
        var element = input.At("element") ?? default;
        Text(input.At("label"), 2_000);
        if (input.At("hint") is { } hint)
            Text(hint, 2_000);
        if (element.At("placeholder") is { } placeholder)
            Text(placeholder, 150);
        var longest = element.At("max_length")?.GetInt32();
        Hold(longest is >= 1 and <= 3_000, $"a max_length of {longest}");
        Hold(element.At("initial_value") is null || element.Text("initial_value") is { Length: >= 1 } value && value.Length <= longest, "an initial_value that does not fit");
    }

    private void Text(JsonElement? text, int most)
    {
        var words = text?.Text("text") ?? "";
        Hold(text?.Text("type") is "plain_text" or "mrkdwn", "no text object");
        Hold(!string.IsNullOrWhiteSpace(words) && words.Length <= most, $"a text of {words.Length} characters where 1 to {most} fit");
    }

    private void Hold(bool holds, string otherwise)
    {
        if (!holds)
            _objections.Add(otherwise);
    }
}
