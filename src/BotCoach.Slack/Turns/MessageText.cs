using System.Text.RegularExpressions;

namespace BotCoach.Slack;

/// <summary>
/// Slack's form of what a person typed: links and mentions in angle brackets, and three characters escaped
/// (docs.slack.dev, formatting message text).
/// </summary>
internal static partial class MessageText
{
    /// <summary>Gives the words as they were typed, as far as Slack lets us know.</summary>
    /// <param name="text">The text as Slack sends it.</param>
    /// <param name="bot">The bot's own user id, whose mentions are taken out; null to take none out.</param>
    public static string Read(string text, string? bot = null)
    {
        var typed = !text.Contains('<', StringComparison.Ordinal) ? text : Reference().Replace(text, match =>
            Typed(match.Groups["target"].Value, match.Groups["label"], bot) is { Length: > 0 } word
                ? word + match.Groups["space"].Value
                : "");
        return typed
            .Replace("&lt;", "<", StringComparison.Ordinal)
            .Replace("&gt;", ">", StringComparison.Ordinal)
            .Replace("&amp;", "&", StringComparison.Ordinal)
            .Trim();
    }

    /// <summary>The people whom a text mentions, by their user ids, without the bot.</summary>
    public static IReadOnlyList<string> PeopleIn(string text, string? bot = null) =>
        [.. Targets(text, "@").Where(user => user != bot)];

    /// <summary>The user groups that a text mentions, by their ids.</summary>
    public static IReadOnlyList<string> UserGroupsIn(string text) => [.. Targets(text, "!subteam^")];

    private static IEnumerable<string> Targets(string text, string kind) => Reference().Matches(text)
        .Select(match => match.Groups["target"].Value)
        .Where(target => target.StartsWith(kind, StringComparison.Ordinal))
        .Select(target => target[kind.Length..])
        .Distinct(StringComparer.Ordinal);

    private static string Typed(string target, Group label, string? bot)
    {
        var shown = label.Success && label.Length > 0 ? label.Value : null;
        return target switch
        {
            ['@', .. var user] => user == bot ? "" : '@' + (shown ?? user).TrimStart('@'),
            ['#', .. var channel] => '#' + (shown ?? channel).TrimStart('#'),
            ['!', .. var special] => shown ?? '@' + special.Split('^')[0],
            _ => Link(target, shown),
        };
    }

    /// <summary>Slack turns a typed address into a link with the address as its label; a link made by hand has its own.</summary>
    private static string Link(string target, string? label) =>
        label is null ? target
        : target.Contains(label, StringComparison.OrdinalIgnoreCase) ? label
        : $"{label} ({target})";

    [GeneratedRegex(@"<(?<target>[^<>|]+)(\|(?<label>[^<>]*))?>(?<space> ?)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Reference();
}
