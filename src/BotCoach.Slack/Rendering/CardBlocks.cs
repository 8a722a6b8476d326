using System.Text.Json.Nodes;
using BotCoach.Chat;

namespace BotCoach.Slack;

/// <summary>A card as blocks.</summary>
internal static class CardBlocks
{
    /// <summary>Below this a cut text says too little to be shown.</summary>
    private const int ShortestCut = 100;

    /// <summary>No more than a message holds. Facts give way first when there is too much, then the chart, then rows of choices.</summary>
    /// <exception cref="ArgumentException">An action's name or value is longer than Slack takes.</exception>
    public static IReadOnlyList<JsonObject> Of(Card card)
    {
        var room = new BlockRoom();
        JsonObject[] head = [Blocks.Header(Sign(card.Sign) + card.Title)];
        JsonObject[] foot = string.IsNullOrWhiteSpace(card.Context) ? [] : [Blocks.Context(card.Context, SlackLimits.Context)];
        room.Take(head);
        room.Take(foot);
        var text = Text(card.Text, room);
        var choices = Choices(card, room);
        var chart = ChartBlocks.Of(card.Language, card.Chart, room);
        return [.. head, .. text, .. FactBlocks.Of(card.Language, card.Facts, room), .. chart, .. choices, .. foot];
    }

    private static JsonObject[] Text(string? text, BlockRoom room)
    {
        for (var length = SlackLimits.Text; !string.IsNullOrWhiteSpace(text) && length >= ShortestCut; length /= 2)
        {
            JsonObject[] part = [Blocks.Section(text, length)];
            if (room.TryTake(part, share: 2))
                return part;
        }

        return [];
    }

    /// <summary>As many rows as fit, and what the card has besides.</summary>
    private static List<JsonObject> Choices(Card card, BlockRoom room)
    {
        JsonObject[] extras = [.. Extras(card)];
        // A single row of choices takes the input beside them; below several it would seem to belong to the last.
        if (card.Choices is [var only])
        {
            List<JsonObject> together = [.. Row(only, extras.Select(extra => extra.DeepClone().AsObject()))];
            if (room.TryTake(together))
                return together;
        }

        List<JsonObject> apart = [.. Row(new ChoiceRow(null, []), extras)];
        var note = Blocks.Context(NoticeTexts.In(card.Language).LeftOut);
        room.Take([.. apart, note]);
        List<JsonObject> shown = [];
        foreach (var row in card.Choices)
        {
            List<JsonObject> part = [.. Row(row, [])];
            if (!room.TryTake(part))
                return [.. shown, note, .. apart];
            shown.AddRange(part);
        }

        return [.. shown, .. apart];
    }

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
        if (!string.IsNullOrWhiteSpace(row.Label))
            yield return Blocks.Section(SlackText.Bold(row.Label));
        if (!string.IsNullOrWhiteSpace(row.Prompt))
            yield return Blocks.Section(row.Prompt, SlackLimits.Prompt);
        // Where the choices answer a question they come first.
        var choices = row.Choices.Select(Button);
        var elements = row is { Prompt: null, Label: null } ? extras.Concat(choices) : choices.Concat(extras);
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
            yield return Blocks.Button(input.Label, ActionId.Input, InputPrompt.Of(card.Language, input).ToValue());
        if (card.Link is { Target: { Scheme: "https" or "http" } target } link && target.AbsoluteUri.Length <= SlackLimits.Url)
        {
            var button = Blocks.Button(link.Label, ActionId.Link, "");
            button["url"] = target.AbsoluteUri;
            yield return button;
        }
    }
}
