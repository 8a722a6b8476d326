using System.Text.Json.Nodes;
using BotCoach.Chat;

namespace BotCoach.Teams;

/// <summary>
/// A card's chart: drawn by Teams itself (learn.microsoft.com, "Charts in Adaptive Cards"), and lines of text on a client that
/// does not know charts.
/// </summary>
internal static class ChartElements
{
    /// <summary>As many bars as there is room for, and a note when some are left out.</summary>
    /// <param name="language">The language of the card.</param>
    /// <param name="chart">The chart; null for none.</param>
    /// <param name="room">How much room there is, as <see cref="TeamsJson.Size(JsonNode)"/> counts it.</param>
    public static IReadOnlyList<JsonObject> Of(Language language, Chart? chart, int room)
    {
        if (chart is not { Bars.Count: > 0 })
            return [];

        List<ChartBar> bars = [.. chart.Drawn, .. chart.Undrawn];
        for (var count = bars.Count; count > 0; count /= 2)
        {
            List<JsonObject> part = [.. Part(language, chart, [.. bars.Take(count)])];
            if (part.Size() <= room)
                return part;
        }

        return [CardElements.Quiet(NoticeTexts.In(language).LeftOut)];
    }

    private static IEnumerable<JsonObject> Part(Language language, Chart chart, List<ChartBar> bars)
    {
        var drawn = bars.FindAll(bar => bar.Value is not null);
        yield return CardElements.Label(chart.Title);
        if (drawn.Count > 0)
            yield return CardElements.Close(Bars(chart, drawn));
        if (drawn.Count < bars.Count)
            yield return CardElements.Close(Lines(chart, bars.Skip(drawn.Count)));
        if (bars.Count < chart.Bars.Count)
            yield return CardElements.Quiet(NoticeTexts.In(language).LeftOut);
    }

    private static JsonObject Bars(Chart chart, List<ChartBar> bars) => new()
    {
        ["type"] = "Chart.HorizontalBar",
        // The label above its bar, where a long one has room, and one colour: the bars differ in length alone.
        ["displayMode"] = "AbsoluteNoAxis",
        ["color"] = "categoricalBlue",
        ["data"] = new JsonArray(
            [.. bars.Select(bar => new JsonObject { ["x"] = TeamsText.Line(bar.Words, TeamsLimits.Label), ["y"] = bar.Value })]),
        ["fallback"] = CardElements.Close(Lines(chart, bars)),
    };

    private static JsonObject Lines(Chart chart, IEnumerable<ChartBar> bars) => CardElements.Words(string.Join('\n', bars.Select(chart.Line)));
}
