using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace BotCoach.Slack.Tests;

/// <summary>What a person sees of Slack's payloads, and what in them acts (docs.slack.dev, block kit and formatting).</summary>
internal static partial class SlackReading
{
    public static SeenMessage Message(Posted posted)
    {
        List<string> acting = [];
        // The text beside the blocks is always read as markup.
        var notification = posted.Body.Text("text") ?? "";
        if (Reference().IsMatch(notification))
            acting.Add(notification);
        return new()
        {
            Id = posted.Timestamp,
            Notification = WebUtility.HtmlDecode(notification),
            Parts = [.. posted.Body.Items("blocks").SelectMany(block => Parts(block, acting))],
            Acting = acting,
        };
    }

    /// <summary>The dialog in front of the person.</summary>
    /// <param name="view">The dialog.</param>
    /// <param name="typed">What the person typed over what stood there.</param>
    /// <param name="errors">What Slack shows to be wrong.</param>
    public static SeenForm Form(JsonElement view, IReadOnlyDictionary<string, string> typed, IReadOnlyDictionary<string, string> errors)
    {
        List<string> acting = [];
        return new()
        {
            Title = Shown(view.At("title"), acting),
            Submit = Shown(view.At("submit"), acting),
            Leave = Shown(view.At("close"), acting),
            Introduction = [.. view.Items("blocks").Where(block => block.Text("type") != "input").SelectMany(block => Parts(block, acting)).Select(part => part.Words)],
            Fields = [.. view.Items("blocks").Where(block => block.Text("type") == "input").Select(input => Field(input, typed, errors, acting))],
            Acting = acting,
        };
    }

    /// <summary>The buttons of a message, in order.</summary>
    public static IEnumerable<JsonElement> Buttons(JsonElement body) =>
        body.Items("blocks").Where(block => block.Text("type") == "actions").SelectMany(block => block.Items("elements"));

    private static SeenField Field(
        JsonElement input, IReadOnlyDictionary<string, string> typed, IReadOnlyDictionary<string, string> errors, List<string> acting)
    {
        var name = input.Text("block_id")!;
        var element = input.At("element")!.Value;
        return new(name, Shown(input.At("label"), acting))
        {
            Value = typed.TryGetValue(name, out var words) ? words : element.Text("initial_value") ?? "",
            Placeholder = Shown(element.At("placeholder"), acting),
            Hint = Shown(input.At("hint"), acting),
            Error = errors.GetValueOrDefault(name, ""),
            IsRequired = !input.Flag("optional"),
            IsMultiline = element.Flag("multiline"),
            MaxLength = element.At("max_length")!.Value.GetInt32(),
        };
    }

    private static IEnumerable<SeenPart> Parts(JsonElement block, List<string> acting) => block.Text("type") switch
    {
        "section" when block.At("text") is { } text && Shown(text, []) is ['▰' or '▱', ..] => Lines(Shown(text, acting)),
        "header" or "section" when block.At("text") is { } text => [new(SeenKind.Text, Shown(text, acting))],
        "section" => block.Items("fields").Select(field => new SeenPart(SeenKind.Text, Shown(field, acting))),
        "context" => block.Items("elements").Select(element => new SeenPart(SeenKind.Text, Shown(element, acting))),
        "actions" => block.Items("elements").Select(element => Element(element, acting)),
        "divider" => [],
        var other => throw new InvalidOperationException($"Nobody knows how a {other} looks."),
    };

    // A chart: a line for each bar, and then for what has no bar.
    private static IEnumerable<SeenPart> Lines(string words)
    {
        var lines = words.Split('\n').Select(line => (Signs: line.TakeWhile(sign => sign is '▰' or '▱').Count(), Full: line.TakeWhile(sign => sign is '▰').Count(), Line: line)).ToList();
        var longest = Math.Max(1, lines.Max(line => line.Full));
        return lines.Select(line => line.Signs == 0
            ? new SeenPart(SeenKind.Text, line.Line)
            : new SeenPart(SeenKind.Bar, line.Line[(line.Signs + 1)..]) { Length = (double)line.Full / longest });
    }

    private static SeenPart Element(JsonElement button, List<string> acting) => new(
        button.Text("url") is not null ? SeenKind.Link : button.Text("action_id") == ActionId.Input ? SeenKind.Field : SeenKind.Button,
        Shown(button.At("text"), acting))
    {
        StandsOut = button.Text("style") is "primary",
        Address = button.Text("url"),
    };

    /// <summary>How a text object looks; empty for none.</summary>
    private static string Shown(JsonElement? text, List<string> acting)
    {
        if (text is not { } json || json.Text("text") is not { } words)
            return "";
        if (json.Text("type") == "plain_text")
        {
            if (json.Flag("emoji") && Emoji().IsMatch(words))
                acting.Add(words);
            return words;
        }

        var inner = Bold().Match(words) is { Success: true } bold ? bold.Groups["words"].Value : words;
        if (Reference().IsMatch(inner) || Emoji().IsMatch(inner) || Mark().IsMatch(inner) || !json.Flag("verbatim"))
            acting.Add(words);
        return WebUtility.HtmlDecode(inner);
    }

    [GeneratedRegex("<[^>]*>?", RegexOptions.NonBacktracking)]
    private static partial Regex Reference();

    [GeneratedRegex(":[a-z0-9_+-]+:", RegexOptions.NonBacktracking)]
    private static partial Regex Emoji();

    [GeneratedRegex("[*_~`]", RegexOptions.NonBacktracking)]
    private static partial Regex Mark();

    [GeneratedRegex(@"\A\*(?<words>[^*\n]+)\*\z", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Bold();
}
