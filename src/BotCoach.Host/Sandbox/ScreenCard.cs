using BotCoach.Chat;

namespace BotCoach.Host;

/// <summary>A card as the browser gets it: parts in their order, every text plain.</summary>
/// <param name="Language">The tag of its language.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Sign">The sign of its title, in small letters; null for none.</param>
/// <param name="Text">One to three sentences with their line breaks; null for none.</param>
/// <param name="Facts">Labelled values.</param>
/// <param name="FactsLeftOut">Says that there are more; null when there are not.</param>
/// <param name="Chart">Values drawn as bars; null for none.</param>
/// <param name="Rows">Rows of buttons.</param>
/// <param name="RowsLeftOut">Says that there are more; null when there are not.</param>
/// <param name="Input">A line to write; null for none.</param>
/// <param name="Link">A page to read; null for none.</param>
/// <param name="Context">The quiet last line; null for none.</param>
/// <param name="Summary">What a notification says.</param>
internal sealed record ScreenCard(
    string Language,
    string Title,
    string? Sign,
    string? Text,
    IReadOnlyList<Fact> Facts,
    string? FactsLeftOut,
    ScreenChart? Chart,
    IReadOnlyList<ScreenRow> Rows,
    string? RowsLeftOut,
    ScreenInput? Input,
    ScreenLink? Link,
    string? Context,
    string Summary)
{
    // Ours: a browser takes anything, and nobody reads more than this in a chat.
    private const int MostFacts = 30;
    private const int MostRows = 30;
    private const int LongestText = 8_000;
    private const int LongestLine = 300;
    private const int LongestAddress = 3_000;

    /// <summary>Makes one.</summary>
    /// <exception cref="ArgumentException">An action's value is longer than any channel carries.</exception>
    public static ScreenCard Of(Card card) => new(
        card.Language.Tag,
        Line(card.Title),
        card.Sign is CardSign.None ? null : card.Sign.ToString().ToLowerInvariant(),
        Some(card.Text, LongestText),
        [.. card.Facts.Take(MostFacts).Select(fact => new Fact(Line(fact.Label), LongText.Cut(fact.Value, LongestText)))],
        card.Facts.Count > MostFacts ? SandboxTexts.In(card.Language).LeftOut : null,
        card.Chart is { Bars.Count: > 0 } chart ? ScreenChart.Of(card.Language, chart) : null,
        [.. card.Choices.Take(MostRows).Select(ScreenRow.Of)],
        card.Choices.Count > MostRows ? SandboxTexts.In(card.Language).LeftOut : null,
        card.Input is { } input ? new ScreenInput(Line(input.Label), Carried(input.Action), input.MaxLength, input.Value ?? "", Some(input.Placeholder) ?? "", SandboxTexts.In(card.Language).Save) : null,
        card.Link is { Target: { IsAbsoluteUri: true, Scheme: "http" or "https", AbsoluteUri: { Length: <= LongestAddress } address } } link
            ? new ScreenLink(Line(link.Label), address)
            : null,
        Some(card.Context),
        Line(card.Summary));

    /// <summary>A text for a place of one line.</summary>
    public static string Line(string text) => LongText.Cut(text, LongestLine);

    /// <summary>A text, or null when there is nothing in it to see.</summary>
    public static string? Some(string? text, int limit = LongestLine) => string.IsNullOrWhiteSpace(text) ? null : LongText.Cut(text, limit);

    /// <summary>An action that comes back as it is.</summary>
    public static CardAction Carried(CardAction action) => action.Value.Length <= CardAction.MaxValueLength
        ? action
        : throw new ArgumentException($"The value of '{action.Name}' is longer than {CardAction.MaxValueLength} characters.", nameof(action));
}

/// <summary>A chart: each bar with its words, those without a value last and undrawn.</summary>
internal sealed record ScreenChart(string Title, IReadOnlyList<ScreenBar> Bars, string? LeftOut)
{
    public static ScreenChart Of(Language language, Chart chart) => new(
        ScreenCard.Line(chart.Title),
        [
            .. chart.Drawn.Select(bar => new ScreenBar(bar.Words, Math.Clamp(bar.Value!.Value / chart.Full, 0, 1))),
            .. chart.Undrawn.Select(bar => new ScreenBar(bar.Words, Share: null)),
        ],
        chart.Bars.Count > Chart.MostBars ? SandboxTexts.In(language).LeftOut : null);
}

/// <summary>A bar.</summary>
/// <param name="Words">What it says.</param>
/// <param name="Share">Which part of its room it takes, from 0 to 1; null where nothing is drawn.</param>
internal sealed record ScreenBar(string Words, double? Share);

/// <summary>Buttons that belong together.</summary>
internal sealed record ScreenRow(string? Label, string? Prompt, IReadOnlyList<ScreenChoice> Choices)
{
    public static ScreenRow Of(ChoiceRow row) => new(
        ScreenCard.Some(row.Label),
        ScreenCard.Some(row.Prompt),
        [.. row.Choices.Select(choice => new ScreenChoice(ScreenCard.Line(choice.Label), ScreenCard.Carried(choice.Action), choice.IsPrimary, choice.IsChosen))]);
}

/// <summary>A button.</summary>
internal sealed record ScreenChoice(string Label, CardAction Action, bool IsPrimary, bool IsChosen);

/// <summary>A line to write on a card, and what the button beside it says.</summary>
internal sealed record ScreenInput(string Label, CardAction Action, int MaxLength, string Value, string Placeholder, string Save);

/// <summary>A link.</summary>
internal sealed record ScreenLink(string Label, string Address);

/// <summary>A form as the browser gets it.</summary>
internal sealed record ScreenForm(
    string Language, string Name, string State, string Title, string Submit, string Close, string? Introduction, IReadOnlyList<ScreenField> Fields, IReadOnlyList<string> Errors)
{
    /// <summary>Makes one.</summary>
    /// <param name="form">The form.</param>
    /// <param name="errors">What was wrong with it when it was submitted.</param>
    public static ScreenForm Of(ChatForm form, IReadOnlyList<FieldError> errors)
    {
        var known = form.Fields.Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
        return new ScreenForm(
            form.Language.Tag,
            form.Name,
            form.State,
            ScreenCard.Line(form.Title),
            ScreenCard.Line(form.Submit),
            SandboxTexts.In(form.Language).Close,
            ScreenCard.Some(form.Introduction, limit: 2_000),
            [.. form.Fields.Select(field => ScreenField.Of(field, string.Join(' ', errors.Where(error => error.Field == field.Name).Select(error => error.Message))))],
            [.. errors.Where(error => !known.Contains(error.Field)).Select(error => error.Message)]);
    }
}

/// <summary>A field of a form.</summary>
internal sealed record ScreenField(
    string Name, string Label, string Value, string Placeholder, string Hint, string Error, bool IsRequired, bool IsMultiline, int MaxLength)
{
    // What is wrong says what is right; saying it twice helps nobody.
    public static ScreenField Of(FormField field, string error) => new(
        field.Name,
        ScreenCard.Line(field.Label),
        field.Value ?? "",
        ScreenCard.Some(field.Placeholder) ?? "",
        error.Length > 0 ? "" : ScreenCard.Some(field.Hint) ?? "",
        error,
        field.IsRequired,
        field.IsMultiline,
        field.MaxLength);
}
