using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace BotCoach.Teams;

/// <summary>
/// What an invoke is answered with (learn.microsoft.com, "Universal Action Model" and "Dialogs in bots"). The outcome stands
/// in the body; the status of the response itself is 200, or Teams says that the app cannot be reached.
/// </summary>
internal static class InvokeAnswer
{
    /// <summary>The card turns into this one.</summary>
    public static IResult Card(TeamsMessage card) => Outcome(StatusCodes.Status200OK, TeamsMessage.CardType, card.Card.DeepClone());

    /// <summary>The card stays, and the person reads this. An empty text would count as no answer.</summary>
    public static IResult Message(string text) => Outcome(StatusCodes.Status200OK, "application/vnd.microsoft.activity.message", text);

    /// <summary>The card stays, with all that was typed, and the person reads that it did not work.</summary>
    public static IResult Error(string text) => Outcome(
        StatusCodes.Status500InternalServerError,
        "application/vnd.microsoft.error",
        new JsonObject { ["code"] = "InternalServerError", ["message"] = text });

    /// <summary>The dialog shows this.</summary>
    public static IResult Dialog(TeamsMessage card) => Task("continue", new JsonObject
    {
        ["title"] = card.Summary,
        ["height"] = "medium",
        ["width"] = "medium",
        ["card"] = card.ToAttachment(),
    });

    /// <summary>The dialog ends with these words.</summary>
    public static IResult DialogEnd(string text) => Task("message", text);

    private static IResult Outcome(int status, string type, JsonNode value) =>
        Json(new JsonObject { ["statusCode"] = status, ["type"] = type, ["value"] = value });

    private static IResult Task(string type, JsonNode value) =>
        Json(new JsonObject { ["task"] = new JsonObject { ["type"] = type, ["value"] = value } });

    private static IResult Json(JsonObject json) => Results.Text(json.ToJsonString(TeamsJson.Options), "application/json");
}
