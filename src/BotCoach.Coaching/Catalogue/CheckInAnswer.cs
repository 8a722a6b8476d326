using System.Globalization;

namespace BotCoach.Coaching;

/// <summary>An answer to a check-in.</summary>
/// <param name="Value">The scale's number, the count or the option, as it is stored; null when there is none.</param>
/// <param name="Line">The person's own words; null when there are none.</param>
public sealed record CheckInAnswer(string? Value, string? Line)
{
    // In all languages at once: no word of one is another number in the other.
    private static readonly string[][] _numbers =
    [
        ["zero", "none", "cero", "ninguno", "ninguna"], ["one", "uno", "una"], ["two", "dos"], ["three", "tres"], ["four", "cuatro"],
        ["five", "cinco"], ["six", "seis"], ["seven", "siete"], ["eight", "ocho"], ["nine", "nueve"], ["ten", "diez"],
    ];

    private static readonly string[] _endingsOfScale =
        [.. ((string[])["/", " / ", " of ", " out of ", " de ", " sobre "]).Select(set => $"{set}{CheckIn.HighestOfScale}"), ""];

    internal static CheckInAnswer Read(CheckIn checkIn, string text)
    {
        var words = text.Trim();
        var said = words.TrimStart('¡');
        foreach (var (spelling, value) in Spellings(checkIn).OrderByDescending(known => known.Spelling.Length))
        {
            if (said.StartsWith(spelling, StringComparison.OrdinalIgnoreCase)
                && TryReadLine(said[spelling.Length..], out var line))
            {
                return new CheckInAnswer(value, line);
            }
        }

        return new CheckInAnswer(null, words.Length == 0 ? null : words);
    }

    private static IEnumerable<(string Spelling, string Value)> Spellings(CheckIn checkIn) => checkIn.Kind switch
    {
        CheckInKind.Scale => Enumerable.Range(1, CheckIn.HighestOfScale).SelectMany(SpellingsOfScale),
        CheckInKind.Count => Enumerable.Range(0, CheckIn.HighestCount + 1).SelectMany(SpellingsOfNumber),
        CheckInKind.Choice => checkIn.Options.Concat(checkIn.Elsewhere).SelectMany(SpellingsOfOption),
        _ => [],
    };

    private static IEnumerable<(string Spelling, string Value)> SpellingsOfScale(int number) =>
        from known in SpellingsOfNumber(number)
        from ending in _endingsOfScale
        select (known.Spelling + ending, known.Value);

    private static IEnumerable<(string Spelling, string Value)> SpellingsOfNumber(int number)
    {
        var value = number.ToString(CultureInfo.InvariantCulture);
        return [(value, value), .. (number < _numbers.Length ? _numbers[number] : []).Select(word => (word, value))];
    }

    // "Si" is how many write "sí".
    private static IEnumerable<(string Spelling, string Value)> SpellingsOfOption(CheckInOption option) =>
        [(option.Label, option.Value), (Words.Plain(option.Label), option.Value), (option.Value, option.Value), (option.Value.Replace('-', ' '), option.Value)];

    /// <summary>
    /// Takes what follows the value as a line, if something sets it apart. In "3 people left", "no one could" and "3-4"
    /// nothing does, so those are words and no answer.
    /// </summary>
    private static bool TryReadLine(string rest, out string? line)
    {
        line = null;
        var mark = rest.TrimStart(' ', '\t');
        var spaced = mark.Length < rest.Length;
        if (mark.Length == 0)
        {
            return true;
        }

        var next = mark.Length > 1 ? mark[1] : ' ';
        var said = mark.TrimStart(' ', '\t', '\r', '\n', ',', ';', ':', '.', '!', '…', '-', '–', '—');
        var apart = mark[0] switch
        {
            '\r' or '\n' or '—' or '…' => true,
            '(' => spaced,
            ',' or ';' or ':' or '.' or '!' => !char.IsDigit(next),
            '-' or '–' => (char.IsWhiteSpace(next) || spaced) && !IsRange(said),
            _ => false,
        };
        line = apart && said.Any(char.IsLetterOrDigit) ? said : null;
        return apart;
    }

    // "3 - 4" is neither 3 nor 4.
    private static bool IsRange(string said) => said.Length > 0 && said.All(char.IsDigit);
}
