using System.Globalization;
using System.Text;

namespace BotCoach.Host.Tests;

/// <summary>Draws the house: a box for each project, on its floor, and an arrow for each reference that no other implies.</summary>
internal static class HousePicture
{
    private const int Width = 960;
    private const int BoxWidth = 210;
    private const int BoxHeight = 64;
    private const int FloorHeight = 124;
    private const int Top = 24;

    private const int Columns = 3;

    // In the column of what it stands on, so that no arrow runs behind a box.
    private static readonly Dictionary<string, (int Column, string Purpose)> _rooms = new(StringComparer.Ordinal)
    {
        ["BotCoach.Host"] = (1, "composition, pages, health"),
        ["BotCoach.Scheduling"] = (0, "what is due, and sending it"),
        ["BotCoach.Coaching"] = (0, "the coach"),
        ["BotCoach.Slack"] = (1, "Slack to Chat and back"),
        ["BotCoach.Teams"] = (2, "Teams to Chat and back"),
        ["BotCoach.Chat"] = (1, "what any chat can say"),
        ["BotCoach.Storage"] = (0, "tables: SQLite or Azure"),
    };

    /// <summary>The picture, as SVG.</summary>
    /// <param name="projects">The projects.</param>
    /// <param name="references">Who names whom.</param>
    /// <param name="floorOf">The floor of a project, 0 the lowest.</param>
    public static string Draw(IEnumerable<string> projects, IReadOnlyList<Reference> references, Func<string, int> floorOf)
    {
        var floors = projects.GroupBy(floorOf).OrderByDescending(floor => floor.Key).ToList();
        var places = floors.SelectMany((floor, row) => floor.Order(StringComparer.Ordinal).Select(project => (project, Place(row, _rooms[project].Column))))
            .ToDictionary(place => place.project, place => place.Item2, StringComparer.Ordinal);
        var height = Top + (floors.Count * FloorHeight) - (FloorHeight - BoxHeight) + Top;
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {height}" width="{Width}" height="{height}" role="img" aria-label="The projects of BotCoach and who refers to whom">
            <style>
            .box {"{"} fill: #f4f6f3; stroke: #1f7a4d; stroke-width: 1.5; {"}"} .name {"{"} fill: #1d2a26; font: 600 15px system-ui, sans-serif; {"}"}
            .what {"{"} fill: #5b6b65; font: 13px system-ui, sans-serif; {"}"} .arrow {"{"} fill: none; stroke: #8a9a93; stroke-width: 1.5; {"}"} .tip {"{"} fill: #8a9a93; {"}"}
            @media (prefers-color-scheme: dark) {"{"} .box {"{"} fill: #1b2420; stroke: #6fd3a0; {"}"} .name {"{"} fill: #e8ede9; {"}"} .what {"{"} fill: #9fb0a8; {"}"} {"}"}
            </style>
            <defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path class="tip" d="M0 0 8 4 0 8z"/></marker></defs>

            """);
        foreach (var (from, to) in Direct(references))
        {
            var (start, end) = (places[from], places[to]);
            var (x, y, toX, toY) = (start.X + (BoxWidth / 2), start.Y + BoxHeight, end.X + (BoxWidth / 2), end.Y - 2);
            svg.Append(CultureInfo.InvariantCulture, $"<path class=\"arrow\" marker-end=\"url(#tip)\" d=\"M{x} {y} C{x} {y + 34} {toX} {toY - 40} {toX} {toY}\"/>\n");
        }

        foreach (var (project, (x, y)) in places)
        {
            svg.Append(CultureInfo.InvariantCulture, $"""
                <rect class="box" x="{x}" y="{y}" width="{BoxWidth}" height="{BoxHeight}" rx="8"/>
                <text class="name" x="{x + (BoxWidth / 2)}" y="{y + 28}" text-anchor="middle">{project}</text>
                <text class="what" x="{x + (BoxWidth / 2)}" y="{y + 48}" text-anchor="middle">{_rooms[project].Purpose}</text>

                """);
        }

        return svg.Append("</svg>\n").ToString();
    }

    /// <summary>The references without those that others imply: who goes by way of another needs no arrow.</summary>
    public static IReadOnlyList<Reference> Direct(IReadOnlyList<Reference> references) =>
    [
        .. references.Where(reference => !references.Any(first => first.From == reference.From && first.To != reference.To && Reaches(references, first.To, reference.To)))
            .OrderBy(reference => reference.From, StringComparer.Ordinal).ThenBy(reference => reference.To, StringComparer.Ordinal),
    ];

    private static bool Reaches(IReadOnlyList<Reference> references, string from, string to) =>
        references.Where(reference => reference.From == from).Any(reference => reference.To == to || Reaches(references, reference.To, to));

    private static (int X, int Y) Place(int row, int column)
    {
        const int Gap = (Width - (Columns * BoxWidth)) / (Columns + 1);
        return (Gap + (column * (BoxWidth + Gap)), Top + (row * FloorHeight));
    }
}
