namespace BotCoach.Coaching;

/// <summary>What may keep a point from landing.</summary>
/// <param name="Id">Names it within its point.</param>
/// <param name="Subject">What is remembered when the person keeps their words.</param>
internal abstract record PointRemark(string Id, string Subject)
{
    /// <summary>Words that not everyone follows.</summary>
    public sealed record Words(PlainLanguageRemark Remark) : PointRemark(Remark.Id, Remark.Subject);

    /// <summary>The point does not say what it means for the business.</summary>
    public sealed record NoOutcome(string Point) : PointRemark("outcome", $"outcome:{Point}");
}

/// <summary>
/// Looks at a person's points for what may keep them from landing, one thing at a time. Nothing is changed but by the
/// person.
/// </summary>
internal sealed class PointRemarks(PlainLanguageCheck check)
{
    /// <summary>The first remark on a text that the person has not settled; null when there is none.</summary>
    /// <param name="sheet">The sheet that the text stands on.</param>
    /// <param name="point">The text.</param>
    /// <param name="saysOutcome">Whether the text should say what it means for the business: a question need not.</param>
    public PointRemark? Open(PrepSheet sheet, MeetingPoint point, bool saysOutcome)
    {
        var review = check.Review(point.Text, sheet.CompanyWords);
        var words = review.Remarks
            .OrderBy(remark => remark.Kind == PlainLanguageRemarkKind.LongSentence)
            .Select(remark => (PointRemark)new PointRemark.Words(remark));
        var outcome = saysOutcome && review.Outcomes.Count == 0 ? [new PointRemark.NoOutcome(point.Id)] : Array.Empty<PointRemark>();
        return words.Concat(outcome).FirstOrDefault(remark => !sheet.Meeting.Kept.Contains(remark.Subject));
    }

    /// <summary>The text with one remark's words replaced by plain ones; null when the remark is gone or has none to offer.</summary>
    public string? Replaced(PrepSheet sheet, string text, string remark)
    {
        var review = check.Review(text, sheet.CompanyWords);
        return review.Find(remark) is { Alternatives: [var plain, ..] } found ? review.Apply(found, plain) : null;
    }
}
