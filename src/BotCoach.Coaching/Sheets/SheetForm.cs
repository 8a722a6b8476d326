using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>The forms in which the parts of a sheet are written, one text each.</summary>
internal static class SheetForm
{
    public const string FormName = "sheet";
    public const string Field = "text";

    // What a form carries of its part and of the point or start that it is about.
    private const char Separator = ':';

    /// <summary>The form for a part of a sheet.</summary>
    /// <param name="turn">The turn that opens it.</param>
    /// <param name="meeting">The meeting.</param>
    /// <param name="part">The part of the sheet.</param>
    /// <param name="about">Id of the point that is edited, or of the start that is finished; empty for neither.</param>
    /// <param name="text">What stands in it at first.</param>
    public static ChatForm Of(ChatTurn turn, Meeting meeting, string part, string about, string text) => Words(part, text) with
    {
        Name = FormName,
        State = FormState.Write(turn, meeting.Id, $"{part}{Separator}{about}"),
        Back = SheetAction.On(SheetAction.Show, meeting.Id, PartBehind(part)),
    };

    /// <summary>The part of a sheet, and what the form was about, from what the form carried.</summary>
    public static (string Part, string About) Read(string detail) =>
        detail.Split(Separator, 2) is [var part, var about] ? (part, about) : (detail, "");

    /// <summary>The part of the sheet that a form belongs to.</summary>
    public static string PartBehind(string part) => part switch
    {
        SheetAction.MorePreRead => SheetAction.PreRead,
        SheetAction.OwnGoal or SheetAction.OtherView => SheetAction.Ending,
        _ => part,
    };

    /// <summary>The most characters that a part's form takes.</summary>
    public static int MaxLength(string part) =>
        part is SheetAction.PreRead or SheetAction.MorePreRead ? MeetingForm.MaxPasted : MeetingPoint.MaxLength;

    private static ChatForm Words(string part, string text) => part switch
    {
        SheetAction.PreRead => Form("The pre-read", "Paste the agenda or the pre-read", "Slides, a mail, a page of notes: as it is", text, part) with
        {
            Introduction = "It takes the place of what you pasted before.",
        },
        SheetAction.MorePreRead => Form("More of the pre-read", "Paste what comes next", "The next slides, or the rest of the mail", text, part),
        SheetAction.Questions => Form("A question", "Your question", "You assume churn stays at 4 %. What happens at 6 %?", text, part),
        SheetAction.Comments => Form("A comment", "Your comment", "The slip costs two weeks of revenue; a smaller first step would save one", text, part),
        SheetAction.OwnGoal => Form("A small goal", "Your goal for this meeting", "Ask about the plan before the vote", text, part),
        _ => Form("Another view", "The strongest case against the plan", "If the two largest customers wait for spring, the plan pays a year later", text, part),
    };

    private static ChatForm Form(string title, string label, string placeholder, string text, string part) => new()
    {
        Name = FormName,
        Title = title,
        Submit = "Save",
        Fields =
        [
            new FormField(Field, label)
            {
                Value = text,
                Placeholder = placeholder,
                IsRequired = true,
                IsMultiline = true,
                // A text that grew by plain words is shown whole, and may stay as long as it is.
                MaxLength = Math.Max(MaxLength(part), text.Length),
            },
        ],
    };
}
