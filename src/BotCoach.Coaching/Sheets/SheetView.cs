using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>Shows a sheet, or the part of it that is open.</summary>
internal sealed class SheetView(PointOffers offers, PointRemarks remarks, IKeyPointSource keyPoints, TimeProvider clock)
{
    /// <summary>The card of a part; see <see cref="SheetAction"/> for their names.</summary>
    public Card Of(PrepSheet sheet, string part) => part switch
    {
        _ when sheet.Meeting.IsCancelled => Overview(sheet, clock.GetUtcNow()),
        SheetAction.PreRead => PreReadCard.Of(sheet, keyPoints.ModelHost),
        SheetAction.Ending => EndingCard.Of(
            sheet, sheet.Meeting.OtherView.Length == 0 ? null : Remark(sheet, new MeetingPoint(sheet.Meeting.OtherView), PointKind.Comment)),
        SheetAction.LeadTime => SheetCards.LeadTimes(sheet, clock.GetUtcNow()),
        _ when SheetAction.KindOf(part) is { } kind => PointCards.Of(
            sheet,
            kind,
            [.. sheet.Meeting.PointsOf(kind).Select(point => new ReviewedPoint(point, Remark(sheet, point, kind)))],
            offers.For(sheet, kind)),
        _ => Overview(sheet, clock.GetUtcNow()),
    };

    /// <summary>The sheet as a whole, whatever kind of meeting it is for.</summary>
    public static Card Overview(PrepSheet sheet, DateTimeOffset now) => sheet.Meeting switch
    {
        { IsCancelled: true } => MeetingCards.Cancelled(sheet.Person.Language, sheet.Meeting),
        { Talk: not null } => OneOnOneCards.Sheet(sheet, now),
        _ => SheetCards.Overview(sheet, now),
    };

    /// <summary>The remark that is open on a point; null when there is none.</summary>
    public PointRemark? Remark(PrepSheet sheet, MeetingPoint point, PointKind kind) =>
        remarks.Open(sheet, point, saysOutcome: kind == PointKind.Comment);
}
