using System.Text;
using BotCoach.Chat;
using BotCoach.Coaching;

namespace BotCoach.Host;

/// <summary>A table of figures: the page and the file are both written from it, so that they cannot differ.</summary>
/// <param name="Language">The language that it is in.</param>
/// <param name="Caption">What it shows.</param>
/// <param name="Columns">The heads of all columns, that of the row heads first.</param>
/// <param name="Rows">The rows.</param>
internal sealed record FigureTable(Language Language, string Caption, IReadOnlyList<string> Columns, IReadOnlyList<FigureRow> Rows)
{
    /// <summary>The head of a column of small charts, which the page alone has; null for none.</summary>
    public string? Trends { get; init; }

    /// <summary>The table as a part of a page.</summary>
    /// <param name="file">Where the file is.</param>
    /// <param name="id">Names the table on its page.</param>
    public Html ToHtml(string file, string id)
    {
        // A wide table scrolls by itself, and with the keyboard.
        return Html.Of($"""
            <div class="scroll" role="region" aria-labelledby="{id}" tabindex="0">
            <table>
            <caption id="{id}">{Caption}</caption>
            <thead><tr>{Columns.Select(column => Html.Of($"""<th scope="col">{column}</th>"""))}{(Trends is null ? Html.None : Html.Of($"""<th scope="col" class="trend">{Trends}</th>"""))}</tr></thead>
            <tbody>{Rows.Select(Row)}</tbody>
            </table>
            </div>
            <div class="under">{Legend()}<a class="file" href="{file}" download>{InsightsTexts.In(Language).DownloadTable}</a></div>
            """);
    }

    /// <summary>The table as comma-separated values (RFC 4180), for spreadsheets.</summary>
    public byte[] ToCsv()
    {
        var text = new StringBuilder();
        foreach (var line in Rows.Select(row => row.Cells.Select(cell => cell.Text).Prepend(row.Head)).Prepend(Columns))
        {
            text.AppendJoin(',', line.Select(Field)).Append("\r\n");
        }

        // Spreadsheets take a file for UTF-8 only when it starts with the mark.
        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private Html Row(FigureRow row) => Html.Of($"""
        <tr><th scope="row">{(row.Link is null ? Html.Of($"{row.Head}") : Html.Of($"""<a href="{row.Link}">{row.Head}</a>"""))}</th>{row.Cells.Select(Cell)}{(Trends is null ? Html.None : Html.Of($"""<td class="trend">{row.Trend}</td>"""))}</tr>
        """);

    private static Html Cell(FigureCell cell) => cell.IsFigure ? Html.Of($"<td>{cell.Text}</td>") : Html.Of($"""<td class="without">{cell.Text}</td>""");

    private Html Legend()
    {
        var reasons = Rows.SelectMany(row => row.Cells).Select(cell => cell.Why).OfType<WithheldReason>().Distinct().Order()
            .Select(why => Html.Of($"<dt>{FigureWords.Of(Language, why)}</dt><dd>{FigureWords.Explain(Language, why)}</dd>")).ToList();
        return reasons.Count == 0 ? Html.Of($"<span></span>") : Html.Of($"<dl>{reasons}</dl>");
    }

    // A spreadsheet takes a field that starts so for a formula (OWASP, "CSV Injection"): an apostrophe makes it a text.
    private static string Field(string text)
    {
        var harmless = text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..] ? $"'{text}" : text;
        return harmless.AsSpan().IndexOfAny("\",\r\n") < 0 ? harmless : $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}

/// <summary>A row of a table of figures.</summary>
/// <param name="Head">What it is about.</param>
/// <param name="Cells">Its cells.</param>
internal sealed record FigureRow(string Head, IReadOnlyList<FigureCell> Cells)
{
    /// <summary>Where its head leads; null for nowhere.</summary>
    public string? Link { get; init; }

    /// <summary>Its small chart.</summary>
    public Html Trend { get; init; }
}

/// <summary>A cell of a table of figures.</summary>
/// <param name="Text">What it says.</param>
/// <param name="IsFigure">Whether it is a figure, and not the reason why there is none.</param>
/// <param name="Why">Why there is none, where there is a reason.</param>
internal sealed record FigureCell(string Text, bool IsFigure, WithheldReason? Why)
{
    /// <summary>A figure of a week.</summary>
    public static FigureCell Of(Language language, Measure measure, GroupWeek? week)
    {
        var figure = week?.Figures.GetValueOrDefault(measure.Id);
        return new FigureCell(FigureWords.Of(language, measure, figure), figure is Figure.Shown, (figure as Figure.Withheld)?.Why);
    }

    /// <summary>How many people count in a week.</summary>
    public static FigureCell People(Language language, GroupWeek? week) =>
        new(week is null ? FigureWords.None(language) : FigureWords.People(language, week.Enrolled), week is not null, null);
}
