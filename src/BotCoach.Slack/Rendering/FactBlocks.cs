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

    private const string LeftOut = "There is more than fits here.";

    /// <summary>Shows as many facts as fit, and says so when some do not.</summary>
    /// <param name="facts">The facts, in order.</param>
    /// <param name="blocks">How many blocks there is room for.</param>
    /// <param name="characters">How many characters of blocks there is room for.</param>
    public static List<JsonObject> Of(IReadOnlyList<Fact> facts, int blocks, int characters)
    {
        List<JsonObject> shown = [];
        // Room for the note that something was left out.
        var note = Blocks.Context(LeftOut);
        blocks -= 1;
        characters -= Blocks.Size([note]);

        var isTable = facts.All(IsShort);
        for (var next = 0; next < facts.Count;)
        {
            Fact[] row = isTable ? [.. facts.Skip(next).Take(SlackLimits.Fields / 2)] : [];
            var part = row.Length > 0 ? [Table(row)] : Long(facts[next], characters);
            if (part is null || part.Length > blocks || Blocks.Size(part) > characters)
                return [.. shown, note];

            shown.AddRange(part);
            blocks -= part.Length;
            characters -= Blocks.Size(part);
            next += Math.Max(row.Length, 1);
        }

        return shown;
    }

    private static bool IsShort(Fact fact) =>
        fact.Label.Length <= ShortLabel && fact.Value.Length <= ShortValue && !fact.Value.Contains('\n', StringComparison.Ordinal);

    private static JsonObject Table(IEnumerable<Fact> facts) =>
        Blocks.Fields(facts.SelectMany(fact => new[] { SlackText.Bold(fact.Label), SlackText.Plain(fact.Value, SlackLimits.Field) }));

    private static JsonObject[]? Long(Fact fact, int characters)
    {
        for (var length = SlackLimits.Text; length >= ShortestCut; length /= 2)
        {
            JsonObject[] part =
            [
                Blocks.Section(SlackText.Bold(fact.Label)),
                Blocks.Section(SlackText.Plain(fact.Value, length)),
            ];
            if (Blocks.Size(part) <= characters)
                return part;
        }

        return null;
    }
}
