namespace BotCoach.Coaching;

/// <summary>Something to start a point from.</summary>
/// <param name="Id">Names it within its meeting, so that it does not come back once it is settled.</param>
/// <param name="Text">The words.</param>
/// <param name="From">The place of the pre-read that they quote; null for what was left over.</param>
internal sealed record PointOffer(string Id, string Text, PreReadPlace? From)
{
    private const string LeftOver = "last-";

    /// <summary>Whether the person has to write its end.</summary>
    public bool IsUnfinished => Text.TrimEnd().EndsWith('…');

    /// <summary>Whether it is a question that was left over from the last time.</summary>
    public bool IsLeftOver => Id.StartsWith(LeftOver, StringComparison.Ordinal);

    /// <summary>The id under which a question of the last time is offered.</summary>
    public static string IdOf(MeetingPoint leftOver) => LeftOver + leftOver.Id;
}

/// <summary>What a person is offered to start a question or a comment from.</summary>
internal sealed class PointOffers(Suggestions suggestions)
{
    /// <summary>
    /// As many as there is room for on the sheet: what was left over from the last time first, then starts that quote the
    /// key points of the pre-read.
    /// </summary>
    public IReadOnlyList<PointOffer> For(PrepSheet sheet, PointKind kind)
    {
        var room = Meeting.MaxPoints - sheet.Meeting.PointsOf(kind).Count;
        return room <= 0 ? [] : [.. LeftOvers(sheet, kind).Concat(Starts(sheet, kind)).Take(room)];
    }

    /// <summary>The offer of that id; null when it is gone.</summary>
    public PointOffer? Find(PrepSheet sheet, PointKind kind, string id) =>
        LeftOvers(sheet, kind).Concat(Starts(sheet, kind)).FirstOrDefault(offer => offer.Id == id);

    private static IEnumerable<PointOffer> LeftOvers(PrepSheet sheet, PointKind kind) => kind == PointKind.Comment || sheet.LastTime is null
        ? []
        : CarryOver.PerhapsUnasked(sheet.LastTime)
            .Where(point => sheet.Meeting.Questions.All(question => question.Text != point.Text) && !sheet.Meeting.Settled.Contains(PointOffer.IdOf(point)))
            .Select(point => new PointOffer(PointOffer.IdOf(point), point.Text, null));

    private IEnumerable<PointOffer> Starts(PrepSheet sheet, PointKind kind) => suggestions
        .For(sheet.Person.Language, sheet.Briefing, kind == PointKind.Question ? SuggestionKind.Question : SuggestionKind.Comment, [.. sheet.Meeting.Settled])
        .Select(suggestion => new PointOffer(suggestion.Id, suggestion.Text, sheet.Briefing.Points[suggestion.Point].Place));
}
