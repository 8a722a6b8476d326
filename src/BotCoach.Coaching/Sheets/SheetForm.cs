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
    /// <param name="language">The person's language.</param>
    /// <param name="turn">The turn that opens it.</param>
    /// <param name="meeting">The meeting.</param>
    /// <param name="part">The part of the sheet.</param>
    /// <param name="about">Id of the point that is edited, or of the start that is finished; empty for neither.</param>
    /// <param name="text">What stands in it at first.</param>
    public static ChatForm Of(Language language, ChatTurn turn, Meeting meeting, string part, string about, string text) => Words(SheetFormTexts.In(language), part, text) with
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

    private static ChatForm Words(SheetFormTexts texts, string part, string text) => part switch
    {
        SheetAction.PreRead => Form(texts, texts.PreReadTitle, texts.PreReadLabel, texts.PreReadExample, text, part) with
        {
            Introduction = texts.TakesThePlace,
        },
        SheetAction.MorePreRead => Form(texts, texts.MoreTitle, texts.MoreLabel, texts.MoreExample, text, part),
        SheetAction.Questions => Form(texts, texts.QuestionTitle, texts.QuestionLabel, texts.QuestionExample, text, part),
        SheetAction.Comments => Form(texts, texts.CommentTitle, texts.CommentLabel, texts.CommentExample, text, part),
        SheetAction.OwnGoal => Form(texts, texts.GoalTitle, texts.GoalLabel, texts.GoalExample, text, part),
        _ => Form(texts, texts.OtherViewTitle, texts.OtherViewLabel, texts.OtherViewExample, text, part),
    };

    private static ChatForm Form(SheetFormTexts texts, string title, string label, string placeholder, string text, string part) => new()
    {
        Name = FormName,
        Title = title,
        Submit = texts.Save,
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
