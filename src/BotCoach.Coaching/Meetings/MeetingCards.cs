using System.Globalization;
using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>What people read about a meeting beside its sheet.</summary>
internal static class MeetingCards
{
    public const string NewAction = "meeting.new";
    public const string AgainAction = "meeting.again";
    public const string OfferAction = "meeting.offer";
    public const string OpenAction = "meeting.open";
    public const string EditAction = "meeting.edit";
    public const string CancelAction = "meeting.cancel";
    public const string RestoreAction = "meeting.restore";
    public const string FromList = "list";
    public const string FromSheet = "sheet";

    /// <summary>The longest text of a command that a button keeps.</summary>
    public const int MaxKept = 200;

    // More than three would be a list to search in.
    private const int MostForums = 3;

    // Ten meetings with two buttons each stay well inside what any channel shows in one card.
    private const int MaxListed = 10;

    /// <summary>The sheet as it comes ahead of the meeting: short enough to be read on the way.</summary>
    public static Card Reminder(PrepSheet sheet, DateTimeOffset now)
    {
        var meeting = sheet.Meeting;
        var isEmpty = meeting.Questions.Count + meeting.Comments.Count == 0;
        return new Card
        {
            Sign = CardSign.Notes,
            Title = $"{meeting.Name}, {When.Show(Language.English, meeting.StartsAt, now, sheet.Person.Zone)}",
            Text = string.Join("\n", new[]
            {
                isEmpty
                    ? "Nothing is written down yet. Two questions are enough: what does it cost, and what has to be true for it to work?"
                    : "Read it once, then close it.",
                SheetCards.LastTime(sheet.Person.Language, sheet.LastTime),
            }.OfType<string>()),
            Facts =
            [
                .. meeting.FirstPoint.Length == 0 ? [] : new[] { new Fact("Say first", meeting.FirstPoint) },
                .. SheetCards.Written(sheet.Person.Language, Rest(meeting)),
                .. SheetCards.KeyPoints(sheet.Person.Language, sheet.Briefing) is { } points ? new[] { points } : [],
            ],
            Choices = [new ChoiceRow(null, [new Choice("Change it", SheetAction.On(SheetAction.Show, meeting.Id, SheetAction.Overview))])],
        };
    }

    public static Card FirstWord(Meeting meeting, DateTimeOffset now) => new()
    {
        Sign = CardSign.Goal,
        Title = StartsIn(meeting, now),
        Text = meeting.OpeningPoint is { } point
            ? $"Say this first, within ten minutes:\n{SheetCards.Quoted(point)}"
            : "Decide now what you will say in the first ten minutes. A question counts.",
    };

    /// <summary>When a meeting starts, as a title just ahead of it.</summary>
    public static string StartsIn(Meeting meeting, DateTimeOffset now) =>
        Math.Max(0, (int)Math.Round((meeting.StartsAt - now).TotalMinutes, MidpointRounding.AwayFromZero)) switch
        {
            0 => $"{meeting.Name} starts now",
            1 => $"{meeting.Name} in a minute",
            var minutes => $"{meeting.Name} in {minutes.ToString(CultureInfo.InvariantCulture)} minutes",
        };

    public static Card Coming(IReadOnlyList<Meeting> meetings, DateTimeOffset now, TimeZoneInfo zone) => meetings.Count == 0
        ? new Card
        {
            Sign = CardSign.Notes,
            Title = "No meeting ahead",
            Text = "/prep meeting exec staff thu 10am prepares one: its questions, comments, a small goal and what you say first. /prep 1:1 prepares the talk with your manager.",
            Choices = [new ChoiceRow(null, [NewMeeting(isPrimary: true)])],
        }
        : new Card
        {
            Sign = CardSign.Notes,
            Title = "Meetings ahead",
            Choices =
            [
                .. meetings.Take(MaxListed).Select(meeting => new ChoiceRow(
                    When.ShowFirst(Language.English, meeting.StartsAt, now, zone),
                    [
                        new Choice("Open", new CardAction(OpenAction, meeting.Id)),
                        new Choice("Cancel", new CardAction(CancelAction, $"{meeting.Id}|{FromList}")),
                    ])
                { Label = meeting.Name }),
                new ChoiceRow(null, [NewMeeting(isPrimary: false)]),
            ],
            Context = meetings.Count > MaxListed ? $"The next {MaxListed} of {meetings.Count}." : null,
        };

