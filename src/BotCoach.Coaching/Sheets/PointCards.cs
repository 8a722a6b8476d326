using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>A point on a sheet with what may keep it from landing.</summary>
/// <param name="Point">The point.</param>
/// <param name="Remark">The one remark that is open; null when there is none.</param>
internal sealed record ReviewedPoint(MeetingPoint Point, PointRemark? Remark);

/// <summary>The parts of a sheet in which questions and comments are written.</summary>
internal static class PointCards
{
    public static Card Of(PrepSheet sheet, PointKind kind, IReadOnlyList<ReviewedPoint> points, IReadOnlyList<PointOffer> offers)
    {
        var meeting = sheet.Meeting;
        var part = SheetAction.PartOf(kind);
        return new Card
        {
            Sign = CardSign.Notes,
            Title = $"{meeting.Name}: {(kind == PointKind.Question ? "questions" : "comments")}",
            Text = Advice(kind, points.Count, offers.Count),
            Choices =
            [
                .. points.SelectMany((point, place) => Rows(meeting, kind, point, place)),
                .. offers.Select(offer => Offer(meeting, part, offer)),
                new ChoiceRow(null, [.. Write(meeting, part, points.Count), SheetCards.Back(meeting)]),
            ],
        };
    }

    /// <summary>What may keep a text from landing, with a tap for each way to settle it.</summary>
    public static ChoiceRow Remark(Meeting meeting, string part, string point, PointRemark remark)
    {
        var keep = new Choice("Keep mine", SheetAction.On(SheetAction.Keep, meeting.Id, part, point, remark.Id));
        var edit = SheetAction.On(SheetAction.Write, meeting.Id, part, point);
        return remark switch
        {
            PointRemark.Words { Remark: { Kind: PlainLanguageRemarkKind.LongSentence } sentence } =>
                new ChoiceRow(sentence.Why, [new Choice("Make it shorter", edit), keep]) { Label = "A long sentence" },
            PointRemark.Words { Remark: var words } => new ChoiceRow(
                words.Alternatives is [var plain, ..] ? $"{words.Why} Plainer: \u201c{plain}\u201d." : words.Why,
                [
                    words.Alternatives.Count > 0
                        ? new Choice("Use it", SheetAction.On(SheetAction.Use, meeting.Id, part, point, words.Id))
                        : new Choice("Say it in other words", edit),
                    .. words.Kind == PlainLanguageRemarkKind.Abbreviation
                        ? [new Choice("Everyone knows it", SheetAction.On(SheetAction.Known, meeting.Id, part, point, words.Id))]
                        : Array.Empty<Choice>(),
                    keep,
                ])
            { Label = $"\u201c{words.Written}\u201d may not land" },
            _ => new ChoiceRow("Say what it means for cost, revenue, risk, time or customers.", [new Choice("Add it", edit), keep])
            {
                Label = "What does it mean for the business?",
            },
        };
    }

    private static string Advice(PointKind kind, int points, int offers) => (kind, points, offers) switch
    {
        (_, Meeting.MaxPoints, _) => "That is enough: more than three are hard to place.",
        (PointKind.Question, 0, 0) => "Two or three are enough. What would you like to know about the plan, its numbers or its risk?",
        (PointKind.Question, 0, _) => "Two or three are enough. Start from one of these, or write your own.",
        (PointKind.Question, _, _) => "Two or three are enough.",
        (_, 0, 0) => "Two or three things that you know and others in the room do not. Say what each means for cost, revenue, risk, time or customers.",
        (_, 0, _) => "Two or three things that you know and others in the room do not. Start from one of these, or write your own.",
        _ => "Two or three are enough.",
    };

    private static IEnumerable<ChoiceRow> Rows(Meeting meeting, PointKind kind, ReviewedPoint reviewed, int place)
    {
        var point = reviewed.Point;
        var part = SheetAction.PartOf(kind);
        yield return new ChoiceRow(
            point.Text,
            [
                new Choice("Edit", SheetAction.On(SheetAction.Write, meeting.Id, part, point.Id)),
                new Choice("Drop", SheetAction.On(SheetAction.Drop, meeting.Id, part, point.Id)),
            ])
        { Label = $"{(kind == PointKind.Question ? "Question" : "Comment")} {place + 1}{(point.IsCarriedOver ? ", from last time" : "")}" };
        if (reviewed.Remark is { } remark)
        {
            yield return Remark(meeting, part, point.Id, remark);
        }
    }

    private static ChoiceRow Offer(Meeting meeting, string part, PointOffer offer) => new(
        offer.Text,
        [
            offer.IsUnfinished
                ? new Choice("Finish it", SheetAction.On(SheetAction.Write, meeting.Id, part, offer.Id))
                : new Choice("Take it", SheetAction.On(SheetAction.Take, meeting.Id, part, offer.Id)),
            new Choice("Not this one", SheetAction.On(SheetAction.Dismiss, meeting.Id, part, offer.Id)),
        ])
    { Label = offer.IsLeftOver ? "Left from last time" : $"Start from {offer.From}" };

    private static IEnumerable<Choice> Write(Meeting meeting, string part, int points)
    {
        if (points < Meeting.MaxPoints)
        {
            yield return new Choice(
                part == SheetAction.Questions ? "Write a question" : "Write a comment", SheetAction.On(SheetAction.Write, meeting.Id, part))
            { IsPrimary = points == 0 };
        }
    }
}
