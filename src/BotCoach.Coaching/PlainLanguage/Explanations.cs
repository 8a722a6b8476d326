namespace BotCoach.Coaching;

/// <summary>Finds whether a text itself says what a term or an abbreviation means.</summary>
internal static class Explanations
{
    /// <summary>How many words an explanation is looked for in; longer ones lose the listener anyway.</summary>
    private const int Longest = 12;

    private static readonly string[] _openings = ["short for", "stands for"];
    private static readonly string[] _openingsAfterComma = ["which is", "which are", "which means", "that is", "i e"];
    private static readonly string[] _determiners = ["a", "an", "the", "our", "how", "what"];
    private static readonly string[] _links = ["of", "for", "that", "who", "where", "we"];

    // "If we empty the cache, the number of complaints falls": what follows the comma is the main clause.
    private static readonly string[] _beforeMainClause =
    [
        "if", "when", "because", "once", "after", "before", "as", "while", "since", "without", "with", "for", "in", "on", "to", "unless",
        "until", "although", "by", "at", "from", "under", "whenever", "instead", "besides", "despite",
    ];

    /// <summary>Whether the words at a place are explained right there, before or after them.</summary>
    public static bool Has(TextWords text, int first, int count) =>
        IsBehindItsLongForm(text, first, count) || IsFollowedByBrackets(text, first, count) || IsFollowedByWords(text, first, count);

    // "service level objective (SLO)", "service level objective, or SLO"
    private static bool IsBehindItsLongForm(TextWords text, int first, int count)
    {
        var word = text.Words[first];
        var inBrackets = word.Start > 0 && text.Text[word.Start - 1] == '(' && At(text, text.Words[first + count - 1].End) == ')';
        var afterOr = first > 0 && word.Joint == ' ' && text.Words[first - 1].Lower is "or" or "called";
        if (!inBrackets && !afterOr)
        {
            return false;
        }

        // The letters of the abbreviation are the first letters of words before it, in that order, nearest first.
        var letters = text.Written(word);
        var letter = letters.Length - 1;
        if (letter > 0 && letters[letter] == 's')
        {
            letter--;
        }

        for (var at = first - (afterOr ? 2 : 1); at >= 0 && at >= first - Longest && letter >= 0; at--)
        {
            while (letter >= 0 && char.IsAsciiDigit(letters[letter]))
            {
                letter--;
            }

            if (letter >= 0 && text.Words[at].Lower[0] == char.ToLowerInvariant(letters[letter]))
            {
                letter--;
            }
        }

        return letter < 0;
    }

    // "SLO (our promise of how often it works)"
    private static bool IsFollowedByBrackets(TextWords text, int first, int count)
    {
        var next = first + count;
        var end = text.Words[next - 1].End;
        if (At(text, end) != ' ' || At(text, end + 1) != '(')
        {
            return false;
        }

        var words = 0;
        while (next < text.Words.Count && words < Longest)
        {
            words++;
            if (At(text, text.Words[next].End) == ')')
            {
                break;
            }

            next++;
        }

        return words is > 1 and < Longest;
    }

    // "SLO, our promise of …"; not the next item of a list: "the API, the database and the queue".
    private static bool IsFollowedByWords(TextWords text, int first, int count)
    {
        var next = first + count;
        if (next + 1 >= text.Words.Count || text.Words[next].Sentence != text.Words[first].Sentence)
        {
            return false;
        }

        var opening = $"{text.Words[next].Lower} {text.Words[next + 1].Lower}";
        var isApart = text.Words[next].Joint == TextWords.Apart;
        if (_openings.Contains(opening, StringComparer.Ordinal) || (isApart && _openingsAfterComma.Contains(opening, StringComparer.Ordinal)))
        {
            return true;
        }

        var opener = text.Words[text.Sentences[text.Words[first].Sentence].FirstWord].Lower;
        if (!isApart || _beforeMainClause.Contains(opener, StringComparer.Ordinal) || !_determiners.Contains(text.Words[next].Lower, StringComparer.Ordinal))
        {
            return false;
        }

        for (var at = next + 1; at < text.Words.Count && at < next + Longest && text.Words[at].Joint != TextWords.Apart; at++)
        {
            if (text.Words[at].Lower is "and" or "or")
            {
                return false;
            }

            if (at > next + 1 && _links.Contains(text.Words[at].Lower, StringComparer.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static char At(TextWords text, int place) => place < text.Text.Length ? text.Text[place] : '\0';
}
