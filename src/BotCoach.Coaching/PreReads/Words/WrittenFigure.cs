using System.Collections.Frozen;

namespace BotCoach.Coaching;

/// <summary>What a number in a text measures.</summary>
internal enum WrittenFigureKind
{
    /// <summary>Money, or an amount with a letter for thousands, millions or times: <c>€250,000</c>, <c>4.2m</c>, <c>3x</c>.</summary>
    Amount,

    /// <summary>A share: <c>4 %</c>.</summary>
    Share,

    /// <summary>A day: <c>12 November</c>.</summary>
    Date,

    /// <summary>A large number without a unit, which may be money or not: <c>220,000</c>, <c>41,300</c>.</summary>
    Quantity,

    /// <summary>A small number of something: <c>46 customers</c>.</summary>
    Count,
}

/// <summary>A number in a sentence, with what belongs to it.</summary>
/// <param name="Kind">What it measures.</param>
/// <param name="Start">Where it begins, a currency before it included.</param>
/// <param name="End">Where it ends, a unit or month behind it included.</param>
internal sealed record WrittenFigure(WrittenFigureKind Kind, int Start, int End)
{
    private static readonly FrozenSet<string> _months = FrozenSet.Create(
        StringComparer.Ordinal,
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
        "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
        "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre");

    private static readonly FrozenSet<string> _scales = FrozenSet.Create(
        StringComparer.Ordinal,
        "million", "millions", "billion", "thousand", "millon", "millones", "mil", "euro", "euros", "dollar", "dollars", "pounds", "eur", "usd", "gbp",
        "m", "k", "bn", "mm");

    /// <summary>The numbers of a sentence, from left to right; years, clock times and numbers of lists are none.</summary>
    public static List<WrittenFigure> In(string sentence, IReadOnlyList<Word> words)
    {
        var figures = new List<WrittenFigure>();
        for (var at = 0; at < words.Count; at++)
        {
            if (words[at].IsNumber && Of(sentence, words, at) is { } figure && (figures.Count == 0 || figures[^1].End <= figure.Start))
            {
                figures.Add(figure);
            }
        }

        return figures;
    }

    private static WrittenFigure? Of(string sentence, IReadOnlyList<Word> words, int at)
    {
        var word = words[at];
        var (start, end) = (word.Start, word.End);
        if (end < sentence.Length && sentence[end] == ':' && end + 1 < sentence.Length && char.IsDigit(sentence[end + 1]))
        {
            return null;
        }

        if (start > 0 && sentence[start - 1] == ':' && at > 0 && words[at - 1].End == start - 1)
        {
            return null;
        }

        var signed = start > 0 && sentence[start - 1] is '-' or '+' && (start == 1 || sentence[start - 2] == ' ') ? start - 1 : start;
        if (start > 0 && IsCurrency(sentence[start - 1]))
        {
            return new WrittenFigure(WrittenFigureKind.Amount, start - 1, EndOfScale(sentence, words, at));
        }

        var behind = end < sentence.Length && sentence[end] == ' ' ? end + 1 : end;
        if (behind < sentence.Length && sentence[behind] == '%')
        {
            return new WrittenFigure(WrittenFigureKind.Share, signed, behind + 1);
        }

        if (behind < sentence.Length && IsCurrency(sentence[behind]))
        {
            return new WrittenFigure(WrittenFigureKind.Amount, signed, behind + 1);
        }

        if (Next(words, at) is { } next && _scales.Contains(next.Plain))
        {
            return new WrittenFigure(WrittenFigureKind.Amount, signed, EndOfScale(sentence, words, at));
        }

        if (DateAt(words, at) is { } date)
        {
            return date;
        }

        return IsScaled(word.Plain) ? new WrittenFigure(WrittenFigureKind.Amount, signed, end) : Counted(word, signed);
    }

    // "4.2m", "250k", "1.1bn", "3x"
    private static bool IsScaled(string plain)
    {
        var digits = plain.TrimEnd('m', 'k', 'b', 'n', 'x');
        return digits.Length < plain.Length && !digits.Any(char.IsLetter);
    }

    private static WrittenFigure? Counted(Word word, int start)
    {
        // A year tells when, not how much.
        var isYear = word.Text.Length == 4 && word.Text[..2] is "19" or "20";
        if (isYear || word.Text.Any(char.IsLetter))
        {
            return null;
        }

        return new WrittenFigure(word.Text.AsSpan().ContainsAny(',', '.') ? WrittenFigureKind.Quantity : WrittenFigureKind.Count, start, word.End);
    }

    private static WrittenFigure? DateAt(IReadOnlyList<Word> words, int at)
    {
        if (Next(words, at) is { } next && _months.Contains(next.Plain))
        {
            return new WrittenFigure(WrittenFigureKind.Date, words[at].Start, next.End);
        }

        if (Next(words, at) is { Plain: "de" } && Next(words, at + 1) is { } month && _months.Contains(month.Plain))
        {
            return new WrittenFigure(WrittenFigureKind.Date, words[at].Start, month.End);
        }

        return at > 0 && _months.Contains(words[at - 1].Plain) && char.IsUpper(words[at - 1].Text[0]) && words[at].Text.Length <= 2
            ? new WrittenFigure(WrittenFigureKind.Date, words[at - 1].Start, words[at].End)
            : null;
    }

    private static int EndOfScale(string sentence, IReadOnlyList<Word> words, int at)
    {
        var end = words[at].End;
        for (var next = at + 1; next < words.Count && (_scales.Contains(words[next].Plain) || words[next].Plain == "de"); next++)
        {
            end = words[next].Plain == "de" ? end : words[next].End;
        }

        return end < sentence.Length - 1 && sentence[end] == ' ' && IsCurrency(sentence[end + 1]) ? end + 2 : end;
    }

    private static Word? Next(IReadOnlyList<Word> words, int at) => at + 1 < words.Count ? words[at + 1] : null;

    private static bool IsCurrency(char letter) => letter is '€' or '$' or '£' or '¥';
}
