using BotCoach.Chat;

namespace BotCoach.EndToEnd;

/// <summary>All that people read on a card or a form.</summary>
internal static class CardWords
{
    /// <summary>Its words, one text for each part.</summary>
    public static IEnumerable<string> Of(object made) => (made is Card card ? Of(card) : Of((ChatForm)made)).OfType<string>();

    private static IEnumerable<string?> Of(Card card) =>
    [
        card.Title, card.Text, card.Context, card.Summary, card.Input?.Label, card.Input?.Placeholder, card.Link?.Label,
        .. card.Facts.SelectMany(fact => new[] { fact.Label, fact.Value }),
        .. card.Choices.SelectMany(row => row.Choices.Select(choice => choice.Label).Concat([row.Prompt, row.Label])),
    ];

    private static IEnumerable<string?> Of(ChatForm form) =>
    [
        form.Title, form.Submit, form.Introduction,
        .. form.Fields.SelectMany(field => new[] { field.Label, field.Placeholder, field.Hint }),
    ];
}
