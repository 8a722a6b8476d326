namespace BotCoach.Coaching;

/// <summary>What lines are by their shape and their neighbours: headings, announcements of lists, page furniture.</summary>
internal sealed class LineShapes
{
    private const int LongestHeading = 70;
    private const int MostWordsOfHeading = 10;
    private const int LongestTitle = 100;
    private const int LongestFurniture = 80;
    private const int FewestRepeats = 3;

    // A line that was broken at the edge of a window or mail is at least that long.
    private const int ShortestBrokenLine = 50;

    private readonly List<PreReadLine> _lines;
    private readonly HashSet<string> _furniture;

    public LineShapes(List<PreReadLine> lines)
    {
        _lines = lines;
        _furniture = lines
            .Where(MayBeFurniture)
            .GroupBy(line => line.Text, StringComparer.Ordinal)
            .Where(group => group.Count() >= FewestRepeats)
            .Select(group => group.Key)
            .ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Whether it is the same on page after page, such as the foot of a deck.</summary>
    public bool IsFurniture(string line) => _furniture.Contains(line);

    /// <summary>The text of a heading; null when the line is none.</summary>
    /// <param name="at">The line.</param>
    /// <param name="isInMail">Whether short lines are how people write here.</param>
    /// <param name="isTitle">Whether the first line of a slide is to be read, which is its title.</param>
    public string? Heading(int at, bool isInMail, bool isTitle)
    {
        var line = _lines[at];
        if (LineMarks.MarkdownHeading(line.Text) is { Length: > 0 } markdown)
        {
            return markdown;
        }

        if (line.Text.Length > LongestTitle || PreReadTable.Cells(line) is not null)
        {
            return null;
        }

        if (line.IsBold && !line.Text.EndsWith('.'))
        {
            return line.Text;
        }

        if (LineMarks.Item(line.Text) is var (text, isNumbered))
        {
            return isNumbered && !isInMail && IsAlone(at) && IsShort(text) && !IsNumbered(Next(at)) ? text : null;
        }

        var isHeading = isTitle || IsUnderlined(at) || IsCapitals(line.Text) || (EndsInColon(line.Text) && !isInMail && !IsAnnouncement(at))
            || (!isInMail && IsAlone(at) && IsShort(line.Text));
        return isHeading && !line.Text.EndsWith('.') ? line.Text : null;
    }

    /// <summary>Whether the line announces the list or table that follows it.</summary>
    public bool IsAnnouncement(int at) =>
        _lines[at].Text.EndsWith(':') && Next(at) is { } next && (LineMarks.Item(next.Text) is not null || PreReadTable.Cells(next) is not null);

    /// <summary>Whether a line goes on with the paragraph or item that the line before it belongs to.</summary>
    public static bool Continues(string before, SentenceKind kind, PreReadLine line, int indent)
    {
        if (char.IsLower(line.Text[0]) || before[^1] == ',' || (kind == SentenceKind.Item && line.Indent > indent))
        {
            return true;
        }

        return before.Length >= ShortestBrokenLine && before[^1] != ':' && !(kind == SentenceKind.Item && before[^1] is '.' or '?' or '!');
    }

    // "Northwind | Board" is one; the row of a table is none.
    private static bool MayBeFurniture(PreReadLine line) =>
        line.Text.Length is > 0 and <= LongestFurniture && line.Depth == 0 && !line.Text.EndsWith(':')
        && LineMarks.Item(line.Text) is null && PreReadTable.Cells(line) is null or [_, _];

    private static bool EndsInColon(string text) => text.EndsWith(':') && IsShort(text.TrimEnd(':'));

    private static bool IsShort(string text) =>
        text.Length is > 1 and <= LongestHeading && text.Any(char.IsLetter)
        && text[^1] is not ('.' or '!' or '?' or ';' or ',' or ':') && !char.IsLower(text[0])
        && text.Count(letter => letter == ' ') < MostWordsOfHeading && !text.Contains(": ", StringComparison.Ordinal);

    private static bool IsCapitals(string text) =>
        text.Length <= LongestHeading && text.Count(char.IsUpper) > 3 && !text.Any(char.IsLower) && !text.Any(letter => letter is '.' or '?' or '!');

    private bool IsUnderlined(int at) =>
        at + 1 < _lines.Count && _lines[at + 1].Text is ['=' or '-', _, _, ..] below && LineMarks.IsRule(below)
        && IsShort(_lines[at].Text) && (at == 0 || _lines[at - 1].IsBlank);

    // Nothing above it, and below it either nothing or text that is longer than a heading.
    private bool IsAlone(int at)
    {
        if (at > 0 && !_lines[at - 1].IsBlank && !LineMarks.IsRule(_lines[at - 1].Text) && LineMarks.Slide(_lines[at - 1].Text) is null)
        {
            return false;
        }

        if (Next(at) is not { } next)
        {
            return false;
        }

        return _lines[at + 1].IsBlank || LineMarks.Item(next.Text) is not null || PreReadTable.Cells(next) is not null || next.Text.Length > LongestHeading;
    }

    private static bool IsNumbered(PreReadLine? line) => line is { } known && LineMarks.Item(known.Text) is (_, true);

    private PreReadLine? Next(int at)
    {
        // A heading and its text may be a few empty lines apart.
        const int Furthest = 4;
        for (var next = at + 1; next < _lines.Count && next <= at + Furthest; next++)
        {
            if (!_lines[next].IsBlank)
            {
                return _lines[next];
            }
        }

        return null;
    }
}
