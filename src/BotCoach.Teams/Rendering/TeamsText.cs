using System.Text.RegularExpressions;
using BotCoach.Chat;

namespace BotCoach.Teams;

/// <summary>
/// Texts that are shown as they stand. A TextRun knows no Markdown, a TextBlock and a FactSet do (learn.microsoft.com,
/// "Text features" of Adaptive Cards), so those two only ever hold a text in which nothing could act.
/// </summary>
internal static partial class TeamsText
{
    /// <summary>What stands for a text without a visible character.</summary>
    private const string Nothing = "–";

    /// <summary>A text with its line breaks, for a TextRun.</summary>
    public static string Plain(string text, int limit)
    {
        var shown = Control().Replace(text.ReplaceLineEndings("\n"), "");
        // A card's own functions act in a TextRun too. An invisible character between the braces ends that.
        shown = Function().Replace(shown, "{\u2060{${name}");
        return string.IsNullOrWhiteSpace(shown) ? Nothing : LongText.Cut(shown, limit);
    }

    /// <summary>A text for a place that has one line: a title, a label, a button.</summary>
    public static string Line(string text, int limit) => Plain(text.ReplaceLineEndings(" ").Trim(), limit);

    /// <summary>Whether Markdown, links and mentions find nothing in a line that they would act upon.</summary>
    public static bool IsInert(string line) => Inert().IsMatch(line) && !line.Contains("//", StringComparison.Ordinal);

    /// <summary>
    /// A text to be read out. Some clients take it for SSML, others read it to the letter: so it holds nothing that is markup,
    /// nor anything that stands for it.
    /// </summary>
    public static string Speech(Language language, string text, int limit) =>
        Line(Spaces().Replace(text.Replace("&", $" {NoticeTexts.In(language).And} ", StringComparison.Ordinal).Replace('<', ' ').Replace('>', ' '), " "), limit);

    /// <summary>
    /// Letters, digits and harmless signs in one line, that do not begin like a list. No dot between letters and no
    /// "//": some clients make links of those.
    /// </summary>
    [GeneratedRegex(@"^(?!\d+[.)]( |\z))[\p{L}\p{N}¿¡“‘(✓](?:[\p{L}\p{N} ,;:¿?¡!%()/'’‘“”–—·…+✓-]|\.(?=[ \d]|\z))*\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Inert();

    [GeneratedRegex(@"\{\{(?<name>(DATE|TIME)\()", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Function();

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Spaces();

    /// <summary>Control characters but for the tab and the line feed.</summary>
    [GeneratedRegex(@"[\u0000-\u0008\u000B-\u001F\u007F]", RegexOptions.NonBacktracking)]
    private static partial Regex Control();
}
