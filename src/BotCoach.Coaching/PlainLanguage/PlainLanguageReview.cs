namespace BotCoach.Coaching;

/// <summary>What a point can mean for the business.</summary>
public enum BusinessOutcome
{
    /// <summary>What something costs or saves.</summary>
    Cost,

    /// <summary>What comes in: sales, income, profit.</summary>
    Revenue,

    /// <summary>What may go wrong: security, law, safety, outage.</summary>
    Risk,

    /// <summary>When it is there, or how long it takes.</summary>
    Time,

    /// <summary>What customers see of it.</summary>
    Customers,
}

/// <summary>What a check for tech tongues found in a text. Nothing in the text is changed by it.</summary>
public sealed record PlainLanguageReview
{
    /// <summary>The text that was reviewed.</summary>
    public required string Text { get; init; }

    /// <summary>
    /// The remarks, in the order of the text. A term is remarked on once, where it first occurs. No two overlap, except
    /// that a long sentence holds the remarks within it.
    /// </summary>
    public required IReadOnlyList<PlainLanguageRemark> Remarks { get; init; }

    /// <summary>
    /// What the text says it means for the business, in the order of the enumeration; empty when it says nothing of that.
    /// </summary>
    public required IReadOnlyList<BusinessOutcome> Outcomes { get; init; }

    /// <summary>The remark of that id; null when it is gone, as when it was taken up or the text was changed.</summary>
    public PlainLanguageRemark? Find(string id) => Remarks.FirstOrDefault(remark => remark.Id == id);

    /// <summary>
    /// The text with one remark's words replaced by one of its alternatives. An <c>a</c> or <c>an</c> directly before
    /// them is made to fit; nothing else changes.
    /// </summary>
    /// <exception cref="ArgumentException">The remark is not of this review, or the alternative is not of the remark.</exception>
    public string Apply(PlainLanguageRemark remark, string alternative)
    {
        ArgumentNullException.ThrowIfNull(remark);
        if (Find(remark.Id) is not { } own || own.Start != remark.Start || own.Length != remark.Length)
        {
            throw new ArgumentException($"The remark '{remark.Id}' is not of this text.", nameof(remark));
        }

        if (!own.Alternatives.Contains(alternative, StringComparer.Ordinal))
        {
            throw new ArgumentException($"'{alternative}' is no alternative of '{remark.Id}'.", nameof(alternative));
        }

        var (start, article) = IndefiniteArticle.Before(Text, remark.Start) is { } found
            ? (found.Start, IndefiniteArticle.Fit(Text[found.Start..remark.Start], alternative))
            : (remark.Start, "");
        return string.Concat(Text.AsSpan(0, start), article, alternative, Text.AsSpan(remark.End));
    }
}
