using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>The last part of a sheet: the small goal, another view, and what is said first.</summary>
internal static class EndingCard
{
    // Every channel shows 500 characters above a row of buttons: so much is for the points, the rest for their names.
    private const int RoomForList = 380;

    private const int LongestListed = 120;

    /// <summary>Goals that are set with a tap.</summary>
    public static IReadOnlyList<string> Goals { get; } = ["One question", "One question, one insight", "Offer another view"];

    /// <summary>The card.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="remark">What may keep the other view from landing; null when nothing may.</param>
    public static Card Of(PrepSheet sheet, PointRemark? remark)
    {
        var meeting = sheet.Meeting;
        return new Card
        {
            Sign = CardSign.Notes,
            Title = $"{meeting.Name}: goal and first word",
            Choices =
            [
                Goal(meeting),
                OtherView(meeting),
                .. remark is null ? [] : new[] { PointCards.Remark(meeting, SheetAction.OtherView, new MeetingPoint(meeting.OtherView).Id, remark) },
                First(meeting),
                new ChoiceRow(null, [SheetCards.Back(meeting)]),
            ],
        };
    }

    /// <summary>What may be said first, with the name under which it is chosen.</summary>
    public static IEnumerable<(string Name, string Text)> Openings(Meeting meeting) =>
    [
        .. meeting.Questions.Select((point, place) => ($"Question {place + 1}", point.Text)),
        .. meeting.Comments.Select((point, place) => ($"Comment {place + 1}", point.Text)),
        .. meeting.OtherView.Length == 0 ? [] : new[] { ("Another view", meeting.OtherView) },
    ];

    private static ChoiceRow Goal(Meeting meeting)
    {
        var isOwn = meeting.Goal.Length > 0 && !Goals.Contains(meeting.Goal);
        return new ChoiceRow(
            isOwn ? meeting.Goal : "One that you can hold yourself to.",
            [
                .. Goals.Select(goal => new Choice(goal, SheetAction.On(SheetAction.Goal, meeting.Id, goal)) { IsChosen = meeting.Goal == goal }),
                new Choice(isOwn ? "Edit my own" : "Write my own", SheetAction.On(SheetAction.Write, meeting.Id, SheetAction.OwnGoal)) { IsChosen = isOwn },
            ])
        { Label = "A small goal" };
    }

    private static ChoiceRow OtherView(Meeting meeting) => meeting.OtherView.Length == 0
        ? new ChoiceRow(
            "The strongest case against the plan, in one sentence. It keeps a room from agreeing too soon.",
            [new Choice("Write it", SheetAction.On(SheetAction.Write, meeting.Id, SheetAction.OtherView))])
        { Label = "Another view" }
        : new ChoiceRow(
            meeting.OtherView,
            [
                new Choice("Edit", SheetAction.On(SheetAction.Write, meeting.Id, SheetAction.OtherView)),
                new Choice("Drop", SheetAction.On(SheetAction.Drop, meeting.Id, SheetAction.OtherView)),
            ])
        { Label = "Another view" };

    private static ChoiceRow First(Meeting meeting)
    {
        const string Label = "What do you say first, within ten minutes?";
        var openings = Openings(meeting).ToList();
        if (openings.Count == 0)
        {
            return new ChoiceRow(
                meeting.FirstPoint.Length > 0 ? meeting.FirstPoint : "One of your questions or comments; there is none yet.",
                [
                    new Choice("Write a question", SheetAction.On(SheetAction.Show, meeting.Id, SheetAction.Questions)),
                    new Choice("Write a comment", SheetAction.On(SheetAction.Show, meeting.Id, SheetAction.Comments)),
                ])
            { Label = Label };
        }

        // A first point that is none of them was written in an earlier release's form.
        var isOther = meeting.FirstPoint.Length > 0 && openings.TrueForAll(opening => opening.Text != meeting.FirstPoint);
        (string Name, string Text)[] listed = [.. isOther ? [("So far", meeting.FirstPoint)] : Array.Empty<(string, string)>(), .. openings];
        return new ChoiceRow(
            string.Join('\n', listed.Select(opening => $"{opening.Name}: {LongText.Cut(opening.Text, Math.Min(LongestListed, RoomForList / listed.Length))}")),
            [
                .. openings.Select(opening => new Choice(opening.Name, SheetAction.On(SheetAction.First, meeting.Id, new MeetingPoint(opening.Text).Id))
                {
                    IsChosen = opening.Text == meeting.FirstPoint,
                }),
            ])
        { Label = Label };
    }
}
