using System.Text.Json;
using BotCoach.Chat;

namespace BotCoach.Slack;

/// <summary>
/// All that is needed to ask for a card's input once its button is tapped. It travels in the button, so nothing has
/// to be kept between.
/// </summary>
internal sealed record InputPrompt(string Name, string Value, string Label, int MaxLength)
{
    public string? Placeholder { get; init; }

    public string? Words { get; init; }

    /// <summary>Tag of the card's language; null from a button of before there was a choice.</summary>
    public string? Language { get; init; }

    public static InputPrompt Of(Language language, CardInput input) => new(input.Action.Name, input.Action.Value, input.Label, input.MaxLength)
    {
        Placeholder = input.Placeholder,
        Words = input.Value,
        Language = language.Tag,
    };

    /// <summary>The prompt as a button's value.</summary>
    /// <exception cref="InvalidOperationException">The action leaves no room for the rest.</exception>
    public string ToValue()
    {
        // Words that do not fit are left out whole: half of them, sent back, would look like the person's own cut.
        string[] candidates =
        [
            Write(this with { Label = LongText.Cut(Label, SlackLimits.Label), Placeholder = ShortPlaceholder }),
            Write(this with { Label = LongText.Cut(Label, SlackLimits.Label), Placeholder = ShortPlaceholder, Words = null }),
            Write(this with { Label = LongText.Cut(Label, SlackLimits.Button), Placeholder = null, Words = null }),
        ];
        return candidates.FirstOrDefault(value => value.Length <= CardAction.MaxValueLength)
            ?? throw new InvalidOperationException($"The action '{Name}' has a value too long for an input.");
    }

    /// <summary>Null for a value that is not one of ours.</summary>
    public static InputPrompt? Read(string? value)
    {
        try
        {
            return value is null ? null : JsonSerializer.Deserialize<InputPrompt>(value, SlackJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private string? ShortPlaceholder => Placeholder is null ? null : LongText.Cut(Placeholder, SlackLimits.Placeholder);

    private static string Write(InputPrompt prompt) => JsonSerializer.Serialize(prompt, SlackJson.Options);
}
