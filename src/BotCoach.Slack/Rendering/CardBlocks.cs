using System.Text.Json.Nodes;
using BotCoach.Chat;

namespace BotCoach.Slack;

/// <summary>A card as blocks.</summary>
internal static class CardBlocks
{
    /// <summary>At most <see cref="SlackLimits.MessageBlocks"/> blocks. Facts give way first when there is too much.</summary>
    /// <exception cref="ArgumentException">An action's name or value is longer than Slack takes.</exception>
    public static IReadOnlyList<JsonObject> Of(Card card)
    {
        List<JsonObject> head = [Blocks.Header(Sign(card.Sign) + card.Title)];
        if (!string.IsNullOrWhiteSpace(card.Text))
            head.Add(Blocks.Section(card.Text));

        // A single row of choices takes the input beside them; below several it would seem to belong to the last.
        var extras = Extras(card).ToList();
        List<JsonObject> foot = card.Choices is [var only]
            ? [.. Row(only, extras)]
            : [.. card.Choices.SelectMany(row => Row(row, [])), .. Row(new ChoiceRow(null, []), extras)];
        if (!string.IsNullOrWhiteSpace(card.Context))
            foot.Add(Blocks.Context(card.Context));

        return [.. head.Concat(Facts(card, head, foot)).Concat(foot).Take(SlackLimits.MessageBlocks)];
    }

    /// <summary>To see what fits, all else has to be written once; a card without facts is spared that.</summary>
    private static List<JsonObject> Facts(Card card, List<JsonObject> head, List<JsonObject> foot) => card.Facts.Count == 0 ? [] : FactBlocks.Of(
        card.Facts,
        SlackLimits.MessageBlocks - head.Count - foot.Count,
        SlackLimits.MessageCharacters - Blocks.Size(head) - Blocks.Size(foot));

    /// <summary>The sign itself rather than its name: names are not read where a person's words may stand.</summary>
    private static string Sign(CardSign sign) => sign switch
    {
        CardSign.Nudge => "🌱 ",
        CardSign.Goal => "🎯 ",
        CardSign.Notes => "📝 ",
        _ => "",
    };

    private static IEnumerable<JsonObject> Row(ChoiceRow row, IEnumerable<JsonObject> extras)
    {
        if (!string.IsNullOrWhiteSpace(row.Prompt))
            yield return Blocks.Section(row.Prompt);
        // Where the choices answer a question they come first.
        var choices = row.Choices.Select(Button);
        var elements = row.Prompt is null ? extras.Concat(choices) : choices.Concat(extras);
        foreach (var part in elements.Chunk(SlackLimits.Actions))
            yield return Blocks.Actions(part);
    }

    private static JsonObject Button(Choice choice, int index)
    {
        var button = Blocks.Button(
            choice.IsChosen ? $"✓ {choice.Label}" : choice.Label,
            ActionId.For(choice.Action.Name, index),
            choice.Action.Value);
        if (choice.IsPrimary)
            button["style"] = "primary";
        return button;
    }

    private static IEnumerable<JsonObject> Extras(Card card)
    {
        if (card.Input is { } input)
            yield return Blocks.Button(input.Label, ActionId.Input, InputPrompt.Of(input).ToValue());
        if (card.Link is { Target: { Scheme: "https" or "http" } target } link && target.AbsoluteUri.Length <= SlackLimits.Url)
        {
            var button = Blocks.Button(link.Label, ActionId.Link, "");
            button["url"] = target.AbsoluteUri;
            yield return button;
        }
    }
}
