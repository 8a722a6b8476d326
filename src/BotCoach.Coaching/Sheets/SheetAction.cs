using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>The buttons of a sheet. Their values begin with the meeting's id, and its parts stand behind a <c>|</c> each.</summary>
internal static class SheetAction
{
    /// <summary>What the names of all of them begin with.</summary>
    public const string Prefix = "sheet.";

    public const string Show = "sheet.show";
    public const string Write = "sheet.write";
    public const string Drop = "sheet.drop";
    public const string Take = "sheet.take";
    public const string Dismiss = "sheet.dismiss";
    public const string Use = "sheet.use";
    public const string Keep = "sheet.keep";
    public const string Known = "sheet.known";
    public const string Goal = "sheet.goal";
    public const string First = "sheet.first";
    public const string Lead = "sheet.lead";
    public const string Send = "sheet.send";
    public const string Model = "sheet.model";

    /// <summary>What <see cref="Show"/>, <see cref="Write"/> and the form of a sheet are about.</summary>
    public const string Overview = "";
    public const string PreRead = "pre-read";
    public const string MorePreRead = "more";
    public const string Questions = "questions";
    public const string Comments = "comments";
    public const string Ending = "goal";
    public const string OwnGoal = "own-goal";
    public const string OtherView = "view";
    public const string LeadTime = "lead";

    /// <summary>An action on a meeting's sheet.</summary>
    public static CardAction On(string name, string meeting, params ReadOnlySpan<string> parts) =>
        new(name, string.Join('|', [meeting, .. parts]));

    /// <summary>The parts of an action's value; those that are missing are empty.</summary>
    public static (string Meeting, string First, string Second, string Third) Read(CardAction action) =>
        action.Value.Split('|', 4) is var parts
            ? (parts[0], parts.ElementAtOrDefault(1) ?? "", parts.ElementAtOrDefault(2) ?? "", parts.ElementAtOrDefault(3) ?? "")
            : default;

    /// <summary>The part of a sheet that holds a kind of point.</summary>
    public static string PartOf(PointKind kind) => kind == PointKind.Question ? Questions : Comments;

    /// <summary>The kind of point that a part of a sheet holds; null when it holds none.</summary>
    public static PointKind? KindOf(string part) => part switch
    {
        Questions => PointKind.Question,
        Comments => PointKind.Comment,
        _ => null,
    };
}
