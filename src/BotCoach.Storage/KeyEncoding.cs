using System.Globalization;
using System.Text;

namespace BotCoach.Storage;

/// <summary>
/// Turns anything into a text that may be part of a key, and back. Two different inputs never give the same key.
/// </summary>
/// <remarks>
/// A character that a key must not hold, or that should not stand in one, is written as <c>!</c> and the four hexadecimal
/// digits of its UTF-16 code unit; every other character stays as it is, so a plain id stays readable. Besides the
/// characters that <see cref="TableRules"/> forbids, these are written so: the <c>!</c> itself; the space, so that it can
/// separate the parts of a key; and <c>%</c> and <c>'</c>, which carry a meaning in the address of a row.
/// </remarks>
public static class KeyEncoding
{
    private const char Escape = '!';
    private const int EscapeLength = 5;
    private const string TimeFormat = "yyyyMMddHHmmssfffffff";

    /// <summary>A text as part of a key. Beware that it can be up to five times as long.</summary>
    public static string Encode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (IsPlain(text))
        {
            return text;
        }

        var key = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text, i))
            {
                key.Append(text, i++, 2);
            }
            else if (StaysAsItIs(text[i]))
            {
                key.Append(text[i]);
            }
            else
            {
                key.Append(CultureInfo.InvariantCulture, $"{Escape}{(int)text[i]:X4}");
            }
        }

        return key.ToString();
    }

    /// <summary>The text that <see cref="Encode"/> was given.</summary>
    /// <exception cref="FormatException"><see cref="Encode"/> never gives that key.</exception>
    public static string Decode(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var text = new StringBuilder(key.Length);
        for (var i = 0; i < key.Length; i++)
        {
            if (key[i] != Escape)
            {
                text.Append(key[i]);
            }
            else if (i + EscapeLength <= key.Length
                && ushort.TryParse(key.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
            {
                text.Append((char)unit);
                i += EscapeLength - 1;
            }
            else
            {
                throw new FormatException("The key holds an escape that is cut off.");
            }
        }

        var decoded = text.ToString();
        return string.Equals(Encode(decoded), key, StringComparison.Ordinal)
            ? decoded
            : throw new FormatException("The key is not written as an encoded text is.");
    }

    /// <summary>A moment as part of a key: 21 digits, UTC, to 100 ns. Later moments order after earlier ones.</summary>
    public static string EncodeTime(DateTimeOffset time) =>
        time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    /// <summary>The moment that <see cref="EncodeTime"/> was given, in UTC.</summary>
    /// <exception cref="FormatException"><see cref="EncodeTime"/> never gives that key.</exception>
    public static DateTimeOffset DecodeTime(string key) => DateTimeOffset.ParseExact(
        key, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    // Nearly every id is.
    private static bool IsPlain(string text)
    {
        foreach (var c in text)
        {
            if (!StaysAsItIs(c))
            {
                return false;
            }
        }

        return true;
    }

    private static bool StaysAsItIs(char c) =>
        !char.IsSurrogate(c) && !RuleCheck.IsForbiddenInKeys(c) && c is not (Escape or ' ' or '%' or '\'');
}
