using System.Globalization;
using System.Text;
using System.Text.Json;

namespace BotCoach.Storage;

/// <summary>
/// Texts in JSON, code unit by code unit. JSON can say half a surrogate pair (<c>\ud83d</c>), and a table keeps it; the
/// reader and writer of .NET refuse or replace it.
/// </summary>
internal static class JsonText
{
    public static void Write(Utf8JsonWriter json, string text)
    {
        if (RuleCheck.HasLoneSurrogate(text))
        {
            json.WriteRawValue(Escaped(text));
        }
        else
        {
            json.WriteStringValue(text);
        }
    }

    public static string Read(ref Utf8JsonReader reader) =>
        reader.ValueIsEscaped && reader.ValueSpan.IndexOf("\\u"u8) >= 0 ? Unescaped(reader.ValueSpan) : reader.GetString()!;

    private static string Escaped(string text)
    {
        var json = new StringBuilder(text.Length + 16).Append('"');
        foreach (var c in text)
        {
            if (char.IsAsciiLetterOrDigit(c) || c is ' ')
            {
                json.Append(c);
            }
            else
            {
                json.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            }
        }

        return json.Append('"').ToString();
    }

    // The reader has made sure that every escape is whole.
    private static string Unescaped(ReadOnlySpan<byte> json)
    {
        var text = new StringBuilder(json.Length);
        while (json.IndexOf((byte)'\\') is >= 0 and var at)
        {
            text.Append(Encoding.UTF8.GetString(json[..at]));
            var escape = json[at + 1];
            text.Append(escape switch
            {
                (byte)'u' => (char)ushort.Parse(json.Slice(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
                (byte)'n' => '\n',
                (byte)'r' => '\r',
                (byte)'t' => '\t',
                (byte)'b' => '\b',
                (byte)'f' => '\f',
                _ => (char)escape,
            });
            json = json[(at + (escape == (byte)'u' ? 6 : 2))..];
        }

        return text.Append(Encoding.UTF8.GetString(json)).ToString();
    }
}
