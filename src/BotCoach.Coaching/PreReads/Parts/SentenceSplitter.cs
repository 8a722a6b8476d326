using System.Collections.Frozen;

namespace BotCoach.Coaching;

/// <summary>Takes running text apart into sentences.</summary>
internal static class SentenceSplitter
{
    // Points behind these end no sentence. English and Spanish together: none of them is a word of the other.
    private static readonly FrozenSet<string> _abbreviations = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "e.g", "i.e", "eg", "ie", "vs", "cf", "approx", "est", "incl", "excl", "mr", "mrs", "ms", "dr", "prof", "st", "dept",
        "sr", "sra", "srs", "sres", "dra", "ee", "uu", "aprox", "ej", "p.ej", "dpto");

    // These stand before a number: "No. 5". Without one, "no." ends a sentence.
    private static readonly FrozenSet<string> _beforeNumbers = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "no", "nos", "fig", "sec", "p", "pp", "pág", "págs", "art", "núm", "vol");

    // "Second, liability." announces the sentence behind it.
    private const int MostWordsOfAnnouncement = 4;

    /// <summary>The sentences, trimmed; none is empty. One of few words stays with the next.</summary>
    /// <param name="text">Running text.</param>
    /// <param name="whole">Up to how many characters it is left as it is.</param>
    public static IEnumerable<string> Split(string text, int whole)
    {
        if (text.Length <= whole)
        {
            yield return text;
            yield break;
        }

        var announcement = "";
        foreach (var sentence in Split(text))
        {
            var joined = announcement.Length > 0 ? $"{announcement} {sentence}" : sentence;
            announcement = sentence[^1] == '.' && sentence.Count(letter => letter == ' ') < MostWordsOfAnnouncement ? joined : "";
            if (announcement.Length == 0)
            {
                yield return joined;
            }
        }

        if (announcement.Length > 0)
        {
            yield return announcement;
        }
    }

    private static IEnumerable<string> Split(string text)
    {
        var from = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is not ('.' or '?' or '!' or '…' or '。' or '！' or '？' or '؟' or '۔'))
            {
                continue;
            }

            var end = EndOfMarks(text, at + 1);
            if (IsEnd(text, from, at, end))
            {
                if (text[from..end].Trim() is { Length: > 0 } sentence)
                {
                    yield return sentence;
                }

                from = end;
            }

            at = end - 1;
        }

        if (text[from..].Trim() is { Length: > 0 } rest)
        {
            yield return rest;
        }
    }

    private static int EndOfMarks(string text, int at)
    {
        while (at < text.Length && text[at] is '.' or '?' or '!' or '…' or '"' or '\'' or '”' or '’' or '»' or ')' or ']')
        {
            at++;
        }

        return at;
    }

    private static bool IsEnd(string text, int from, int mark, int end)
    {
        if (end == text.Length || text[mark] is '。' or '！' or '？')
        {
            return true;
        }

        if (text[end] != ' ')
        {
            return false;
        }

        var next = end;
        while (next < text.Length && text[next] is ' ' or '"' or '\'' or '“' or '«' or '(' or '[' or '¿' or '¡' or '-' or '–' or '—' or '*')
        {
            next++;
        }

        return next == text.Length || (!char.IsLower(text[next]) && !(text[mark] == '.' && IsAbbreviation(text, from, mark, char.IsDigit(text[next]))));
    }

    /// <summary>Whether the word before the point is one that ends in a point: a known one, an initial, or letters with points between.</summary>
    private static bool IsAbbreviation(string text, int from, int mark, bool isBeforeNumber)
    {
        const int Longest = 8;
        var start = mark;
        while (start > from && mark - start <= Longest && (char.IsLetter(text[start - 1]) || text[start - 1] == '.'))
        {
            start--;
        }

        var word = text[start..mark];
        return _abbreviations.Contains(word)
            || (isBeforeNumber && _beforeNumbers.Contains(word))
            || (word.Length == 1 && char.IsUpper(word[0]))
            || (word.Length > 2 && word[1] == '.' && char.IsLetter(word[0]));
    }
}
