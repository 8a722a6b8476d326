using System.Text.Json.Nodes;
using BotCoach.Chat;

namespace BotCoach.Teams;

/// <summary>What a message shows: a card, and a text for notifications.</summary>
/// <param name="Card">The Adaptive Card.</param>
/// <param name="Summary">What a notification says.</param>
internal sealed record TeamsMessage(JsonObject Card, string Summary)
{
    /// <summary>The content type of an Adaptive Card.</summary>
    public const string CardType = "application/vnd.microsoft.card.adaptive";

    /// <exception cref="ArgumentException">The value of an action is longer than every channel carries.</exception>
    public static TeamsMessage Of(Card card) => new(CardBody.Of(card), TeamsText.Line(card.Summary, TeamsLimits.Summary));

    public static TeamsMessage Of(ChatForm form, params IReadOnlyList<FieldError> errors) =>
        new(FormBody.Of(form, errors), TeamsText.Line(form.Title, TeamsLimits.Summary));

    /// <summary>The card as it stands in an activity or an answer.</summary>
    public JsonObject ToAttachment() => new() { ["contentType"] = CardType, ["content"] = Card.DeepClone() };

    /// <summary>One activity without a text: Teams would make two messages of a text and a card.</summary>
    public JsonObject ToActivity() => new()
    {
        ["type"] = "message",
        ["summary"] = Summary,
        ["attachments"] = new JsonArray(ToAttachment()),
    };
}
