using System.Text.RegularExpressions;

namespace BotCoach.Coaching;

/// <summary>Reads rows of a table, as they are pasted from a slide, a sheet or Markdown, as sentences.</summary>
internal static partial class PreReadTable
{
    // A head names its columns in a few words; longer cells are text.
    private const int LongestHead = 40;

    /// <summary>The cells of a line, two or more; null when it is no row.</summary>
    public static List<string>? Cells(PreReadLine line)
    {
        if (line.Text.Contains('\t', StringComparison.Ordinal))
        {
            return Split(line.Text, '\t') is { } cells ? [.. line.BeginsWithTab ? [""] : Array.Empty<string>(), .. cells] : null;
        }

        var bars = line.Text.Count(letter => letter == '|');
        return bars >= 2 || (bars == 1 && line.Text.Contains(" | ", StringComparison.Ordinal)) ? Split(line.Text.Trim('|', ' '), '|') : null;
    }

    /// <summary>The rows as sentences, such as <c>Revenue: Plan 4.2m, Actual 3.9m</c>; the head is joined to them.</summary>
    /// <param name="rows">The rows, with the head.</param>
    /// <param name="hasRule">Whether a rule stood below the first row.</param>
    public static IEnumerable<string> Sentences(IReadOnlyList<List<string>> rows, bool hasRule)
    {
        if (rows.All(row => row.Count > 1 && row[0].Length == 0))
        {
            // Indented as a whole.
            rows = [.. rows.Select(row => row[1..])];
        }

        var head = hasRule || IsHead(rows) ? rows[0] : null;
        return rows.Skip(head is null ? 0 : 1).Select(row => Sentence(row, head)).Where(sentence => sentence.Length > 0);
    }

    private static List<string>? Split(string line, char mark)
    {
        List<string> cells = [.. line.Split(mark, StringSplitOptions.TrimEntries)];
        return cells.Count >= 2 && cells.Any(cell => cell.Length > 0) ? cells : null;
    }

    private static bool IsHead(IReadOnlyList<List<string>> rows) =>
        rows.Count > 1
        && rows[0].All(cell => cell.Length <= LongestHead && !IsFigure(cell))
        && (rows.Skip(1).Any(row => row.Skip(1).Any(IsFigure)) || rows.Count > 2);

    // A third of it is digits; periods, which name columns, are none.
    private static bool IsFigure(string cell)
    {
        var digits = cell.Count(char.IsDigit);
        return digits > 0 && digits * 3 >= cell.Length && !Period().IsMatch(cell);
    }

    private static string Sentence(List<string> row, List<string>? head)
    {
        var values = row.Skip(1).Select((cell, index) => WithHead(cell, head?.ElementAtOrDefault(index + 1) ?? ""));
        var joined = string.Join(", ", values.Where(cell => cell.Length > 0));
        return row[0].Length == 0 ? joined : joined.Length == 0 ? row[0] : $"{row[0].TrimEnd(':')}: {joined}";
    }

    private static string WithHead(string cell, string head) => cell is "" or "-" or "–" or "—" or "n/a" ? "" : head.Length == 0 ? cell : $"{head} {cell}";

    [GeneratedRegex(@"^(?:(?:FY|Q[1-4]|H[12])\s?'?\d{0,4}|(?:19|20)\d\d)\b", RegexOptions.CultureInvariant, PastedText.PatternTimeout)]
    private static partial Regex Period();
}
