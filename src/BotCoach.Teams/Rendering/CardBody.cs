using System.Text.Json.Nodes;
using BotCoach.Chat;

namespace BotCoach.Teams;

/// <summary>A card as an Adaptive Card.</summary>
internal static class CardBody
{
    /// <summary>Below this a cut text says too little to be shown.</summary>
    private const int ShortestCut = 100;

    /// <summary>At most <see cref="TeamsLimits.Message"/> in size. Facts give way first when there is too much, then the chart, then rows of choices.</summary>
    public static JsonObject Of(Card card)
    {
        JsonObject[] head = [CardElements.Heading(card.Title)];
        List<JsonObject> foot = [];
        if (card.Input is { } input)
            foot.AddRange(Input(card.Language, input));
        if (card.Link is { Target: { Scheme: "https" or "http" } target } link && target.AbsoluteUri.Length <= TeamsLimits.Url)
            foot.Add(CardElements.Actions([CardElements.Link(link.Label, target)]));
        if (!string.IsNullOrWhiteSpace(card.Context))
            foot.Add(CardElements.Quiet(card.Context));

        var room = TeamsLimits.Message - CardElements.Card(card.Language, [], card.Summary).Size() - Envelope(card) - head.Size() - foot.Size();
        var text = Text(card.Text, room / 2);
        room -= text.Size();
        var choices = Choices(card.Language, card.Choices, room);
        var chart = ChartElements.Of(card.Language, card.Chart, room - choices.Size());
        var facts = FactElements.Of(card.Language, card.Facts, room - choices.Size() - chart.Size());
        return CardElements.Card(card.Language, [.. head, .. text, .. facts, .. chart, .. choices, .. foot], card.Summary);
    }

    private static JsonObject[] Text(string? text, int room)
    {
        for (var length = TeamsLimits.Text; !string.IsNullOrWhiteSpace(text) && length >= ShortestCut; length /= 2)
        {
            JsonObject[] part = [CardElements.Words(text, length)];
            if (part.Size() <= room)
                return part;
        }

        return [];
    }

    /// <summary>What a message takes beside its card.</summary>
    private static int Envelope(Card card) => new TeamsMessage([], TeamsText.Line(card.Summary, TeamsLimits.Summary)).ToActivity().Size();

    /// <summary>As many rows as fit. Only values far longer than the product's own could fill a message.</summary>
    private static List<JsonObject> Choices(Language language, IEnumerable<ChoiceRow> rows, int room)
    {
        List<JsonObject> shown = [];
        var note = CardElements.Quiet(NoticeTexts.In(language).LeftOut);
        room -= note.Size();
        foreach (var row in rows)
        {
            List<JsonObject> part = [.. Row(row)];
            if (part.Size() > room)
                return [.. shown, note];
            shown.AddRange(part);
            room -= part.Size();
        }

        return shown;
    }

    private static IEnumerable<JsonObject> Row(ChoiceRow row)
    {
        var hasLabel = !string.IsNullOrWhiteSpace(row.Label);
        if (hasLabel)
            yield return CardElements.Label(row.Label!);
        if (!string.IsNullOrWhiteSpace(row.Prompt))
        {
            var prompt = CardElements.Words(row.Prompt, TeamsLimits.Prompt);
            yield return hasLabel ? CardElements.Attached(prompt) : prompt;
        }

        foreach (var line in Lines(row.Choices))
            yield return CardElements.Close(CardElements.Actions(line.Select(Button)));
    }

    /// <summary>Buttons that fit beside each other: a client may cut off what sticks out, and shows no more than six.</summary>
    private static List<List<Choice>> Lines(IReadOnlyList<Choice> choices)
    {
        List<List<Choice>> lines = [];
        var left = 0;
        foreach (var choice in choices)
        {
            var width = Says(choice).Length + TeamsLimits.ButtonEdges;
            if (lines.Count == 0 || width > left || lines[^1].Count == TeamsLimits.Actions)
            {
                lines.Add([]);
                left = TeamsLimits.LineOfButtons;
            }

            lines[^1].Add(choice);
            left -= width;
        }

        return lines;
    }

    private static string Says(Choice choice) => choice.IsChosen ? $"✓ {choice.Label}" : choice.Label;

    private static JsonObject Button(Choice choice) => CardElements.Button(
        Says(choice),
        choice.Action.Name,
        CardData.Of(choice.Action),
        choice.IsPrimary,
        sendsInputs: false);

    private static IEnumerable<JsonObject> Input(Language language, CardInput input)
    {
        // Not required: the mark of a required field would contradict a line that may be left.
        yield return CardElements.Input(language, CardData.InputId, new FormField(CardData.InputId, input.Label)
        {
            Value = input.Value,
            Placeholder = input.Placeholder,
            IsMultiline = true,
            MaxLength = input.MaxLength,
        });
        yield return CardElements.Close(CardElements.Actions(
            [CardElements.Button(NoticeTexts.In(language).Save, input.Action.Name, CardData.Of(input), isPrimary: false, sendsInputs: true)]));
    }
}
