using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>What people read about a message that they kept as a question.</summary>
internal static class QuestionCards
{
    public const string UndoAction = "question.undo";

    /// <summary>Stands in the value of <see cref="UndoAction"/> where the sheet was begun with the question.</summary>
    public const string Begun = "begun";

    /// <summary>Says that a question was kept, and whether the sheet was begun with it.</summary>
    public static Card Kept(Language language, Meeting meeting, MeetingPoint question, bool isBegun, DateTimeOffset now, TimeZoneInfo zone) => new()
    {
        Sign = CardSign.Notes,
        Title = QuestionTexts.In(language).KeptFor(meeting.Name),
        Text = $"{When.ShowFirst(language, meeting.StartsAt, now, zone)} \u00b7 \u201c{question.Text}\u201d",
        Choices =
        [
            new ChoiceRow(null,
            [
                new Choice(QuestionTexts.In(language).OpenSheet, new CardAction(MeetingCards.OpenAction, meeting.Id)) { IsPrimary = true },
                new Choice(QuestionTexts.In(language).Undo, new CardAction(UndoAction, $"{meeting.Id}|{question.Id}|{(isBegun ? Begun : "")}")),
            ]),
        ],
        Context = isBegun ? QuestionTexts.In(language).SheetBegunWithIt : null,
    };

    public static Card Undone(Language language, Meeting meeting) => new()
    {
        Sign = CardSign.Notes,
        Title = QuestionTexts.In(language).TakenBack,
        Text = QuestionTexts.In(language).WithoutQuestion(meeting.Name),
    };

    public static Card NoRoom(Language language, Meeting meeting, string text) => new()
    {
        Sign = CardSign.Notes,
        Title = QuestionTexts.In(language).HasThree(meeting.Name),
        Text = QuestionTexts.In(language).DropOneFirst(text),
        Choices = [new ChoiceRow(null, [new Choice(QuestionTexts.In(language).OpenSheet, new CardAction(MeetingCards.OpenAction, meeting.Id)) { IsPrimary = true }])],
    };

    public static Card NoForum(Language language, string text) => new()
    {
        Sign = CardSign.Notes,
        Title = QuestionTexts.In(language).NoForum,
        Text = QuestionTexts.In(language).PrepareOneFirst(text),
        Choices = [new ChoiceRow(null, [new Choice(QuestionTexts.In(language).PrepareMeeting, new CardAction(MeetingCards.NewAction)) { IsPrimary = true }])],
    };

    public static Card NoWords(Language language) => new()
    {
        Sign = CardSign.Notes,
        Title = QuestionTexts.In(language).NoWords,
        Text = QuestionTexts.In(language).OnlyWritten,
    };
}
