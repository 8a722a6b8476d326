using System.Collections.Frozen;

namespace BotCoach.Coaching;

/// <summary>
/// The words for numbers, weekdays and months. Those of every language are understood by everybody: somebody who reads
/// English in Madrid types "jueves", and somebody who reads Spanish types "thu". A line of a table for each language.
/// </summary>
internal static class DateWords
{
    private static readonly FrozenDictionary<string, int> _numbers = Numbered(
        1,
        "one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve",
        "un una uno, dos, tres, cuatro, cinco, seis, siete, ocho, nueve, diez, once, doce, trece, catorce, quince, dieciseis, diecisiete, dieciocho, "
        + "diecinueve, veinte, veintiuno, veintidos, veintitres, veinticuatro, veinticinco, veintiseis, veintisiete, veintiocho, veintinueve, treinta");

    private static readonly FrozenDictionary<string, int> _weekdays = Numbered(
        (int)DayOfWeek.Sunday,
        "sun sunday, mon monday, tue tues tuesday, wed weds wednesday, thu thur thurs thursday, fri friday, sat saturday",
        "dom domingo, lun lunes, mar martes, mie miercoles, jue jueves, vie viernes, sab sabado");

    private static readonly FrozenDictionary<string, int> _months = Numbered(
        1,
        "jan january, feb february, mar march, apr april, may, jun june, jul july, aug august, sep sept september, oct october, nov november, dec december",
        "ene enero, feb febrero, mar marzo, abr abril, may mayo, jun junio, jul julio, ago agosto, sep sept set septiembre setiembre, oct octubre, "
        + "nov noviembre, dic diciembre");

    /// <summary>A quantity that begins at a place: <c>2</c>, <c>1.5</c>, <c>1,5</c>, <c>two</c>, <c>a</c>, <c>half an</c>, <c>dos</c>, <c>media</c>.</summary>
    public static (decimal Quantity, int Next)? Quantity(IReadOnlyList<TimeToken> tokens, int at)
    {
        if (at >= tokens.Count)
        {
            return null;
        }

        var (text, number, _) = tokens[at];
        if (number >= 0)
        {
            return at + 2 < tokens.Count && tokens[at + 1] is { Text: "." or ",", Tight: true } && tokens[at + 2] is { Number: >= 0, Tight: true } fraction
                ? (number + (fraction.Number / Power(fraction.Text.Length)), at + 3)
                : (number, at + 1);
        }

        return text switch
        {
            "half" => (0.5m, at + 1 < tokens.Count && tokens[at + 1].Text is "a" or "an" ? at + 2 : at + 1),
            "media" => (0.5m, at + 1),
            "a" or "an" => (1, at + 1),
            _ => Number(text) is { } counted ? (counted, at + 1) : null,
        };
    }

    /// <summary>The place behind "in", where a span from now begins; the place itself when it is not there.</summary>
    public static int SkipIn(IReadOnlyList<TimeToken> tokens, int at) => at >= tokens.Count ? at : tokens[at].Text switch
    {
        "in" or "en" => at + 1,
        "dentro" when at + 1 < tokens.Count && tokens[at + 1].Text == "de" => at + 2,
        _ => at,
    };

    /// <summary>The number that a word names.</summary>
    public static int? Number(string word) => _numbers.TryGetValue(word, out var number) ? number : null;

    /// <summary>
    /// The weekday that a word names. <c>mar</c> is Tuesday in Spanish and March in both languages: with a number beside it, it
    /// is the month (<c>3 mar</c>, <c>mar 3</c>), and the weekday where a time or a whole date follows (<c>mar 10:00</c>).
    /// </summary>
    public static DayOfWeek? Weekday(string word) => _weekdays.TryGetValue(word, out var weekday) ? (DayOfWeek)weekday : null;

    /// <summary>The month that a word names, from 1.</summary>
    public static int? Month(string word) => _months.TryGetValue(word, out var month) ? month : null;

    private static FrozenDictionary<string, int> Numbered(int first, params string[] languages) => languages
        .SelectMany(line => line.Split(", ").SelectMany((words, at) => words.Split(' ').Select(word => (Word: word, Number: first + at))))
        .Distinct()
        .ToFrozenDictionary(entry => entry.Word, entry => entry.Number);

    private static decimal Power(int digits) => digits switch { 1 => 10m, 2 => 100m, 3 => 1_000m, _ => 10_000m };
}
