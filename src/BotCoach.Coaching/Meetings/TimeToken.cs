using System.Globalization;

namespace BotCoach.Coaching;

/// <summary>A number, a word or a mark of a written date.</summary>
/// <param name="Text">Digits, a word in small letters without accents and apostrophes, or one mark.</param>
/// <param name="Number">What the digits say; -1 when it is no number.</param>
/// <param name="Tight">Whether nothing stands between it and the one before.</param>
internal readonly record struct TimeToken(string Text, int Number, bool Tight)
{
    // The longest date that people write has some twenty parts: "on Thursday the 26th of November, 2026 at 10 a.m.",
    // "el jueves 26 de noviembre de 2026 a las 10 y media de la mañana".
    private const int MostTokens = 24;

    // Years have four digits; nothing in a date has more.
    private const int LongestNumber = 4;

    // "veinticuatro".
    private const int LongestWord = 12;

    /// <summary>
    /// Takes a text apart in one pass. Null when it holds anything that no date has, so that a long or hostile text costs no
    /// more than reading it once.
    /// </summary>
    public static List<TimeToken>? Split(string text) => SplitPlain(Words.Plain(text));

    private static List<TimeToken>? SplitPlain(string text)
    {
        var tokens = new List<TimeToken>();
        var tight = false;
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                tight = false;
                at++;
                continue;
            }

            var end = EndOf(text, at);
            if (end is not { } next || tokens.Count == MostTokens)
            {
                return null;
            }

            tokens.Add(Of(text[at..next], tight));
            tight = true;
            at = next;
        }

        return tokens;
    }

    private static int? EndOf(string text, int at) => text[at] switch
    {
        >= '0' and <= '9' => EndOfRun(text, at, LongestNumber, char.IsAsciiDigit),
        >= 'a' and <= 'z' => EndOfRun(text, at, LongestWord, letter => char.IsAsciiLetterLower(letter) || letter is '\''),
        ':' or '.' or ',' or '-' or '/' or '@' or 'º' => at + 1,
        _ => null,
    };

    private static int? EndOfRun(string text, int at, int longest, Func<char, bool> belongs)
    {
        var end = at;
        while (end < text.Length && belongs(text[end]))
        {
            if (++end - at > longest)
            {
                return null;
            }
        }

        return end;
    }

    private static TimeToken Of(string text, bool tight) => char.IsAsciiDigit(text[0])
        ? new TimeToken(text, int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture), tight)
        : new TimeToken(text.Replace("'", "", StringComparison.Ordinal), -1, tight);
}
