using System.Text.Json;

namespace BotCoach.Teams.Tests;

/// <summary>What every card must hold to, whatever was put into it.</summary>
internal static class CardAssert
{
    public static void IsSound(TeamsMessage message) =>
        Assert.Empty(CardRules.OfActivity(JsonElement.Parse(message.ToActivity().ToJsonString(TeamsJson.Options))));

    /// <summary>Every text that a person reads on the card, in order.</summary>
    public static IReadOnlyList<string> Texts(TeamsMessage message) =>
        [.. Activities.Nodes(message.Card["body"]).Where(node => (string?)node["type"] is "TextBlock" or "TextRun").Select(node => (string)node["text"]!)];
}
