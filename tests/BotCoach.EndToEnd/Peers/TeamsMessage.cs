using System.Text.Json;

namespace BotCoach.EndToEnd;

/// <summary>A message as Playground shows it. An activity with a text and a card is two of them.</summary>
public sealed record TeamsMessage
{
    /// <summary>The conversation that it stands in; in a channel that of its thread.</summary>
    public required string Conversation { get; init; }

    /// <summary>Playground's id of it, which is the activity's.</summary>
    public required string Id { get; init; }

    /// <summary>The id of its author.</summary>
    public required string Author { get; init; }

    /// <summary>The text beside the card; empty when there is none.</summary>
    public required string Text { get; init; }

    /// <summary>The Adaptive Card; null when there is none.</summary>
    public required JsonElement? Card { get; init; }

    /// <summary>Everything that can be read on it, one text a line.</summary>
    public string Shown => Card is { } card ? string.Join('\n', ((string[])[Text, TeamsCard.Shown(card)]).Where(text => text.Length > 0)) : Text;

    /// <summary>The actions of its card, in order.</summary>
    public IReadOnlyList<TeamsButton> Buttons => Card is { } card ? TeamsCard.Buttons(card) : [];

    /// <summary>The inputs of its card, in order.</summary>
    public IReadOnlyList<TeamsInput> Inputs => Card is { } card ? TeamsCard.Inputs(card) : [];

    /// <summary>Whether the bot wrote it.</summary>
    public bool IsFromBot => Author == PlaygroundTenant.BotId;

    /// <summary>Reads what Playground's stream brings.</summary>
    internal static TeamsMessage Read(JsonElement news)
    {
        var message = news.GetProperty("message");
        var cards = message.GetProperty("attachments").EnumerateArray()
            .Where(attachment => BlockKit.Text(attachment, "contentType") == TeamsCard.ContentType)
            .Select(attachment => attachment.GetProperty("content"));
        return new TeamsMessage
        {
            Conversation = BlockKit.Text(message, "postConversationId") ?? news.GetProperty("actionConversationId").GetString()!,
            Id = message.GetProperty("messageId").GetString()!,
            Author = message.GetProperty("from").GetProperty("id").GetString()!,
            Text = BlockKit.Text(message, "text") ?? "",
            Card = cards.Cast<JsonElement?>().FirstOrDefault(),
        };
    }
}
