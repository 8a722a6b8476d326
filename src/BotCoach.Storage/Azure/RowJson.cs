using System.Globalization;
using System.Text.Json;

namespace BotCoach.Storage;

/// <summary>Rows as the service's JSON: a column for each value, with its type beside it where the value does not tell.</summary>
/// <remarks>Source: learn.microsoft.com, "Payload format for Table service operations" and "Understanding the Table service data model".</remarks>
internal static class RowJson
{
    private const string TypeSuffix = "@odata.type";
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    // A Guid has 32 digits here, a time 28 characters, an Int64 at most 20.
    private const int MostDigits = 40;

    /// <summary>Writes a row, stamped with the id of its write.</summary>
    public static void Write(Utf8JsonWriter json, RowKey key, RowProperties properties, Guid writeId)
    {
        json.WriteStartObject();
        json.WriteString("PartitionKey"u8, key.Partition);
        json.WriteString("RowKey"u8, key.Row);
        WriteId(json, writeId);
        foreach (var (name, value) in properties.Values)
        {
            Write(json, name, value);
        }

        json.WriteEndObject();
    }

    /// <summary>Reads one row.</summary>
    public static StampedRow ReadRow(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        reader.Read();
        return new RowReader().Read(ref reader);
    }

    /// <summary>Reads the rows of a query's answer.</summary>
    public static List<TableRow> ReadRows(ReadOnlySpan<byte> body)
    {
        var rows = new List<TableRow>();
        var reader = new Utf8JsonReader(body);
        var row = new RowReader();
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.PropertyName && reader.ValueTextEquals("value"u8))
            {
                reader.Read();
                while (reader.Read() && reader.TokenType is JsonTokenType.StartObject)
                {
                    rows.Add(row.Read(ref reader).Row);
                }
            }
        }

        return rows;
    }

    // A text, and not a Guid with its type beside it: every row carries it to and fro, and nobody but us reads it.
    private static void WriteId(Utf8JsonWriter json, Guid writeId)
    {
        Span<byte> digits = stackalloc byte[MostDigits];
        writeId.TryFormat(digits, out var count, "N");
        json.WriteString(TableRules.WriteIdName, digits[..count]);
    }

    private static void Write(Utf8JsonWriter json, string name, object value)
    {
        Span<byte> digits = stackalloc byte[MostDigits];
        switch (value)
        {
            case string text:
                json.WritePropertyName(name);
                JsonText.Write(json, text);
                break;
            case bool flag:
                json.WriteBoolean(name, flag);
                break;
            case int number:
                json.WriteNumber(name, number);
                break;
            case long number:
                WriteType(json, name, "Edm.Int64"u8);
                json.WriteString(name, digits[..Format(number, "D", digits)]);
                break;
            case double number when double.IsFinite(number):
                WriteType(json, name, "Edm.Double"u8);
                json.WritePropertyName(name);
                json.WriteRawValue(Digits(number));
                break;
            case double number:
                WriteType(json, name, "Edm.Double"u8);
                json.WriteString(name, number.ToString(CultureInfo.InvariantCulture));
                break;
            case DateTimeOffset time:
                WriteType(json, name, "Edm.DateTime"u8);
                json.WriteString(name, digits[..Format(time.UtcDateTime, TimeFormat, digits)]);
                break;
            case Guid guid:
                WriteType(json, name, "Edm.Guid"u8);
                json.WriteString(name, guid);
                break;
            case byte[] bytes:
                WriteType(json, name, "Edm.Binary"u8);
                json.WriteBase64String(name, bytes);
                break;
        }
    }

    private static void WriteType(Utf8JsonWriter json, string name, ReadOnlySpan<byte> type)
    {
        Span<char> annotation = stackalloc char[name.Length + TypeSuffix.Length];
        name.CopyTo(annotation);
        TypeSuffix.CopyTo(annotation[name.Length..]);
        json.WriteString(annotation, type);
    }

    private static int Format<T>(T value, string format, Span<byte> digits)
        where T : IUtf8SpanFormattable =>
        value.TryFormat(digits, out var count, format, CultureInfo.InvariantCulture)
            ? count
            : throw new InvalidOperationException("A value has more digits than any of its type.");

    // A number without a point or an exponent would be an integer.
    private static string Digits(double number)
    {
        var digits = number.ToString("R", CultureInfo.InvariantCulture);
        return digits.AsSpan().ContainsAny('.', 'E') ? digits : $"{digits}.0";
    }
}

/// <summary>A row, and the id that the last write left on it.</summary>
internal sealed record StampedRow(TableRow Row, Guid? WriteId);
