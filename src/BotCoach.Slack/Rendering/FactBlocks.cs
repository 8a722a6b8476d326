using System.Text.Json.Nodes;
using BotCoach.Chat;

namespace BotCoach.Slack;

/// <summary>A card's facts: a table when all are short, otherwise labels with their values below.</summary>
internal static class FactBlocks
{
    private const int ShortLabel = 40;
    private const int ShortValue = 60;

    /// <summary>Below this a cut value says too little to be shown.</summary>
    private const int ShortestCut = 100;

    /// <summary>Shows as many facts as fit, and says so when some do not.</summary>
    /// <param name="language">The language of the card.</param>
    /// <param name="facts">The facts, in order.</param>
    /// <param name="room">What there is room for.</param>
    public static List<JsonObject> Of(Language language, IReadOnlyList<Fact> facts, BlockRoom room)
    {
        List<JsonObject> shown = [];
        if (facts.Count == 0)
            return shown;

        // Room for the note that something was left out.
        var note = Blocks.Context(NoticeTexts.In(language).LeftOut);
        room.Take([note]);

        var isTable = facts.All(IsShort);
        for (var next = 0; next < facts.Count;)
        {
            Fact[] row = isTable ? [.. facts.Skip(next).Take(SlackLimits.Fields / 2)] : [];
            if ((row.Length > 0 ? Table(row, room) : Long(facts[next], room)) is not { } part)
                return [.. shown, note];

            shown.AddRange(part);
            next += Math.Max(row.Length, 1);
        }

        return shown;
    }

    private static bool IsShort(Fact fact) =>
        fact.Label.Length <= ShortLabel && fact.Value.Length <= ShortValue && !fact.Value.Contains('\n', StringComparison.Ordinal);

    private static JsonObject[]? Table(IEnumerable<Fact> facts, BlockRoom room)
    {
        JsonObject[] part =
        [
            Blocks.Fields(facts.SelectMany(fact => new[] { SlackText.Bold(fact.Label), SlackText.Plain(fact.Value, SlackLimits.Field) })),
        ];
        return room.TryTake(part) ? part : null;
    }

    private static JsonObject[]? Long(Fact fact, BlockRoom room)
    {
        for (var length = SlackLimits.Text; length >= ShortestCut; length /= 2)
        {
            JsonObject[] part =
            [
                Blocks.Section(SlackText.Bold(fact.Label)),
                Blocks.Section(fact.Value, length),
            ];
            if (room.TryTake(part))
                return part;
        }

        return null;
    }
}
