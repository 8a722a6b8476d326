using System.Text.RegularExpressions;

namespace BotCoach.Testing;

/// <summary>Words that people type, and how they look.</summary>
public static partial class Words
{
    /// <summary>Words that a platform might write otherwise on their way to the bot.</summary>
    public static TheoryData<string> Everyday =>
    [
        "prep meeting Exec staff Thu 10:00",
        "a < b && c > d, \"quoted\" and 'quoted' \\ with a slash",
        "two lines\nand another",
        "größer, 漢字, עברית, 🌱 👩‍👩‍👧 and a café",
        "https://example.com/a?b=1&c=2#d is the roadmap",
        "4, we agreed | on the order; 100 %",
    ];

    /// <summary>Words that would act where they are read as markup.</summary>
    public static TheoryData<string> Hostile =>
    [
        "<@U1> <@U2|ben>",
        "<!channel> <!here> @channel @here @everyone",
        "<at>Everyone</at>",
        "<#C1> #general",
        "[x](javascript:alert(1))",
        "<https://evil.example|x>",
        "[Ben](mention:29:1ben)",
        "https://evil.example/ www.evil.example evil.example ben@evil.example",
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "&lt;b&gt; &amp;lt; &#60;",
        "**bold** *b* _it_ ~s~ `c`",
        "__b__ ~~s~~ ```code```",
        ":tada: :no_entry:",
        "- a\n- b\n1. c",
        "1. not a list",
        "# no title",
        "> no quote",
        "{{DATE(2026-01-01T00:00:00Z)}}",
        "${title} {{name}} %s {0}",
        "\u202Eright to left\u202C",
        "a\u0000b\u0007c\u001B[31m\u0085",
        "\"}],\"text\":\"x\\",
        "’; DROP TABLE people;--",
    ];

    /// <summary>What long words are made of, and how often: fillers that count more than once in some encodings, lengths around and far beyond any limit.</summary>
    public static TheoryData<string, int> Lengthy => new()
    {
        { "word ", 30 }, { "word ", 600 }, { "word ", 10_000 },
        { "x", 151 }, { "x", 3_001 }, { "x", 50_000 },
        { "\"\\", 1_500 }, { "漢", 5_000 }, { "🌱", 75 }, { "🌱", 1_501 }, { "a🌱", 20_000 },
    };

    /// <summary>Values of an action, which come back to the letter.</summary>
    public static TheoryData<string> Values =>
    [
        "",
        "q1|3",
        "<@U1> & <b> &amp; \"quoted\" \\ \n line, 漢字 🌱",
        "{\"json\":[\"inside\"]}",
        new('v', Chat.CardAction.MaxValueLength),
    ];

    /// <summary>
    /// How words look: control characters have no shape, nor has what keeps two signs apart, and a place of one line shows
    /// the end of a line as a space.
    /// </summary>
    public static string Look(string words) => Blank().Replace(Shapeless().Replace(words.ReplaceLineEndings(" "), ""), " ").Trim();

    /// <summary>Whether these words, or their beginning where the place is short, are shown as they were typed.</summary>
    public static bool AreShown(string typed, string shown)
    {
        var (wanted, seen) = (Look(typed), Look(shown));
        return seen == wanted || (seen is [.. { Length: > 0 } start, '…'] && wanted.StartsWith(start, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"[\p{Cc}\u2060]", RegexOptions.NonBacktracking)]
    private static partial Regex Shapeless();

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Blank();
}
