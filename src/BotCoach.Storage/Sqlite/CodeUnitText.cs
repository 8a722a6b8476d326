using System.Text;

namespace BotCoach.Storage;

/// <summary>
/// Texts as bytes that keep every UTF-16 code unit and compare, byte by byte, as the code units do.
/// </summary>
/// <remarks>
/// Each code unit is written by itself, as UTF-8 writes a code point of that number: one byte to three (known as CESU-8).
/// UTF-8 proper would order U+1F600 after U+FF5E, though its first code unit (U+D83D) is the smaller one, and it has no form
/// for half a pair. Texts without surrogates look the same in both, so the tables stay readable with any SQLite tool:
/// <c>SELECT CAST(row AS TEXT) FROM People</c>.
/// </remarks>
internal static class CodeUnitText
{
    public static byte[] Encode(string text)
    {
        if (Ascii.IsValid(text))
        {
            return Encoding.ASCII.GetBytes(text);
        }

        var bytes = new byte[text.Sum(c => c < 0x80 ? 1 : c < 0x800 ? 2 : 3)];
        var at = 0;
        foreach (var c in text)
        {
            switch (c)
            {
                case < '\u0080':
                    bytes[at++] = (byte)c;
                    break;
                case < '\u0800':
                    bytes[at++] = (byte)(0xC0 | (c >> 6));
                    bytes[at++] = (byte)(0x80 | (c & 0x3F));
                    break;
                default:
                    bytes[at++] = (byte)(0xE0 | (c >> 12));
                    bytes[at++] = (byte)(0x80 | ((c >> 6) & 0x3F));
                    bytes[at++] = (byte)(0x80 | (c & 0x3F));
                    break;
            }
        }

        return bytes;
    }

    /// <exception cref="InvalidDataException">The bytes are not what <see cref="Encode"/> gives.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (Ascii.IsValid(bytes))
        {
            return Encoding.ASCII.GetString(bytes);
        }

        var text = new StringBuilder(bytes.Length);
        for (var at = 0; at < bytes.Length; at++)
        {
            text.Append((char)(bytes[at] switch
            {
                < 0x80 => bytes[at],
                >= 0xC0 and < 0xE0 => ((bytes[at] & 0x1F) << 6) | Continuation(bytes, ++at),
                >= 0xE0 and < 0xF0 => ((bytes[at] & 0x0F) << 12) | (Continuation(bytes, ++at) << 6) | Continuation(bytes, ++at),
                _ => throw new InvalidDataException("A stored text is damaged."),
            }));
        }

        return text.ToString();
    }

    private static int Continuation(ReadOnlySpan<byte> bytes, int at) =>
        at < bytes.Length && (bytes[at] & 0xC0) == 0x80
            ? bytes[at] & 0x3F
            : throw new InvalidDataException("A stored text is damaged.");
}
