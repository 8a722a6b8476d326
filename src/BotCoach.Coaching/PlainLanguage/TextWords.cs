namespace BotCoach.Coaching;

/// <summary>A text as words in sentences. Addresses of pages and mailboxes are no words.</summary>
internal sealed class TextWords
{
    /// <summary>The joint between words that do not belong to one phrase.</summary>
    public const char Apart = '\0';

    private readonly List<TextWord> _words = [];
    private readonly List<Sentence> _sentences = [];
    private int _firstOfSentence;

    private TextWords(string text) => Text = text;

    public string Text { get; }

    public IReadOnlyList<TextWord> Words => _words;

    public IReadOnlyList<Sentence> Sentences => _sentences;

    public static TextWords Of(string text)
    {
        var words = new TextWords(text);
        words.Read();
        return words;
    }

    /// <summary>A word as it is written.</summary>
    public ReadOnlySpan<char> Written(TextWord word) => Text.AsSpan(word.Start, word.Length);

    private void Read()
    {
        var place = 0;
        var gap = 0;
        while (place < Text.Length)
        {
            if (IsLetter(place))
            {
                var end = EndOfWord(place);
                if (EndOfAddress(place, end) is { } after)
                {
                    place = after;
                    continue;
                }

                var length = Possessive(place, end) - place;
                var lower = Text.Substring(place, length).ToLowerInvariant();
                _words.Add(new TextWord(place, length, lower, WordStem.Of(lower), JointOver(gap, place), _sentences.Count));
                place = gap = end;
                continue;
            }

            if (EndsSentence(place))
            {
                EndSentence(place + 1);
            }

            place++;
        }

        EndSentence(Text.Length);
    }

    private void EndSentence(int end)
    {
        var count = _words.Count - _firstOfSentence;
        if (count == 0)
        {
            return;
        }

        // Blanks between the last mark and a line's end are not of the sentence.
        while (end > _words[^1].End && char.IsWhiteSpace(Text[end - 1]))
        {
            end--;
        }

        _sentences.Add(new Sentence(_words[_firstOfSentence].Start, end, _firstOfSentence, count));
        _firstOfSentence = _words.Count;
    }

    private bool EndsSentence(int place) => Text[place] switch
    {
        '\n' or '\r' or '?' or '!' or '\u2026' or ';' => true,
        // Between letters it joins them: "node.js", "4.5".
        '.' => !IsLetter(place + 1) && !EndsAbbreviation(place),
        _ => false,
    };

    // "e.g. this", "J. Smith", "vs. last year"
    private bool EndsAbbreviation(int place)
    {
        if (_words.Count == 0 || _words[^1].End != place)
        {
            return false;
        }

        var word = _words[^1];
        return (word.Length == 1 && char.IsLetter(Text[word.Start]))
            || word.Lower is "vs" or "approx" or "mr" or "mrs" or "dr"
            || (word.Lower == "no" && IsDigit(place + 2));
    }

    private char JointOver(int from, int to)
    {
        if (_words.Count == _firstOfSentence || from == to)
        {
            return Apart;
        }

        if (to - from == 1)
        {
            return Text[from] switch
            {
                ' ' or '\u00a0' or '\t' => ' ',
                '-' or '\u2010' or '\u2011' => '-',
                '/' or '.' or '&' => Text[from],
                _ => Apart,
            };
        }

        for (var place = from; place < to; place++)
        {
            if (Text[place] is not (' ' or '\u00a0' or '\t'))
            {
                return Apart;
            }
        }

        return ' ';
    }

    private int EndOfWord(int place)
    {
        while (place < Text.Length && (IsLetter(place) || IsInside(place)))
        {
            place++;
        }

        // C++, C#
        while (place < Text.Length && Text[place] is '+' or '#' && !IsLetter(place + 1))
        {
            place++;
        }

        return place;
    }

    // "don't", "4,000", "10:30"
    private bool IsInside(int place) => Text[place] switch
    {
        '\'' or '\u2019' => IsLetter(place - 1) && IsLetter(place + 1),
        ',' or '.' or ':' => IsDigit(place - 1) && IsDigit(place + 1),
        _ => false,
    };

    private int Possessive(int start, int end) =>
        end - start > 2 && Text[end - 1] is 's' or 'S' && Text[end - 2] is '\'' or '\u2019' ? end - 2 : end;

    /// <summary>The end of an address that a word begins, such as <c>https://…</c> or <c>anna@…</c>; null when it begins none.</summary>
    private int? EndOfAddress(int start, int end)
    {
        var isAddress = Text.AsSpan(end).StartsWith("://")
            || (end < Text.Length && Text[end] == '@' && IsLetter(end + 1))
            || (Text.AsSpan(start, end - start).Equals("www", StringComparison.OrdinalIgnoreCase) && end < Text.Length && Text[end] == '.');
        if (!isAddress)
        {
            return null;
        }

        while (end < Text.Length && !char.IsWhiteSpace(Text[end]))
        {
            end++;
        }

        return end;
    }

    // An underscore inside a name such as max_retries, not one that marks emphasis.
    private bool IsLetter(int place) => IsPlainLetter(place)
        || (place > 0 && place < Text.Length && Text[place] == '_' && IsPlainLetter(place - 1) && IsPlainLetter(place + 1));

    private bool IsPlainLetter(int place) => place >= 0 && place < Text.Length && char.IsLetterOrDigit(Text[place]);

    private bool IsDigit(int place) => place >= 0 && place < Text.Length && char.IsAsciiDigit(Text[place]);
}
