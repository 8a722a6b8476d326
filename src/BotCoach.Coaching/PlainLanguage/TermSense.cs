namespace BotCoach.Coaching;

/// <summary>What a word mostly is that is both a term and a common word.</summary>
internal enum MostlyIs
{
    /// <summary>The common word.</summary>
    Common,

    /// <summary>The term.</summary>
    Term,

    /// <summary>The term as a noun, the common word as a verb: "the merge", "the banks merge".</summary>
    TermAsNoun,

    /// <summary>The same, and as a verb it is never the term: "the build", "we build".</summary>
    TermOnlyAsNoun,
}

/// <summary>
/// Tells a term from the common word that is written like it: by the words directly beside it, else by the words near
/// it, else by what it mostly is.
/// </summary>
internal sealed class TermSense
{
    /// <summary>
    /// How many words to either side count as near, within the sentence: about a clause. Set on the tuning sentences.
    /// </summary>
    private const int Reach = 12;

    /// <summary>What it is where nothing near it tells.</summary>
    public required MostlyIs Mostly { get; init; }

    /// <summary>Phrases that make it a term; <c>_</c> stands for it.</summary>
    public required IReadOnlyList<SensePhrase> TermPhrases { get; init; }

    /// <summary>Phrases that make it a common word.</summary>
    public required IReadOnlyList<SensePhrase> CommonPhrases { get; init; }

    /// <summary>Words whose nearness speaks for the term.</summary>
    public required IReadOnlySet<string> TermWords { get; init; }

    /// <summary>Whether the nearness of terms that are no common words speaks for the term.</summary>
    public required bool TermsSpeakForIt { get; init; }

    /// <summary>Words whose nearness speaks for the common word.</summary>
    public required IReadOnlySet<string> CommonWords { get; init; }

    /// <summary>Whether a match is a term where it stands.</summary>
    /// <param name="text">The words of the text.</param>
    /// <param name="first">The first word of the match.</param>
    /// <param name="count">How many words it has.</param>
    /// <param name="isTrade">Whether a word belongs to a term that is no common word.</param>
    /// <param name="isNoun">Whether it is used as a noun.</param>
    public bool IsTerm(TextWords text, int first, int count, IReadOnlyList<bool> isTrade, bool isNoun)
    {
        // The longest phrase tells most: "a cluster of customers", but "a cluster of three computers".
        var common = LongestFitting(CommonPhrases, text, first, count);
        var term = LongestFitting(TermPhrases, text, first, count);
        if (common > 0 || term > 0)
        {
            return term > common;
        }

        if (Mostly == MostlyIs.TermOnlyAsNoun && !isNoun)
        {
            return false;
        }

        return Votes(text, first, count, isTrade) switch
        {
            > 0 => true,
            < 0 => false,
            _ => Mostly == MostlyIs.Term || (Mostly != MostlyIs.Common && isNoun),
        };
    }

    private static int LongestFitting(IReadOnlyList<SensePhrase> phrases, TextWords text, int first, int count)
    {
        var longest = 0;
        foreach (var phrase in phrases)
        {
            if (phrase.Length > longest && phrase.Fits(text, first, count))
            {
                longest = phrase.Length;
            }
        }

        return longest;
    }

    /// <summary>By how many different words near it the term is ahead.</summary>
    private int Votes(TextWords text, int first, int count, IReadOnlyList<bool> isTrade)
    {
        var sentence = text.Sentences[text.Words[first].Sentence];
        var from = Math.Max(sentence.FirstWord, first - Reach);
        var to = Math.Min(sentence.FirstWord + sentence.WordCount, first + count + Reach);
        List<string> forTerm = [];
        List<string> forCommon = [];
        for (var at = from; at < to; at++)
        {
            if (at >= first && at < first + count)
            {
                continue;
            }

            var word = text.Words[at];
            if ((TermsSpeakForIt && isTrade[at]) || TermWords.Contains(word.Lower) || TermWords.Contains(word.Stem))
            {
                Vote(forTerm, word);
            }
            else if (CommonWords.Contains(word.Lower) || CommonWords.Contains(word.Stem))
            {
                Vote(forCommon, word);
            }
        }

        return forTerm.Count - forCommon.Count;
    }

    // A word that stands there twice has one vote.
    private static void Vote(List<string> voters, TextWord word)
    {
        if (!voters.Contains(word.Lower))
        {
            voters.Add(word.Lower);
        }
    }
}
