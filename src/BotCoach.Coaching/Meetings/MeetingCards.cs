using System.Globalization;
using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>What people read about a meeting.</summary>
internal static class MeetingCards
{
    public const string NewAction = "meeting.new";
    public const string EditAction = "meeting.edit";
    public const string CancelAction = "meeting.cancel";
    public const string RestoreAction = "meeting.restore";
    public const string FromList = "list";
    public const string FromSheet = "sheet";

    public static Card Sheet(Meeting meeting, DateTimeOffset now, TimeZoneInfo zone) => new()
    {
        Sign = CardSign.Notes,
        Title = meeting.Name,
        Text = $"{When.ShowFirst(meeting.StartsAt, now, zone)} \u00b7 {meeting.Minutes} minutes",
        Facts = Points(meeting),
        Choices =
        [
            new ChoiceRow(null,
            [
                new Choice("Edit", new CardAction(EditAction, $"{meeting.Id}|{FromSheet}")),
                new Choice("Cancel", new CardAction(CancelAction, $"{meeting.Id}|{FromSheet}")),
            ]),
        ],
        Context = Ahead(meeting, now, zone),
    };

    /// <summary>The sheet as it comes ahead of the meeting.</summary>
    public static Card Reminder(Meeting meeting, DateTimeOffset now, TimeZoneInfo zone) => new()
    {
        Sign = CardSign.Notes,
        Title = $"{meeting.Name}, {When.Show(meeting.StartsAt, now, zone)}",
        Text = meeting.Questions.Count + meeting.Comments.Count == 0
            ? "Nothing is written down yet. Two questions are enough: what does it cost, and what has to be true for it to work?"
            : "Read it once, then close it.",
        Facts = Points(meeting),
        Choices = [new ChoiceRow(null, [new Choice("Edit", new CardAction(EditAction, $"{meeting.Id}|{FromSheet}"))])],
    };

    public static Card FirstWord(Meeting meeting, DateTimeOffset now)
    {
        var minutes = Math.Max(0, (int)Math.Round((meeting.StartsAt - now).TotalMinutes, MidpointRounding.AwayFromZero));
        return new Card
        {
            Sign = CardSign.Goal,
            Title = minutes switch
            {
                0 => $"{meeting.Name} starts now",
                1 => $"{meeting.Name} in a minute",
                _ => $"{meeting.Name} in {minutes.ToString(CultureInfo.InvariantCulture)} minutes",
            },
            Text = meeting.OpeningPoint is { } point
                ? $"Say this first, within ten minutes:\n\u201c{point}\u201d"
                : "Decide now what you will say in the first ten minutes. A question counts.",
        };
    }

    public static Card Coming(IReadOnlyList<Meeting> meetings, DateTimeOffset now, TimeZoneInfo zone) => meetings.Count == 0
        ? new Card
        {
            Sign = CardSign.Notes,
            Title = "No meeting ahead",
            Text = "/prep meeting exec staff thu 10am prepares one: its questions, comments, a small goal and what you say first.",
            Choices = [new ChoiceRow(null, [NewMeeting(isPrimary: true)])],
        }
        : new Card
        {
            Sign = CardSign.Notes,
            Title = "Meetings ahead",
            Choices =
            [
                .. meetings.Take(MaxListed).Select(meeting => new ChoiceRow(
                    $"{meeting.Name} \u00b7 {When.Show(meeting.StartsAt, now, zone)}",
                    [
                        new Choice("Edit", new CardAction(EditAction, $"{meeting.Id}|{FromList}")),
                        new Choice("Cancel", new CardAction(CancelAction, $"{meeting.Id}|{FromList}")),
                    ])),
                new ChoiceRow(null, [NewMeeting(isPrimary: false)]),
            ],
            Context = meetings.Count > MaxListed ? $"The next {MaxListed} of {meetings.Count}." : null,
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
        Text = "When it is, what was sent out, two or three questions and comments, and what you say first.",
        Choices = [new ChoiceRow(null, [new Choice("Open the form", new CardAction(NewAction, LongText.Cut(text, 200))) { IsPrimary = true }])],
    };

    public static Card Gone { get; } = new()
    {
        Title = "This meeting is no longer here",
        Text = "/prep shows the ones that are.",
    };

    // Ten meetings with two buttons each stay well inside what any channel shows in one card.
    private const int MaxListed = 10;

    private static List<Fact> Points(Meeting meeting)
    {
        List<Fact> facts = [];
        if (meeting.FirstPoint.Length > 0)
        {
            facts.Add(new Fact("Say first", meeting.FirstPoint));
        }

        if (meeting.Questions.Count > 0)
        {
            facts.Add(new Fact("Your questions", Numbered(meeting.Questions)));
        }

        if (meeting.Comments.Count > 0)
        {
            facts.Add(new Fact("Your comments", Numbered(meeting.Comments)));
        }

        if (meeting.Goal.Length > 0)
        {
            facts.Add(new Fact("Small goal", meeting.Goal));
        }

        if (meeting.Agenda.Length > 0)
        {
            // Enough to see that the right text was kept; Edit shows all of it.
            facts.Add(new Fact("Pre-read", LongText.Cut(meeting.Agenda, 280)));
        }

        return facts;
    }

    private static string Numbered(IReadOnlyList<string> points) =>
        points.Count == 1 ? points[0] : string.Join('\n', points.Select((point, place) => $"{place + 1}. {point}"));

    private static string? Ahead(Meeting meeting, DateTimeOffset now, TimeZoneInfo zone)
    {
        var parts = meeting.MessagesAfter(now).Select(message => message.Kind switch
        {
            NudgeKind.MeetingSheet => $"this sheet at {When.Time(message.At, zone)}",
            NudgeKind.MeetingFirstWord => $"what to say first at {When.Time(message.At, zone)}",
            _ => $"a short check at {When.Time(message.At, zone)}",
        }).ToList();
        return parts.Count == 0 ? null : $"Coming: {string.Join(", ", parts)}.";
    }

    private static Choice NewMeeting(bool isPrimary) => new("Prepare a meeting", new CardAction(NewAction)) { IsPrimary = isPrimary };
}
