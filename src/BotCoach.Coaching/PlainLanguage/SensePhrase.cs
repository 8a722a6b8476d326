namespace BotCoach.Coaching;

/// <summary>Words directly before and after a term.</summary>
/// <param name="Before">The words before it, in order; <c>*</c> is any word, <c>*s</c> one that may be a plural,
/// <c>#</c> a number.</param>
/// <param name="After">The words after it.</param>
internal sealed record SensePhrase(IReadOnlyList<string> Before, IReadOnlyList<string> After)
{
    /// <summary>How much it tells: the words that it has beside the term, of which one that may be any counts half.</summary>
    public int Length { get; } = Before.Concat(After).Sum(word => word.StartsWith('*') ? 1 : 2);

    /// <summary>Reads words around a <c>_</c>, such as <c>sales _</c>.</summary>
    public static SensePhrase? Parse(string text)
    {
        string[] words = text.Split(' ');
        var place = Array.IndexOf(words, "_");
        return place >= 0 && words.Length > 1 && words.Count(word => word == "_") == 1
            ? new SensePhrase(words[..place], words[(place + 1)..])
            : null;
    }

    public bool Fits(TextWords text, int first, int count)
    {
        var start = first - Before.Count;
        var next = first + count;
        if (start < 0 || next + After.Count > text.Words.Count)
        {
            return false;
        }

        var sentence = text.Words[first].Sentence;
        for (var i = 0; i < Before.Count; i++)
        {
            if (!Fits(Before[i], text.Words[start + i], sentence))
            {
                return false;
            }
        }

        for (var i = 0; i < After.Count; i++)
        {
            if (!Fits(After[i], text.Words[next + i], sentence))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Fits(string wanted, TextWord word, int sentence) =>
        word.Sentence == sentence && wanted switch
        {
            "*" => true,
            "#" => char.IsAsciiDigit(word.Lower[0]),
            "*s" => word.Lower is [_, _, _, _, .., 's'] and not [.., 's', 's'],
            _ => wanted == word.Lower || wanted == word.Stem,
        };
}
