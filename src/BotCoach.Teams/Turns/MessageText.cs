using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace BotCoach.Teams;

/// <summary>
/// Teams' form of what a person typed: mentions in <c>&lt;at&gt;</c>, and HTML entities (learn.microsoft.com, "Channel and
/// group chat conversations with a bot").
/// </summary>
internal static partial class MessageText
{
    /// <summary>Whether the bot itself is mentioned.</summary>
    public static bool MentionsBot(JsonElement activity) =>
        BotMentions(activity).Any() || (activity.Text("recipient", "name") is { } bot && At().Matches(activity.Text("text") ?? "").Any(at => Names(at, bot)));

    /// <summary>Gives the words as they were typed, as far as Teams lets us know, without mentions of the bot.</summary>
    public static string Read(JsonElement activity)
    {
        var text = activity.Text("text") ?? "";
        foreach (var mention in BotMentions(activity).OfType<string>())
            text = text.Replace(mention, " ", StringComparison.Ordinal);

        var bot = activity.Text("recipient", "name");
        text = At().Replace(text, at => bot is not null && Names(at, bot) ? " " : at.Groups["name"].Value);
        text = WebUtility.HtmlDecode(text).ReplaceLineEndings("\n").Replace('\u00A0', ' ');
        return Spaces().Replace(text, " ").Trim();
    }

    /// <summary>The texts that stand for the bot; null where a mention has no text.</summary>
    private static IEnumerable<string?> BotMentions(JsonElement activity)
    {
        var bot = activity.Text("recipient", "id");
        return activity.Items("entities")
            .Where(entity => entity.Text("type") == "mention" && bot is not null && entity.Text("mentioned", "id") == bot)
            .Select(entity => entity.Text("text"));
    }

    private static bool Names(Match at, string bot) => string.Equals(at.Groups["name"].Value.Trim(), bot, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("<at( [^<>]*)?>(?<name>[^<>]*)</at>", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex At();

    /// <summary>A mention that is taken out leaves its spaces behind.</summary>
    [GeneratedRegex("[ \t]{2,}", RegexOptions.NonBacktracking)]
    private static partial Regex Spaces();
}
