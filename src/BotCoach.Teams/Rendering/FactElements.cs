using System.Text.Json.Nodes;
using BotCoach.Chat;

namespace BotCoach.Teams;

/// <summary>A card's facts: short ones as a table, a longer one as a label with its value below.</summary>
internal static class FactElements
{
    private const int ShortLabel = 40;
    private const int ShortValue = 60;

    /// <summary>Below this a cut value says too little to be shown.</summary>
    private const int ShortestCut = 100;

    /// <summary>Shows as many facts as fit, and says so when some do not.</summary>
    /// <param name="facts">The facts, in order.</param>
    /// <param name="room">How much room there is, as <see cref="TeamsJson.Size(JsonNode)"/> counts it.</param>
    public static List<JsonObject> Of(IReadOnlyList<Fact> facts, int room)
    {
        List<JsonObject> shown = [];
        var note = CardElements.Quiet(Notices.LeftOut);
        room -= note.Size();
        for (var next = 0; next < facts.Count;)
        {
            Fact[] row = [.. facts.Skip(next).TakeWhile(IsShort)];
            var part = row.Length > 0 ? [Table(row)] : Long(facts[next], room);
            if (part is null || part.Size() > room)
                return [.. shown, note];

            shown.AddRange(part);
            room -= part.Size();
            next += Math.Max(row.Length, 1);
        }

        return shown;
    }

    private static bool IsShort(Fact fact) =>
        fact.Label.Length <= ShortLabel && fact.Value.Length <= ShortValue
        && TeamsText.IsInert(fact.Label) && TeamsText.IsInert(fact.Value);

    private static JsonObject Table(IEnumerable<Fact> facts) => new()
    {
        ["type"] = "FactSet",
        ["facts"] = new JsonArray(
            [.. facts.Select(fact => new JsonObject { ["title"] = fact.Label, ["value"] = fact.Value })]),
    };

    private static JsonObject[]? Long(Fact fact, int room)
    {
        for (var length = TeamsLimits.Text; length >= ShortestCut; length /= 2)
        {
            JsonObject[] part = [CardElements.Label(fact.Label), CardElements.Close(CardElements.Words(fact.Value, length))];
            if (part.Size() <= room)
                return part;
        }

        return null;
    }
}
