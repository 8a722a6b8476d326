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
        var language = sheet.Person.Language;
        var texts = PointTexts.In(language);
        var meeting = sheet.Meeting;
        var part = SheetAction.PartOf(kind);
        return new Card
        {
            Sign = CardSign.Notes,
            Title = kind == PointKind.Question ? texts.QuestionsTitle(meeting.Name) : texts.CommentsTitle(meeting.Name),
            Text = Advice(texts, kind, points.Count, offers.Count),
            Choices =
            [
                .. points.SelectMany((point, place) => Rows(language, meeting, kind, point, place)),
                .. offers.Select(offer => Offer(language, meeting, part, offer)),
                new ChoiceRow(null, [.. Write(texts, meeting, part, points.Count), SheetCards.Back(language, meeting)]),
            ],
        };
    }

    /// <summary>What may keep a text from landing, with a tap for each way to settle it.</summary>
    public static ChoiceRow Remark(Language language, Meeting meeting, string part, string point, PointRemark remark)
    {
        var texts = PointTexts.In(language);
        var keep = new Choice(texts.KeepMine, SheetAction.On(SheetAction.Keep, meeting.Id, part, point, remark.Id));
        var edit = SheetAction.On(SheetAction.Write, meeting.Id, part, point);
        return remark switch
        {
            PointRemark.Words { Remark: { Kind: PlainLanguageRemarkKind.LongSentence } sentence } =>
                new ChoiceRow(sentence.Why(language), [new Choice(texts.MakeShorter, edit), keep]) { Label = texts.LongSentence },
            PointRemark.Words { Remark: var words } => new ChoiceRow(
                words.Alternatives is [var plain, ..] ? $"{words.Why(language)} {texts.Plainer(plain)}" : words.Why(language),
                [
                    words.Alternatives.Count > 0
                        ? new Choice(texts.UseIt, SheetAction.On(SheetAction.Use, meeting.Id, part, point, words.Id))
                        : new Choice(texts.OtherWords, edit),
                    .. words.Kind == PlainLanguageRemarkKind.Abbreviation
                        ? [new Choice(texts.EveryoneKnowsIt, SheetAction.On(SheetAction.Known, meeting.Id, part, point, words.Id))]
                        : Array.Empty<Choice>(),
                    keep,
                ])
            { Label = texts.MayNotLand(words.Written) },
            _ => new ChoiceRow(texts.SayWhatItMeans, [new Choice(texts.AddIt, edit), keep])
            {
                Label = texts.WhatForTheBusiness,
            },
        };
    }

    private static string Advice(PointTexts texts, PointKind kind, int points, int offers) => (kind, points, offers) switch
    {
        (_, Meeting.MaxPoints, _) => texts.EnoughAsItIs,
        (PointKind.Question, 0, 0) => texts.WhatToAsk,
        (PointKind.Question, 0, _) => texts.StartQuestions,
        (PointKind.Question, _, _) => texts.TwoOrThree,
        (_, 0, 0) => texts.WhatToSay,
        (_, 0, _) => texts.StartComments,
        _ => texts.TwoOrThree,
    };

    private static IEnumerable<ChoiceRow> Rows(Language language, Meeting meeting, PointKind kind, ReviewedPoint reviewed, int place)
    {
        var sheet = SheetTexts.In(language);
        var point = reviewed.Point;
        var part = SheetAction.PartOf(kind);
        yield return new ChoiceRow(
            point.Text,
            [
                new Choice(sheet.Edit, SheetAction.On(SheetAction.Write, meeting.Id, part, point.Id)),
                new Choice(sheet.Drop, SheetAction.On(SheetAction.Drop, meeting.Id, part, point.Id)),
            ])
        { Label = Name(language, kind, point, place + 1) };
        if (reviewed.Remark is { } remark)
        {
            yield return Remark(language, meeting, part, point.Id, remark);
        }
    }

    private static string Name(Language language, PointKind kind, MeetingPoint point, int number) => (kind, point.IsCarriedOver) switch
    {
        (PointKind.Question, false) => SheetTexts.In(language).QuestionNumber(number),
        (PointKind.Question, true) => PointTexts.In(language).QuestionFromLastTime(number),
        (_, false) => SheetTexts.In(language).CommentNumber(number),
        (_, true) => PointTexts.In(language).CommentFromLastTime(number),
    };

    private static ChoiceRow Offer(Language language, Meeting meeting, string part, PointOffer offer)
    {
        var texts = PointTexts.In(language);
        return new ChoiceRow(
            offer.Text,
            [
                offer.IsUnfinished
                    ? new Choice(texts.FinishIt, SheetAction.On(SheetAction.Write, meeting.Id, part, offer.Id))
                    : new Choice(texts.TakeIt, SheetAction.On(SheetAction.Take, meeting.Id, part, offer.Id)),
                new Choice(texts.NotThisOne, SheetAction.On(SheetAction.Dismiss, meeting.Id, part, offer.Id)),
            ])
        { Label = offer.From is { } place ? texts.StartFrom(place.In(language)) : texts.LeftFromLastTime };
    }

    private static IEnumerable<Choice> Write(PointTexts texts, Meeting meeting, string part, int points)
    {
        if (points < Meeting.MaxPoints)
        {
            yield return new Choice(
                part == SheetAction.Questions ? texts.WriteQuestion : texts.WriteComment, SheetAction.On(SheetAction.Write, meeting.Id, part))
            { IsPrimary = points == 0 };
        }
    }
}
