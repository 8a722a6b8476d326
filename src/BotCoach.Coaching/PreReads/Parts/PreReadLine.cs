using System.Text.RegularExpressions;

namespace BotCoach.Coaching;

/// <summary>A line of a pasted text.</summary>
/// <param name="Depth">How often it is quoted: the number of <c>&gt;</c> before it.</param>
/// <param name="Indent">How far it is indented; a tab counts four.</param>
/// <param name="Text">The line without quotes, indentation and Markdown's emphasis and links.</param>
/// <param name="IsBold">Whether all of it was in bold.</param>
/// <param name="BeginsWithTab">Whether it began with a tab: the first cell of a row of a table is empty then.</param>
internal readonly partial record struct PreReadLine(int Depth, int Indent, string Text, bool IsBold, bool BeginsWithTab)
{
    // Deeper quotes are hostile or of no use.
    private const int DeepestQuote = 50;
    private const int TabWidth = 4;
    private const int Timeout = PastedText.PatternTimeout;

    /// <summary>Whether nothing stands on it.</summary>
    public bool IsBlank => Text.Length == 0;

    /// <summary>Reads the lines of a cleaned text (see <see cref="PastedText"/>).</summary>
    public static List<PreReadLine> ReadAll(string text) => [.. text.Split('\n').Select(Read)];

    private static PreReadLine Read(string text)
    {
        var (at, depth, indent) = (0, 0, 0);
        for (; at < text.Length && text[at] is '>' or ' ' or '\t'; at++)
        {
            depth += text[at] == '>' ? 1 : 0;
            indent = text[at] switch { '>' => 0, '\t' => indent + TabWidth, _ => indent + 1 };
        }

        var line = text[at..].TrimEnd();
        var plain = Plain(line);
        return new PreReadLine(Math.Min(depth, DeepestQuote), indent, plain, IsAllBold(line, plain), at > 0 && text[at - 1] == '\t');
    }

    private static bool IsAllBold(string line, string plain) =>
        plain.Length > 0 && line.Length == plain.Length + 4 && line is ['*', '*', ..] or ['_', '_', ..];

    private static string Plain(string line)
    {
        if (line.Contains(':', StringComparison.Ordinal))
        {
            line = Address().Replace(Link().Replace(line, "${shown}"), "${host}");
        }

        return line.AsSpan().ContainsAny('*', '_', '`') && !LineMarks.IsRule(line)
            ? Emphasis().Replace(line, "${text}").Replace("`", "", StringComparison.Ordinal)
            : line;
    }

    [GeneratedRegex(@"!?\[(?<shown>[^\[\]]{0,200})\]\((?:[^()\s]|\([^()\s]{0,100}\)){1,500}\)|<\w+:[^<>|\s]{1,500}\|(?<shown>[^<>|]{0,200})>", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Link();

    [GeneratedRegex(@"\bhttps?://(?:www\.)?(?<host>[^/\s?#]{1,100})[^\s<>()]*(?<![.,;:!?])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Address();

    [GeneratedRegex(@"(?<![\w*_])(?<mark>\*{1,3}|_{1,3})(?=\S)(?<text>[^*_]{1,300})(?<=\S)\k<mark>(?![\w*_])", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Emphasis();
}
