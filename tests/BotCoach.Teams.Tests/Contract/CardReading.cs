using System.Text.Json;
using System.Text.RegularExpressions;

namespace BotCoach.Teams.Tests;

/// <summary>
/// What a person sees of Adaptive Cards in Teams, and what in them acts (adaptivecards.io, schema 1.5; learn.microsoft.com,
/// "Text features" of Adaptive Cards). Markdown is never wanted: what would be read as such counts as acting.
/// </summary>
internal static partial class CardReading
{
    private const string FieldPrefix = "field.";

    /// <summary>A message.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="summary">What its notification says.</param>
    /// <param name="card">What it shows.</param>
    public static SeenMessage Message(string id, string summary, JsonElement card)
    {
        List<string> acting = [];
        return new() { Id = id, Notification = summary, Parts = [.. card.Items("body").SelectMany(element => Parts(element, acting))], Acting = acting };
    }

    /// <summary>Whether a card is a form: its own button sends what the fields of a form hold.</summary>
    public static bool IsForm(JsonElement card) => Buttons(card).Any(button => button.At("data", "form") is not null);

    /// <summary>A form as it can be filled in.</summary>
    public static SeenForm Form(JsonElement card, IReadOnlyDictionary<string, string> typed)
    {
        List<string> acting = [];
        List<SeenField> fields = [];
        List<string> before = [];
        List<string> errors = [];
        string? title = null;
        foreach (var element in card.Items("body"))
        {
            switch (element.Text("type"))
            {
                case "Input.Text":
                    fields.Add(Field(element, typed));
                    break;
                case "ActionSet":
                    break;
                case var _ when title is null:
                    title = Words(element, acting);
                    break;
                // What is wrong stands out; what helps is quiet. Both stand under the field that they belong to.
                case var _ when IsWrong(element) && fields.Count > 0:
                    fields[^1] = fields[^1] with { Error = $"{fields[^1].Error} {Words(element, acting)}".Trim() };
                    break;
                case var _ when IsWrong(element):
                    errors.Add(Words(element, acting));
                    break;
                case var _ when fields.Count > 0:
                    fields[^1] = fields[^1] with { Hint = Words(element, acting) };
                    break;
                default:
                    before.Add(Words(element, acting));
                    break;
            }
        }

        return new()
        {
            Title = title!,
            Introduction = before,
            Fields = fields,
            Submit = Saver(card).Text("title")!,
            Leave = Buttons(card).SingleOrDefault(button => !SendsInputs(button)).Text("title"),
            Errors = errors,
            Acting = acting,
        };
    }

    /// <summary>The actions of a card that tell the bot something, in order.</summary>
    public static IEnumerable<JsonElement> Buttons(JsonElement card) => card.Items("body")
        .Where(element => element.Text("type") == "ActionSet")
        .SelectMany(set => set.Items("actions"))
        .Where(action => action.Text("type") == "Action.Execute");

    /// <summary>The button that sends what was typed on the card.</summary>
    public static JsonElement Saver(JsonElement card) => Buttons(card).Single(SendsInputs);

    public static SeenField Field(JsonElement input, IReadOnlyDictionary<string, string> typed)
    {
        var id = input.Text("id")!;
        return new(id.StartsWith(FieldPrefix, StringComparison.Ordinal) ? id[FieldPrefix.Length..] : id, input.Text("label")!)
        {
            Value = typed.TryGetValue(id, out var words) ? words : input.Text("value") ?? "",
            Placeholder = input.Text("placeholder") ?? "",
            IsRequired = input.Flag("isRequired"),
            IsMultiline = input.Flag("isMultiline"),
            MaxLength = input.At("maxLength")!.Value.GetInt32(),
        };
    }

    private static bool SendsInputs(JsonElement action) => action.Text("associatedInputs") != "none";

    private static bool IsWrong(JsonElement element) => element.Items("inlines").Any(run => run.Text("color") == "attention");

    private static IEnumerable<SeenPart> Parts(JsonElement element, List<string> acting) => element.Text("type") switch
    {
        "TextBlock" or "RichTextBlock" => [new(SeenKind.Text, Words(element, acting))],
        "FactSet" => element.Items("facts").SelectMany(fact => new SeenPart[]
        {
            new(SeenKind.Text, Markdown(fact.Text("title") ?? "", acting)), new(SeenKind.Text, Markdown(fact.Text("value") ?? "", acting)),
        }),
        "ActionSet" => element.Items("actions").Where(action => !IsOfAField(action)).Select(Part),
        "Input.Text" => [new(SeenKind.Field, element.Text("label")!)],
        "Chart.HorizontalBar" => Bars(element, acting),
        var other => throw new InvalidOperationException($"Nobody knows how a {other} looks."),
    };

    private static IEnumerable<SeenPart> Bars(JsonElement chart, List<string> acting)
    {
        var values = chart.Items("data").Select(value => (Words: Plain(value.Text("x")!, acting), Height: value.At("y")!.Value.GetDouble())).ToList();
        return values.Select(value => new SeenPart(SeenKind.Bar, value.Words) { Length = value.Height / Math.Max(1e-9, values.Max(other => other.Height)) });
    }

    private static bool IsOfAField(JsonElement action) => action.Text("type") == "Action.Execute" && SendsInputs(action);

    private static SeenPart Part(JsonElement action) => action.Text("type") == "Action.OpenUrl"
        ? new(SeenKind.Link, action.Text("title")!) { Address = action.Text("url") }
        : new(SeenKind.Button, action.Text("title")!) { StandsOut = action.Text("style") is "positive" };

    private static string Words(JsonElement element, List<string> acting) => element.Text("type") == "TextBlock"
        ? Markdown(element.Text("text") ?? "", acting)
        : string.Concat(element.Items("inlines").Select(run => Plain(run.Text("text") ?? "", acting)));

    private static string Plain(string words, List<string> acting)
    {
        if (Function().IsMatch(words))
            acting.Add(words);
        return words;
    }

    private static string Markdown(string words, List<string> acting)
    {
        if (Mark().IsMatch(words))
            acting.Add(words);
        return Plain(words, acting);
    }

    [GeneratedRegex(@"\{\{(DATE|TIME)\(", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Function();

    /// <summary>Emphasis, code, links, lists, headings, quotes, entities and tags.</summary>
    [GeneratedRegex(@"[*_~`\[\]<>\\]|&#?\w+;|\A\s*([-+]|#+|\d+[.)])(\s|\z)|https?:|www\.|\n", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Mark();
}
