namespace BotCoach.Coaching;

/// <summary>The words that tell what a point means for the business.</summary>
/// <param name="words">
/// The words of each outcome, in small letters and without the ending of a plural; a sign of money is a word of its own.
/// </param>
internal sealed class OutcomeWords(IReadOnlyDictionary<string, BusinessOutcome> words)
{
    /// <summary>The outcomes that a text speaks of, in the order of the enumeration.</summary>
    public IReadOnlyList<BusinessOutcome> In(TextWords text)
    {
        var found = new SortedSet<BusinessOutcome>();
        foreach (var word in text.Words)
        {
            if (words.TryGetValue(word.Lower, out var outcome) || words.TryGetValue(word.Stem, out outcome))
            {
                found.Add(outcome);
            }
        }

        // Money is a cost as long as no word says that it comes in.
        if (!found.Contains(BusinessOutcome.Revenue) && text.Text.AsSpan().IndexOfAny('$', '\u20ac', '\u00a3') >= 0)
        {
            found.Add(BusinessOutcome.Cost);
        }

        return [.. found];
    }
}
