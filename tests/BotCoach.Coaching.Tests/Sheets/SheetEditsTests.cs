using BotCoach.Chat;
using BotCoach.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace BotCoach.Coaching.Tests;

/// <summary>Whatever is tapped and written on a sheet, in whatever order.</summary>
public sealed class SheetEditsTests
{
    private static readonly Meeting _empty = new()
    {
        Id = "m1",
        Name = "Exec staff",
        StartsAt = CoachDesk.MondayMorning,
        Minutes = 60,
        Version = "v1",
        SavedAt = CoachDesk.MondayMorning,
    };

    [Fact]
    public void A_sheet_keeps_its_shape() => Prop.ForAll(Edits().ToArbitrary(), edits =>
    {
        var meeting = edits.Aggregate(_empty, (before, edit) => edit.Apply(before));
        return HasShape(meeting.Questions) && HasShape(meeting.Comments)
            && (meeting.FirstPoint.Length == 0 || EndingCard.Openings(Language.English, meeting).Any(opening => opening.Text == meeting.FirstPoint))
            && meeting.Settled.Distinct().Count() == meeting.Settled.Count
            && meeting.Kept.Distinct().Count() == meeting.Kept.Count
            && meeting.Version == _empty.Version
            && meeting.SavedAt == _empty.SavedAt;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Each_edit_of_a_point_is_there_once_however_often_it_is_made() => Prop.ForAll(Edits().Zip(Edit()).ToArbitrary(), each =>
    {
        var (edits, last) = each;
        var once = last.Apply(edits.Aggregate(_empty, (before, edit) => edit.Apply(before)));
        return MeetingRow.Write(last.Apply(once)).OrderBy(column => column.Key, StringComparer.Ordinal)
            .SequenceEqual(MeetingRow.Write(once).OrderBy(column => column.Key, StringComparer.Ordinal));
    }).QuickCheckThrowOnFailure();

    private static bool HasShape(IReadOnlyList<MeetingPoint> points) =>
        points.Count <= Meeting.MaxPoints && points.Select(point => point.Text).Distinct().Count() == points.Count;

    private static Gen<List<SheetEdit>> Edits() => Edit().ListOf().Select(edits => edits.ToList());

    private static Gen<SheetEdit> Edit()
    {
        var kinds = Gen.Elements(PointKind.Question, PointKind.Comment);
        var texts = Gen.Elements("Who decides?", "What does it cost?", "Why now?", "What if we wait?", "Who asked for it?");
        var ids = texts.Select(text => new MeetingPoint(text).Id);
        return Gen.OneOf(
            kinds.SelectMany(kind => texts.SelectMany(text => Gen.Elements(true, false).Select(carried =>
                new SheetEdit($"add {kind} {text}", meeting => meeting.Add(kind, new MeetingPoint(text) { IsCarriedOver = carried }) ?? meeting)))),
            kinds.SelectMany(kind => ids.SelectMany(id => texts.Select(text => new SheetEdit($"change {kind} {text}", meeting => meeting.Change(kind, id, text) ?? meeting)))),
            kinds.SelectMany(kind => ids.Select(id => new SheetEdit($"drop {kind} {id}", meeting => meeting.Drop(kind, id)))),
            texts.Select(text => new SheetEdit($"view {text}", meeting => meeting.View(text))),
            Gen.Constant(new SheetEdit("no view", meeting => meeting.View(""))),
            texts.Select(text => new SheetEdit($"settle {text}", meeting => meeting.Settle(text).Keep(text))),
            Gen.Choose(0, 6).Select(place => new SheetEdit($"first {place}", meeting => EndingCard.Openings(Language.English, meeting).ElementAtOrDefault(place) is { Text: { } text }
                ? meeting with { FirstPoint = text }
                : meeting)));
    }

    private sealed record SheetEdit(string Name, Func<Meeting, Meeting> Apply)
    {
        public override string ToString() => Name;
    }
}
