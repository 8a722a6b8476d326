using System.Buffers;
using System.Text.Json.Nodes;
using BotCoach.Chat;

namespace BotCoach.Slack;

/// <summary>
/// Texts in Slack's form. A person's words go into plain text only, where no mark, mention or emoji name acts.
/// </summary>
internal static class SlackText
{
    /// <summary>What stands for a text without a visible character, which Slack refuses.</summary>
    private const string Nothing = "–";

    private static readonly SearchValues<char> _marks = SearchValues.Create("*_~`<>&");

    /// <summary>A text that is shown as it stands, with its line breaks.</summary>
    public static JsonObject Plain(string text, int limit) => new()
    {
        ["type"] = "plain_text",
        ["text"] = string.IsNullOrWhiteSpace(text) ? Nothing : LongText.Cut(text, limit),
        ["emoji"] = false,
    };

    /// <summary>A text for a place that has one line: a title, a label, a button.</summary>
    public static JsonObject Line(string text, int limit) => Plain(text.ReplaceLineEndings(" "), limit);

    /// <summary>A label in bold, or plain where it holds a character that acts in Slack's markup.</summary>
    public static JsonObject Bold(string label)
    {
        var line = LongText.Cut(label.ReplaceLineEndings(" ").Trim(), SlackLimits.Label);
        // A colon alone is harmless, as in 1:1; two make an emoji's name.
        var acts = line.AsSpan().ContainsAny(_marks) || line.AsSpan().TrimEnd(':').Count(':') > 1;
        return line.Length == 0 || acts
            ? Line(label, SlackLimits.Label)
            : new JsonObject { ["type"] = "mrkdwn", ["text"] = $"*{line}*", ["verbatim"] = true };
    }

    /// <summary>The text beside a message's blocks: always read as markup, so its control characters are escaped.</summary>
    public static string Fallback(string text) => LongText.Cut(text, SlackLimits.Fallback)
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);
}
