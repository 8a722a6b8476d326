using System.Text.Json;

namespace BotCoach.Slack;

/// <summary>What a dialog carries until it is submitted: where it was opened, and what it is about.</summary>
/// <param name="Conversation">Id of the conversation where the person acted.</param>
/// <param name="IsDirect">Whether that is between the person and the bot alone.</param>
/// <param name="Name">Name of the form, or of the input's action.</param>
/// <param name="Value">The form's state, or the value of the input's action.</param>
internal sealed record ViewMetadata(string Conversation, bool IsDirect, string Name, string Value)
{
    /// <summary>The message with the input, where it can be updated.</summary>
    public string? Message { get; init; }

    /// <summary>How to answer in that place, where only this address reaches it.</summary>
    public Uri? ResponseUrl { get; init; }

    /// <summary>Tag of the dialog's language; null from a dialog of before there was a choice.</summary>
    public string? Language { get; init; }

    /// <exception cref="InvalidOperationException">The state is too long for Slack.</exception>
    public string Write()
    {
        var text = JsonSerializer.Serialize(this, SlackJson.Options);
        return text.Length <= SlackLimits.Metadata
            ? text
            : throw new InvalidOperationException($"What '{Name}' carries takes {text.Length} characters; Slack holds {SlackLimits.Metadata}.");
    }

    /// <summary>Null for a text that is not one of ours.</summary>
    public static ViewMetadata? Read(string? text)
    {
        try
        {
            return text is null ? null : JsonSerializer.Deserialize<ViewMetadata>(text, SlackJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
