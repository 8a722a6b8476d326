namespace BotCoach.Coaching;

/// <summary>Tells nouns by the words around them, as far as small words do.</summary>
/// <param name="text">The text.</param>
/// <param name="afterNoun">Words that come after a noun, such as verbs, prepositions and articles; none is part of it.</param>
internal sealed class NounPhrases(TextWords text, IReadOnlySet<string> afterNoun)
{
    /// <summary>How far before a noun its article is looked for: "the core banking API".</summary>
    private const int Reach = 3;

    private static readonly HashSet<string> _determiners = new(StringComparer.Ordinal)
    {
        "the", "a", "an", "this", "that", "these", "those", "my", "your", "his", "her", "its", "our", "their", "every", "each",
        "any", "some", "no", "another", "which", "what", "whose",
    };

    private static readonly HashSet<string> _numbers = new(StringComparer.Ordinal)
    {
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "both", "few", "many", "several",
    };

    /// <summary>Whether a word is an article or stands for one.</summary>
    public static bool IsDeterminer(string word) => _determiners.Contains(word);

    /// <summary>Whether the words are used as a noun: "the commit", "two sprints", "Ana's last merge"; not "we merge".</summary>
    public bool IsNoun(int first, int count)
    {
        var next = first + count;
        if (next < text.Words.Count && IsJoined(next) && (IsDeterminer(text.Words[next].Lower) || text.Words[next].Lower is "it" or "them"))
        {
            return IsQuantified(first);
        }

        return IsQuantified(first)
            || (IsJoined(first) && IsQuantified(first - 1) && !afterNoun.Contains(text.Words[first - 1].Lower)
                && !text.Words[first - 1].Lower.EndsWith('s'));
    }

    /// <summary>Whether the words after a noun may make it a part of a longer noun: "API team".</summary>
    /// <param name="next">The word after it.</param>
    public bool IsBeforeNoun(int next)
    {
        if (!IsJoined(next) || text.Words[next].Sentence != text.Words[next - 1].Sentence)
        {
            return false;
        }

        var word = text.Words[next].Lower;
        return char.IsLetter(word[0])
            && !afterNoun.Contains(word)
            && !(word.Length > 4 && (word.EndsWith("ly", StringComparison.Ordinal) || word.EndsWith("ed", StringComparison.Ordinal)))
            && word is not [.., 'n', '\'' or '\u2019', 't'];
    }

    /// <summary>How many words before a noun its article stands, 1 for directly before it; 0 when it has none.</summary>
    public int DistanceToDeterminer(int first)
    {
        for (var distance = 1; distance <= Reach && IsJoined(first - distance + 1); distance++)
        {
            var word = text.Words[first - distance].Lower;
            if (IsDeterminer(word))
            {
                return distance;
            }

            if (afterNoun.Contains(word))
            {
                return 0;
            }
        }

        return 0;
    }

    /// <summary>Whether a word goes on the phrase of the word before it.</summary>
    public bool IsJoined(int at) => at > 0 && at < text.Words.Count && text.Words[at].Joint is ' ' or '-';

    /// <summary>Whether an article, a number or an owner stands directly before a word.</summary>
    private bool IsQuantified(int at)
    {
        if (!IsJoined(at))
        {
            return false;
        }

        var before = text.Words[at - 1];
        return IsDeterminer(before.Lower) || _numbers.Contains(before.Lower) || char.IsAsciiDigit(before.Lower[0])
            || (before.End < text.Text.Length && text.Text[before.End] is '\'' or '\u2019');
    }
}
