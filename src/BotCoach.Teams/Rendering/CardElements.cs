using System.Text.Json.Nodes;
using BotCoach.Chat;

namespace BotCoach.Teams;

/// <summary>The kinds of element that cards and forms are made from (adaptivecards.io, schema 1.5).</summary>
internal static class CardElements
{
    /// <summary>The whole of a card.</summary>
    /// <param name="language">The language of its words.</param>
    /// <param name="body">What it shows, in order.</param>
    /// <param name="spoken">What is read out for it.</param>
    public static JsonObject Card(Language language, IEnumerable<JsonObject> body, string spoken) => new()
    {
        ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
        ["type"] = "AdaptiveCard",
        ["version"] = "1.5",
        ["lang"] = language.Tag,
        ["speak"] = TeamsText.Speech(language, spoken, TeamsLimits.Summary),
        ["body"] = new JsonArray([.. body]),
        ["msteams"] = new JsonObject { ["width"] = "Full" },
    };

    /// <summary>The first line. Screen readers know a TextBlock as a heading, so it is one wherever nothing in it acts.</summary>
    public static JsonObject Heading(string text)
    {
        var line = TeamsText.Line(text, TeamsLimits.Title);
        return TeamsText.IsInert(line)
            ? new JsonObject
            {
                ["type"] = "TextBlock",
                ["text"] = line,
                ["style"] = "heading",
                ["size"] = "large",
                ["weight"] = "bolder",
                ["wrap"] = true,
            }
            : Words(new JsonObject { ["text"] = line, ["size"] = "large", ["weight"] = "bolder" });
    }

    /// <summary>A text as it stands.</summary>
    public static JsonObject Words(string text, int limit = TeamsLimits.Text) =>
        Words(new JsonObject { ["text"] = TeamsText.Plain(text, limit) });

    /// <summary>A text in bold, above what belongs to it.</summary>
    public static JsonObject Label(string text) =>
        Words(new JsonObject { ["text"] = TeamsText.Line(text, TeamsLimits.Hint), ["weight"] = "bolder" });

    /// <summary>A quiet line.</summary>
    public static JsonObject Quiet(string text) =>
        Words(new JsonObject { ["text"] = TeamsText.Plain(text, TeamsLimits.Context), ["size"] = "small", ["isSubtle"] = true });

    /// <summary>What is wrong with a field.</summary>
    public static JsonObject Wrong(string text) =>
        Words(new JsonObject { ["text"] = TeamsText.Plain(text, TeamsLimits.Hint), ["color"] = "attention", ["weight"] = "bolder" });

    /// <summary>The element with less room above it than usual.</summary>
    public static JsonObject Close(JsonObject element) => Spaced(element, "small");

    /// <summary>The element with no room above it.</summary>
    public static JsonObject Attached(JsonObject element) => Spaced(element, "none");

    public static JsonObject Actions(IEnumerable<JsonObject> actions) =>
        new() { ["type"] = "ActionSet", ["actions"] = new JsonArray([.. actions]) };

    /// <summary>
    /// A button. Clients that know Action.Execute show its answer in place; others send the same as a message.
    /// </summary>
    /// <param name="title">What it says.</param>
    /// <param name="verb">What it does, for logs of the platform.</param>
    /// <param name="data">What comes back; see <see cref="CardData"/>.</param>
    /// <param name="isPrimary">Whether it stands out.</param>
    /// <param name="sendsInputs">Whether it checks and sends what was typed on the card.</param>
    public static JsonObject Button(string title, string verb, JsonObject data, bool isPrimary, bool sendsInputs)
    {
        var execute = Action("Action.Execute", title, data, isPrimary, sendsInputs);
        execute["verb"] = verb;
        execute["fallback"] = Action("Action.Submit", title, data.DeepClone(), isPrimary, sendsInputs);
        return execute;
    }

    public static JsonObject Link(string title, Uri target) => new()
    {
        ["type"] = "Action.OpenUrl",
        ["title"] = TeamsText.Line(title, TeamsLimits.Button),
        ["url"] = target.AbsoluteUri,
    };

    /// <summary>A text that the person may write.</summary>
    public static JsonObject Input(Language language, string id, FormField field)
    {
        var input = new JsonObject
        {
            ["type"] = "Input.Text",
            ["id"] = id,
            ["label"] = TeamsText.Line(field.Label, TeamsLimits.Label),
            ["maxLength"] = Math.Max(1, field.MaxLength),
        };
        if (field.IsMultiline)
            input["isMultiline"] = true;
        if (field.IsRequired)
        {
            input["isRequired"] = true;
            input["errorMessage"] = NoticeTexts.In(language).FillIn;
        }

        if (!string.IsNullOrEmpty(field.Value))
            input["value"] = field.Value;
        if (!string.IsNullOrWhiteSpace(field.Placeholder))
            input["placeholder"] = TeamsText.Line(field.Placeholder, TeamsLimits.Label);
        return input;
    }

    private static JsonObject Spaced(JsonObject element, string spacing)
    {
        element["spacing"] = spacing;
        return element;
    }

    private static JsonObject Words(JsonObject run)
    {
        run["type"] = "TextRun";
        return new JsonObject { ["type"] = "RichTextBlock", ["inlines"] = new JsonArray(run) };
    }

    private static JsonObject Action(string type, string title, JsonNode data, bool isPrimary, bool sendsInputs)
    {
        var action = new JsonObject
        {
            ["type"] = type,
            ["title"] = TeamsText.Line(title, TeamsLimits.Button),
            ["data"] = data,
        };
        if (isPrimary)
            action["style"] = "positive";
        // A button beside an input must not wait for the input to be filled in.
        if (!sendsInputs)
            action["associatedInputs"] = "none";
        return action;
    }
}
