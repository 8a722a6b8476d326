using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>What people read about a message that they kept as a question.</summary>
internal static class QuestionCards
{
    public const string UndoAction = "question.undo";

    /// <summary>Stands in the value of <see cref="UndoAction"/> where the sheet was begun with the question.</summary>
    public const string Begun = "begun";

    /// <summary>Says that a question was kept, and whether the sheet was begun with it.</summary>
    public static Card Kept(Meeting meeting, MeetingPoint question, bool isBegun, DateTimeOffset now, TimeZoneInfo zone) => new()
    {
        Sign = CardSign.Notes,
        Title = $"Kept for {meeting.Name}",
        Text = $"{When.ShowFirst(Language.English, meeting.StartsAt, now, zone)} \u00b7 \u201c{question.Text}\u201d",
        Choices =
        [
            new ChoiceRow(null,
            [
                new Choice("Open the sheet", new CardAction(MeetingCards.OpenAction, meeting.Id)) { IsPrimary = true },
                new Choice("Undo", new CardAction(UndoAction, $"{meeting.Id}|{question.Id}|{(isBegun ? Begun : "")}")),
            ]),
        ],
        Context = isBegun ? "Its sheet is begun with it. The time is as before; Edit changes it." : null,
    };

    public static Card Undone(Meeting meeting) => new()
    {
        Sign = CardSign.Notes,
        Title = "Taken back",
        Text = $"{meeting.Name} is without that question.",
    };

    public static Card NoRoom(Meeting meeting, string text) => new()
    {
        Sign = CardSign.Notes,
        Title = $"{meeting.Name} has three questions",
        Text = $"More than three are not asked. Drop one of them first, then keep this one: \u201c{text}\u201d",
        Choices = [new ChoiceRow(null, [new Choice("Open the sheet", new CardAction(MeetingCards.OpenAction, meeting.Id)) { IsPrimary = true }])],
    };

    public static Card NoForum(string text) => new()
    {
        Sign = CardSign.Notes,
        Title = "No forum to keep it for",
        Text = $"I know of no meeting ahead, and of none that comes again. Prepare one first, then keep this: \u201c{text}\u201d",
        Choices = [new ChoiceRow(null, [new Choice("Prepare a meeting", new CardAction(MeetingCards.NewAction)) { IsPrimary = true }])],
    };

    public static Card NoWords { get; } = new()
    {
        Sign = CardSign.Notes,
        Title = "There are no words in that message",
        Text = "I can keep what is written, not pictures or files. You can write a question on a meeting's sheet as well: /prep lists them.",
    };
}
