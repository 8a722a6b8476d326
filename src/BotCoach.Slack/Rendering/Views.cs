using System.Text.Json.Nodes;
using BotCoach.Chat;

namespace BotCoach.Slack;

/// <summary>Dialogs and the home page.</summary>
internal static class Views
{
    /// <summary>callback_id of a form.</summary>
    public const string Form = "form";

    /// <summary>callback_id of the dialog for a card's input, which has one field of the same name.</summary>
    public const string Input = "input";

    /// <exception cref="ArgumentException">A field's name, or what the form carries, is longer than Slack takes.</exception>
    public static JsonObject Of(ChatForm form, ViewMetadata metadata)
    {
        List<JsonObject> blocks = [];
        if (!string.IsNullOrWhiteSpace(form.Introduction))
            blocks.Add(Blocks.Section(form.Introduction));
        blocks.AddRange(form.Fields.Select(field => Blocks.Input(form.Language, field.Name, field)));
        if (blocks.Count > SlackLimits.ViewBlocks || form.Fields.Any(field => field.Name.Length > SlackLimits.Id))
            throw new ArgumentException($"The form '{form.Name}' has more fields, or longer names, than Slack takes.", nameof(form));
        return Modal(form.Language, Form, form.Title, form.Submit, blocks, metadata);
    }

    public static JsonObject Of(InputPrompt prompt, ViewMetadata metadata)
    {
        var language = Language.Of(prompt.Language);
        var field = new FormField(Input, prompt.Label)
        {
            Value = prompt.Words,
            Placeholder = prompt.Placeholder,
            IsRequired = true,
            IsMultiline = true,
            MaxLength = prompt.MaxLength,
        };
        return Modal(language, Input, prompt.Label, NoticeTexts.In(language).Save, [Blocks.Input(language, Input, field)], metadata);
    }

    /// <summary>Shows as many cards as fit, in order.</summary>
    public static JsonObject Home(IReadOnlyList<Card> cards)
    {
        List<JsonObject> blocks = [];
        foreach (var card in cards.Select(CardBlocks.Of))
        {
            if (blocks.Count + card.Count + 1 > SlackLimits.ViewBlocks)
                break;
            if (blocks.Count > 0)
                blocks.Add(Blocks.Divider());
            blocks.AddRange(card);
        }

        return new JsonObject { ["type"] = "home", ["blocks"] = new JsonArray([.. blocks]) };
    }

    private static JsonObject Modal(
        Language language, string callbackId, string title, string submit, IEnumerable<JsonObject> blocks, ViewMetadata metadata) => new()
        {
            ["type"] = "modal",
            ["callback_id"] = callbackId,
            ["title"] = SlackText.Line(title, SlackLimits.ViewTitle),
            ["submit"] = SlackText.Line(submit, SlackLimits.ViewTitle),
            ["close"] = SlackText.Line(NoticeTexts.In(language).Cancel, SlackLimits.ViewTitle),
            ["private_metadata"] = (metadata with { Language = language.Tag }).Write(),
            ["blocks"] = new JsonArray([.. blocks]),
        };
}
