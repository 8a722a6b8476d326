using System.Text.Json.Nodes;
using BotCoach.Chat;

namespace BotCoach.Teams;

/// <summary>A form as an Adaptive Card, with what is wrong under the fields that it concerns.</summary>
internal static class FormBody
{
    /// <summary>The verb of the button that submits a form.</summary>
    private const string Verb = "form";

    /// <summary>Below this a value is left as it is, whatever else is to be cut.</summary>
    private const int ShortestCut = 100;

    /// <summary>
    /// At most <see cref="TeamsLimits.Message"/> in size. When there is more in the fields than fits, the longest is cut,
    /// and a line says so: only line breaks and quotes by the thousand lead there.
    /// </summary>
    public static JsonObject Of(ChatForm form, IReadOnlyList<FieldError> errors)
    {
        form = Short(form);
        var envelope = TeamsMessage.CardType.Length + TeamsLimits.Summary * 2;
        var cut = new HashSet<string>(StringComparer.Ordinal);
        while (true)
        {
            var card = Card(form, errors, cut);
            if (card.Size() <= TeamsLimits.Message - envelope
                || form.Fields.MaxBy(field => field.Value?.Length ?? 0) is not { Value: { Length: > ShortestCut } longest } field)
            {
                return card;
            }

            cut.Add(field.Name);
            form = form with
            {
                Fields = [.. form.Fields.Select(each => each == field ? each with { Value = LongText.Cut(longest, longest.Length / 2) } : each)],
            };
        }
    }

    /// <summary>The form's own words as far as they are shown: it also travels with its button, twice.</summary>
    private static ChatForm Short(ChatForm form) => form with
    {
        Title = LongText.Cut(form.Title, TeamsLimits.Title),
        Submit = LongText.Cut(form.Submit, TeamsLimits.Button),
        Introduction = Cut(form.Introduction, TeamsLimits.Introduction),
        Fields =
        [
            .. form.Fields.Select(field => field with
            {
                Label = LongText.Cut(field.Label, TeamsLimits.Label),
                Placeholder = Cut(field.Placeholder, TeamsLimits.Label),
                Hint = Cut(field.Hint, TeamsLimits.Context),
            }),
        ],
    };

    private static string? Cut(string? text, int limit) => text is null ? null : LongText.Cut(text, limit);

    private static JsonObject Card(ChatForm form, IReadOnlyList<FieldError> errors, HashSet<string> cut)
    {
        List<JsonObject> body = [CardElements.Heading(form.Title)];
        if (!string.IsNullOrWhiteSpace(form.Introduction))
            body.Add(CardElements.Words(form.Introduction));
        body.AddRange(errors
            .Where(error => form.Fields.All(field => field.Name != error.Field))
            .Select(error => CardElements.Wrong(error.Message)));
        foreach (var field in form.Fields)
        {
            body.Add(CardElements.Input(form.Language, CardData.FieldId(field), field));
            JsonObject[] wrong =
            [
                .. errors.Where(error => error.Field == field.Name).Select(error => CardElements.Close(CardElements.Wrong(error.Message))),
            ];
            body.AddRange(wrong);
            if (cut.Contains(field.Name))
                body.Add(CardElements.Close(CardElements.Wrong(NoticeTexts.In(form.Language).FieldCut)));
            // What is wrong says what is right; saying it twice helps nobody.
            if (wrong.Length == 0 && !string.IsNullOrWhiteSpace(field.Hint))
                body.Add(CardElements.Close(CardElements.Quiet(field.Hint)));
        }

        List<JsonObject> actions = [CardElements.Button(form.Submit, Verb, CardData.Of(form), isPrimary: true, sendsInputs: true)];
        if (form.Back is { } back)
            actions.Add(CardElements.Button(NoticeTexts.In(form.Language).Back, back.Name, CardData.Of(back), isPrimary: false, sendsInputs: false));
        body.Add(CardElements.Actions(actions));
        return CardElements.Card(form.Language, body, form.Title);
    }
}
