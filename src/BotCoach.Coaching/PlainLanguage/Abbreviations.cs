namespace BotCoach.Coaching;

/// <summary>Finds words in capitals that may be abbreviations.</summary>
internal sealed class Abbreviations
{
    private const int Shortest = 2;
    private const int LongestLetters = 6;

    /// <summary>So many words in capitals one after another are a shout or a heading.</summary>
    private const int ShoutedRun = 3;

    private readonly TextWords _text;
    private readonly PlainVocabulary _vocabulary;
    private readonly bool[] _isShouted;

    public Abbreviations(TextWords text, PlainVocabulary vocabulary)
    {
        _text = text;
        _vocabulary = vocabulary;
        _isShouted = Shouted(text);
    }

    /// <summary>
    /// The abbreviation, without the <c>s</c> of a plural, that a word is; null when it is none, or when everyone knows it.
    /// </summary>
    public string? At(int index)
    {
        var written = _text.Written(_text.Words[index]);
        var letters = written.Length > Shortest && written[^1] == 's' ? written[..^1] : written;
        if (letters.Length is < Shortest or > LongestLetters || !IsCapitals(letters) || _isShouted[index] || IsPartOfCode(index))
        {
            return null;
        }

        var abbreviation = letters.ToString();
        return _vocabulary.KnownAbbreviations.Contains(abbreviation) || _vocabulary.Emphasised.Contains(abbreviation)
            || IsRoman(letters)
            ? null
            : abbreviation;
    }

    // Numbers of tickets and parts, "PAY-4411", and names such as "AT&T".
    private bool IsPartOfCode(int index)
    {
        var word = _text.Words[index];
        var next = index + 1 < _text.Words.Count ? _text.Words[index + 1] : default;
        return word.Joint == '&'
            || (next.Length > 0 && next.Joint is '-' or '.' && char.IsAsciiDigit(next.Lower[0]))
            || (next.Length > 0 && next.Joint == '&');
    }

    private static bool[] Shouted(TextWords text)
    {
        var shouted = new bool[text.Words.Count];
        var run = 0;
        for (var at = 0; at < shouted.Length; at++)
        {
            var word = text.Words[at];
            var isNewSentence = at > 0 && word.Sentence != text.Words[at - 1].Sentence;
            run = IsCapitals(text.Written(word)) ? (isNewSentence ? 1 : run + 1) : 0;
            for (var back = 0; run >= ShoutedRun && back < (run == ShoutedRun ? ShoutedRun : 1); back++)
            {
                shouted[at - back] = true;
            }
        }

        return shouted;
    }

    private static bool IsCapitals(ReadOnlySpan<char> letters)
    {
        foreach (var letter in letters)
        {
            if (!char.IsUpper(letter))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsRoman(ReadOnlySpan<char> letters) => letters is "II" or "III" or "IV" or "VI" or "VII" or "VIII" or "IX" or "XI" or "XII";
}
