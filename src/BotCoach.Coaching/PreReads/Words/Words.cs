using System.Text;

namespace BotCoach.Coaching;

/// <summary>Takes sentences apart into words.</summary>
internal static class Words
{
    /// <summary>
    /// Words and numbers in order: runs of letters, with an apostrophe inside, and runs that begin with a digit, with the
    /// points and commas inside (<c>1,250.5</c>) and the letters behind (<c>4m</c>, <c>2nd</c>).
    /// </summary>
    public static List<Word> In(string sentence)
    {
        var words = new List<Word>();
        for (var at = 0; at < sentence.Length;)
        {
            if (!char.IsLetterOrDigit(sentence[at]))
            {
                at++;
                continue;
            }

            var end = char.IsDigit(sentence[at]) ? EndOfNumber(sentence, at) : EndOfLetters(sentence, at);
            var text = sentence[at..end];
            words.Add(new Word(text, Plain(text), at));
            at = end;
        }

        return words;
    }

    /// <summary>Small letters without the accents of Western Europe's languages.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (letter is >= '\u0300' and <= '\u0308')
            {
                // Some devices send an accent as a character of its own behind its letter.
                continue;
            }

            plain.Append(letter < '\u0080' ? char.ToLowerInvariant(letter) : PlainLetter(char.ToLowerInvariant(letter)));
        }

        return plain.ToString();
    }

    private static char PlainLetter(char letter) => letter switch
    {
        'á' or 'à' or 'â' or 'ä' or 'ã' or 'å' => 'a',
        'é' or 'è' or 'ê' or 'ë' => 'e',
        'í' or 'ì' or 'î' or 'ï' => 'i',
        'ó' or 'ò' or 'ô' or 'ö' or 'õ' => 'o',
        'ú' or 'ù' or 'û' or 'ü' => 'u',
        'ñ' => 'n',
        'ç' => 'c',
        '’' => '\'',
        _ => letter,
    };

    private static int EndOfLetters(string sentence, int at)
    {
        while (at < sentence.Length
            && (char.IsLetterOrDigit(sentence[at]) || (sentence[at] is '\'' or '’' && at + 1 < sentence.Length && char.IsLetter(sentence[at + 1]))))
        {
            at++;
        }

        return at;
    }

    private static int EndOfNumber(string sentence, int at)
    {
        while (at < sentence.Length
            && (char.IsLetterOrDigit(sentence[at]) || (sentence[at] is '.' or ',' && at + 1 < sentence.Length && char.IsDigit(sentence[at + 1]))))
        {
            at++;
        }

        return at;
    }
}
