namespace BotCoach.Coaching;

/// <summary>Cuts out of a key point the part that a suggestion quotes.</summary>
internal static class Quotation
{
    // What can be said aloud in one breath, and leaves room for the question.
    private const int Longest = 140;

    // Below that, what ends at a comma is mostly a subject with its attributes.
    private const int ShortestStatement = 70;

    private static readonly string[] _conjunctions = ["And", "But", "So", "Y", "Pero"];

    /// <summary>
    /// The beginning of the sentence in which something stands, in whole clauses as far as there is room: it holds the subject,
    /// and by it the others know the sentence again. A condition that comes later is quoted alone. A clause that is too long is
    /// cut between words, with an ellipsis.
    /// </summary>
    public static string Of(string text, HookFound hook)
    {
        var whole = Trimmed(text);
        if (whole.Length <= Longest)
        {
            return whole;
        }

        var from = SentenceStart(text, hook.Start);
        var to = End(text, from);
        if (hook.Hook == Hook.Condition && to <= hook.Start)
        {
            (from, to) = (hook.Start, End(text, hook.Start));
        }

        return to - from < ShortestStatement && text.Length - from > Longest ? Cut(text, from) : Trimmed(text[from..to]);
    }

    // "And I need" joins a sentence to one that is not quoted.
    private static string WithoutConjunction(string quote)
    {
        var space = quote.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 && space + 1 < quote.Length && _conjunctions.Contains(quote[..space])
            ? char.ToUpperInvariant(quote[space + 1]) + quote[(space + 2)..]
            : quote;
    }

    /// <summary>
    /// What somebody takes for granted: the words behind "that", up to the end of the clause. Null when the sentence is built
    /// in another way.
    /// </summary>
    public static string? Claim(string text, HookFound assumption)
    {
        foreach (var that in (string[])[" that ", " que "])
        {
            if (string.CompareOrdinal(text, assumption.End, that, 0, that.Length) == 0)
            {
                var from = assumption.End + that.Length;
                var next = text.IndexOf($" and{that}", from, StringComparison.Ordinal);
                next = next < 0 ? text.IndexOf($" y{that}", from, StringComparison.Ordinal) : next;
                var clause = Enumerable.Range(from, text.Length - from).FirstOrDefault(at => at > from && IsCut(text, at), text.Length);
                var claim = Trimmed(text[from..(next < 0 ? clause : Math.Min(next, clause))]);
                return claim.Length is > 0 and <= Longest ? claim : null;
            }
        }

        return null;
    }

    /// <summary>The end of the last clause that there is room for; -1 when the first is too long.</summary>
    private static int End(string text, int from)
    {
        var end = -1;
        for (var at = from + 1; at <= text.Length && at - from <= Longest + 2; at++)
        {
            if (at == text.Length || IsCut(text, at))
            {
                end = at;
                if (at < text.Length && EndsSentence(text, at))
                {
                    break;
                }
            }
        }

        return end;
    }

    private static string Cut(string text, int from)
    {
        var end = from + Longest - 1;
        var space = text.LastIndexOf(' ', end);
        end = space > from + (Longest / 2) ? space : char.IsHighSurrogate(text[end - 1]) ? end - 1 : end;
        return $"{Trimmed(text[from..end])}…";
    }

    private static int SentenceStart(string text, int at)
    {
        while (at > 0 && !(IsCut(text, at) && EndsSentence(text, at)))
        {
            at--;
        }

        return at;
    }

    // Behind a mark and a space, never inside a number such as "1,250"; before a bracket.
    private static bool IsCut(string text, int at) =>
        text[at - 1] == ' ' && ((at > 1 && text[at - 2] is ',' or ';' or ':' or '.' or '?' or '–' or '—' or ')' or '…') || text[at] == '(');

    private static bool EndsSentence(string text, int cut) => cut > 1 && text[cut - 2] is '.' or '?' && !char.IsLower(text[cut]);

    private static string Trimmed(string text) => WithoutConjunction(text.Trim(' ', '.', ',', ';', ':', '–', '—', '(', '"', '“', '”', '«', '»'));
}
