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

        List<JsonObject> foot = [.. card.Choices.SelectMany(Row)];
        if (Extras(card).ToList() is { Count: > 0 } extras)
            foot.Add(Blocks.Actions(extras));
        if (!string.IsNullOrWhiteSpace(card.Context))
            foot.Add(Blocks.Context(card.Context));

        var facts = FactBlocks.Of(
            card.Facts,
            SlackLimits.MessageBlocks - head.Count - foot.Count,
            SlackLimits.MessageCharacters - Blocks.Size(head) - Blocks.Size(foot));
        return [.. head.Concat(facts).Concat(foot).Take(SlackLimits.MessageBlocks)];
    }

    /// <summary>The sign itself rather than its name: names are not read where a person's words may stand.</summary>
    private static string Sign(CardSign sign) => sign switch
    {
        CardSign.Nudge => "🌱 ",
        CardSign.Goal => "🎯 ",
        CardSign.Notes => "📝 ",
        _ => "",
    };

    private static IEnumerable<JsonObject> Row(ChoiceRow row)
    {
        if (!string.IsNullOrWhiteSpace(row.Prompt))
            yield return Blocks.Section(row.Prompt);
        foreach (var part in row.Choices.Select(Button).Chunk(SlackLimits.Actions))
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
