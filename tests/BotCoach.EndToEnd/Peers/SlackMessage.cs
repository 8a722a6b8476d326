using System.Text.Json;

namespace BotCoach.EndToEnd;

/// <summary>A message as the peer holds it.</summary>
public sealed record SlackMessage
{
    /// <summary>The conversation that it stands in.</summary>
    public required string Channel { get; init; }

    /// <summary>Slack's id of it inside its conversation.</summary>
    public required string Ts { get; init; }

    /// <summary>The user id of its author.</summary>
    public required string Author { get; init; }

    /// <summary>The <c>text</c> property: what a notification says when there are blocks, else the message.</summary>
    public required string Text { get; init; }

    /// <summary>Everything that can be read on it, one text a line: its blocks, or its text when it has none.</summary>
    public required string Shown { get; init; }

    /// <summary>Its buttons, in order.</summary>
    public required IReadOnlyList<SlackButton> Buttons { get; init; }

    /// <summary>The only person who sees it; null when everybody in the conversation does.</summary>
    public required string? OnlyFor { get; init; }

    /// <summary>The thread that it belongs to; null for none.</summary>
    public required string? Thread { get; init; }

    /// <summary>Whether the bot wrote it.</summary>
    public bool IsFromBot => Author == LocalWorkspace.BotUserId;

    /// <summary>Whether only one person sees it.</summary>
    public bool IsEphemeral => OnlyFor is not null;

    internal static SlackMessage Read(JsonElement message)
    {
        var text = BlockKit.Text(message, "text") ?? "";
        var hasBlocks = message.TryGetProperty("blocks", out var blocks) && blocks.ValueKind is JsonValueKind.Array && blocks.GetArrayLength() > 0;
        return new SlackMessage
        {
            Channel = message.GetProperty("channel").GetString()!,
            Ts = message.GetProperty("ts").GetString()!,
            Author = message.GetProperty("user").GetString()!,
            Text = text,
            Shown = hasBlocks ? BlockKit.Shown(blocks) : text,
            Buttons = hasBlocks ? BlockKit.Buttons(blocks) : [],
            OnlyFor = BlockKit.Text(message, "ephemeral_to"),
            Thread = BlockKit.Text(message, "thread_ts"),
        };
    }
}
