using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>The last part of a sheet: the small goal, another view, and what is said first.</summary>
internal static class EndingCard
{
    // Every channel shows 500 characters above a row of buttons: so much is for the points, the rest for their names.
    private const int RoomForList = 380;

    private const int LongestListed = 120;

    /// <summary>The card.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="remark">What may keep the other view from landing; null when nothing may.</param>
    public static Card Of(PrepSheet sheet, PointRemark? remark)
    {
        var language = sheet.Person.Language;
        var meeting = sheet.Meeting;
        return new Card
        {
            Sign = CardSign.Notes,
            Title = EndingTexts.In(language).Title(meeting.Name),
            Choices =
            [
                Goal(language, meeting),
                OtherView(language, meeting),
                .. remark is null ? [] : new[] { PointCards.Remark(language, meeting, SheetAction.OtherView, new MeetingPoint(meeting.OtherView).Id, remark) },
                First(language, meeting),
                new ChoiceRow(null, [SheetCards.Back(language, meeting)]),
            ],
        };
    }

    /// <summary>What may be said first, with the name under which it is chosen.</summary>
    public static IEnumerable<(string Name, string Text)> Openings(Language language, Meeting meeting)
    {
        var texts = SheetTexts.In(language);
        return
        [
            .. meeting.Questions.Select((point, place) => (texts.QuestionNumber(place + 1), point.Text)),
            .. meeting.Comments.Select((point, place) => (texts.CommentNumber(place + 1), point.Text)),
            .. meeting.OtherView.Length == 0 ? [] : new[] { (texts.OtherView, meeting.OtherView) },
        ];
    }

    private static ChoiceRow Goal(Language language, Meeting meeting)
    {
        var texts = EndingTexts.In(language);
        var chosen = SmallGoal.Find(meeting.Goal);
        var isOwn = meeting.Goal.Length > 0 && chosen is null;
        return new ChoiceRow(
            isOwn ? meeting.Goal : texts.GoalPrompt,
            [
                .. SmallGoal.Ids.Select(goal => new Choice(SmallGoal.Words(language, goal), SheetAction.On(SheetAction.Goal, meeting.Id, goal)) { IsChosen = chosen == goal }),
                new Choice(isOwn ? texts.EditOwn : texts.WriteOwn, SheetAction.On(SheetAction.Write, meeting.Id, SheetAction.OwnGoal)) { IsChosen = isOwn },
            ])
        { Label = texts.GoalLabel };
    }

    private static ChoiceRow OtherView(Language language, Meeting meeting)
    {
        var (texts, sheet) = (EndingTexts.In(language), SheetTexts.In(language));
        return meeting.OtherView.Length == 0
            ? new ChoiceRow(
                texts.OtherViewPrompt,
                [new Choice(texts.WriteIt, SheetAction.On(SheetAction.Write, meeting.Id, SheetAction.OtherView))])
            { Label = sheet.OtherView }
            : new ChoiceRow(
                meeting.OtherView,
                [
                    new Choice(sheet.Edit, SheetAction.On(SheetAction.Write, meeting.Id, SheetAction.OtherView)),
                    new Choice(sheet.Drop, SheetAction.On(SheetAction.Drop, meeting.Id, SheetAction.OtherView)),
                ])
            { Label = sheet.OtherView };
    }

    private static ChoiceRow First(Language language, Meeting meeting)
    {
        var (texts, points) = (EndingTexts.In(language), PointTexts.In(language));
        var openings = Openings(language, meeting).ToList();
        if (openings.Count == 0)
        {
            return new ChoiceRow(
                meeting.FirstPoint.Length > 0 ? meeting.FirstPoint : texts.NothingToSayYet,
                [
                    new Choice(points.WriteQuestion, SheetAction.On(SheetAction.Show, meeting.Id, SheetAction.Questions)),
                    new Choice(points.WriteComment, SheetAction.On(SheetAction.Show, meeting.Id, SheetAction.Comments)),
                ])
            { Label = texts.FirstLabel };
        }

        // A first point that is none of them was written in an earlier release's form.
        var isOther = meeting.FirstPoint.Length > 0 && openings.TrueForAll(opening => opening.Text != meeting.FirstPoint);
        (string Name, string Text)[] listed = [.. isOther ? [(texts.SoFar, meeting.FirstPoint)] : Array.Empty<(string, string)>(), .. openings];
        return new ChoiceRow(
            string.Join('\n', listed.Select(opening => $"{opening.Name}: {LongText.Cut(opening.Text, Math.Min(LongestListed, RoomForList / listed.Length))}")),
            [
                .. openings.Select(opening => new Choice(opening.Name, SheetAction.On(SheetAction.First, meeting.Id, new MeetingPoint(opening.Text).Id))
                {
                    IsChosen = opening.Text == meeting.FirstPoint,
                }),
            ])
        { Label = texts.FirstLabel };
    }
}
