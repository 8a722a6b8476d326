using System.Text.Json.Nodes;
using BotCoach.Chat;

namespace BotCoach.Teams;

/// <summary>A card's facts: a table when all are short, otherwise labels with their values below.</summary>
internal static class FactElements
{
    /// <summary>What fits into the first column of a table, which takes 150 pixels at most, without a second line.</summary>
    private const int ShortLabel = 20;

    /// <summary>What fits beside it in a chat window of usual width.</summary>
    private const int ShortValue = 40;

    /// <summary>Below this a cut value says too little to be shown.</summary>
    private const int ShortestCut = 100;

    /// <summary>Shows as many facts as fit, and says so when some do not.</summary>
    /// <param name="language">The language of the card.</param>
    /// <param name="facts">The facts, in order.</param>
    /// <param name="room">How much room there is, as <see cref="TeamsJson.Size(JsonNode)"/> counts it.</param>
    public static List<JsonObject> Of(Language language, IReadOnlyList<Fact> facts, int room)
    {
        List<JsonObject> shown = [];
        var note = CardElements.Quiet(NoticeTexts.In(language).LeftOut);
        room -= note.Size();
        if (facts.Count > 0 && facts.All(IsShort) && Table(facts) is var table && table.Size() <= room)
            return [table];

        foreach (var fact in facts)
        {
            if (Long(fact, room) is not { } part)
                return [.. shown, note];
            shown.AddRange(part);
            room -= part.Size();
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
            JsonObject[] part = [CardElements.Label(fact.Label), CardElements.Attached(CardElements.Words(fact.Value, length))];
            if (part.Size() <= room)
                return part;
        }

        return null;
    }
}