    /// <summary>Offers the forums that come next, each with one tap.</summary>
    public static Card Offer(IReadOnlyList<Forum> forums, DateTimeOffset now, TimeZoneInfo zone) => new()
    {
        Sign = CardSign.Notes,
        Title = "Which meeting?",
        Choices =
        [
            .. forums.Take(MostForums).Index().Select(forum => Offer(forum.Item, isFirst: forum.Index == 0, now, zone)),
            new ChoiceRow(null,
            [
                new Choice("Another meeting", new CardAction(NewAction)),
                new Choice("My 1:1", new CardAction(OneOnOneCards.NewAction)),
            ]),
        ],
    };

    public static Card Cancelled(Meeting meeting) => new()
    {
        Sign = CardSign.Notes,
        Title = $"{meeting.Name}: called off",
        Text = "Nothing more comes about it. Your notes are kept.",
        Choices = [new ChoiceRow(null, [new Choice("Put it back", new CardAction(RestoreAction, $"{meeting.Id}|{FromSheet}"))])],
    };

    /// <summary>Offers the form where a message cannot open one.</summary>
    public static Card OpenForm(string text) => new()
    {
        Sign = CardSign.Notes,
        Title = "Prepare a meeting",
        Text = "Which one, when, and what was sent out. I find its key points, and you choose your questions, comments, a small goal and what you say first.",
        Choices = [new ChoiceRow(null, [new Choice("Open the form", new CardAction(NewAction, LongText.Cut(text, MaxKept))) { IsPrimary = true }])],
    };

    public static Card Gone { get; } = new()
    {
        Title = "This meeting is no longer here",
        Text = "/prep shows the ones that are.",
    };

    // What is left to say once the first point is made.
    private static Meeting Rest(Meeting meeting) => meeting with
    {
        Questions = [.. meeting.Questions.Where(question => question.Text != meeting.FirstPoint)],
        Comments = [.. meeting.Comments.Where(comment => comment.Text != meeting.FirstPoint)],
        OtherView = meeting.OtherView == meeting.FirstPoint ? "" : meeting.OtherView,
        FirstPoint = "",
    };

    private static ChoiceRow Offer(Forum forum, bool isFirst, DateTimeOffset now, TimeZoneInfo zone)
    {
        if (forum.Last.EndsAt > now)
        {
            return new ChoiceRow(
                $"{When.ShowFirst(Language.English, forum.Last.StartsAt, now, zone)}, its sheet is begun",
                [new Choice("Open the sheet", new CardAction(OpenAction, forum.Last.Id)) { IsPrimary = isFirst }])
            { Label = forum.Name };
        }

        var carried = CarryOver.Unasked(forum.Last).Count switch
        {
            0 => "",
            1 => ". 1 question is carried over.",
            var count => string.Create(CultureInfo.InvariantCulture, $". {count} questions are carried over."),
        };
        return new ChoiceRow(
            $"{When.ShowFirst(Language.English, forum.Next, now, zone)}, {AsBefore(forum, now, zone)}{carried}",
            [new Choice("Prepare it", new CardAction(AgainAction, forum.Last.Id)) { IsPrimary = isFirst }])
        { Label = forum.Name };
    }

    private static string AsBefore(Forum forum, DateTimeOffset now, TimeZoneInfo zone) =>
        ((MondayOf(now, zone).DayNumber - MondayOf(forum.Last.StartsAt, zone).DayNumber) / 7) switch
        {
            0 => "as this week",
            1 => "as last week",
            _ => $"as on {TimeZoneInfo.ConvertTime(forum.Last.StartsAt, zone).ToString("ddd d MMM", CultureInfo.InvariantCulture)}",
        };

    private static DateOnly MondayOf(DateTimeOffset moment, TimeZoneInfo zone)
    {
        var day = LocalTime.DateOf(moment, zone);
        return day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
    }

    private static Choice NewMeeting(bool isPrimary) => new("Prepare a meeting", new CardAction(NewAction)) { IsPrimary = isPrimary };
}
