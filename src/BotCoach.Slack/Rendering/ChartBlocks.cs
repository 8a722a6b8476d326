using System.Text.Json.Nodes;
using BotCoach.Chat;

namespace BotCoach.Slack;

/// <summary>A card's chart as lines of text: a block has no picture that is drawn from numbers.</summary>
internal static class ChartBlocks
{
    /// <summary>As many bars as there is room for, and a note when some are left out.</summary>
    /// <param name="language">The language of the card.</param>
    /// <param name="chart">The chart; null for none.</param>
    /// <param name="room">What there is room for.</param>
    public static IReadOnlyList<JsonObject> Of(Language language, Chart? chart, BlockRoom room)
    {
        if (chart is not { Bars.Count: > 0 })
            return [];

        var note = Blocks.Context(NoticeTexts.In(language).LeftOut);
        var lines = chart.Drawn.Concat(chart.Undrawn).Select(chart.Line).ToList();
        for (var count = lines.Count; count > 0; count /= 2)
        {
            JsonObject[] part =
            [
                Blocks.Section(SlackText.Bold(chart.Title)),
                Blocks.Section(string.Join('\n', lines.Take(count))),
                .. count < chart.Bars.Count ? (JsonObject[])[note] : [],
            ];
            if (room.TryTake(part))
                return part;
        }

        room.Take([note]);
        return [note];
    }
}
