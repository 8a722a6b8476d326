using System.Globalization;
using System.Text.Json;

namespace BotCoach.Storage;

/// <summary>Rows as the service's JSON: a column for each value, with its type beside it where the value does not tell.</summary>
/// <remarks>Source: learn.microsoft.com, "Payload format for Table service operations" and "Understanding the Table service data model".</remarks>
internal static class RowJson
{
    private const string TypeSuffix = "@odata.type";
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    /// <summary>Writes a row, stamped with the id of its write.</summary>
    public static void Write(Utf8JsonWriter json, RowKey key, RowProperties properties, Guid writeId)
    {
        json.WriteStartObject();
        json.WriteString("PartitionKey", key.Partition);
        json.WriteString("RowKey", key.Row);
        WriteTyped(json, TableRules.WriteIdName, "Edm.Guid", writeId.ToString());
        foreach (var (name, value) in properties)
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
        return ReadObject(ref reader);
    }

    /// <summary>Reads the rows of a query's answer.</summary>
    public static List<TableRow> ReadRows(ReadOnlySpan<byte> body)
    {
        var rows = new List<TableRow>();
        var reader = new Utf8JsonReader(body);
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.PropertyName && reader.ValueTextEquals("value"))
            {
                reader.Read();
                while (reader.Read() && reader.TokenType is JsonTokenType.StartObject)
                {
                    rows.Add(ReadObject(ref reader).Row);
                }
            }
        }

        return rows;
    }

    private static void Write(Utf8JsonWriter json, string name, object value)
    {
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
                WriteTyped(json, name, "Edm.Int64", number.ToString(CultureInfo.InvariantCulture));
                break;
            case double number when double.IsFinite(number):
                json.WriteString(name + TypeSuffix, "Edm.Double");
                json.WritePropertyName(name);
                json.WriteRawValue(Digits(number));
                break;
            case double number:
                WriteTyped(json, name, "Edm.Double", number.ToString(CultureInfo.InvariantCulture));
                break;
            case DateTimeOffset time:
                WriteTyped(json, name, "Edm.DateTime", time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture));
                break;
            case Guid guid:
                WriteTyped(json, name, "Edm.Guid", guid.ToString());
                break;
            case byte[] bytes:
                json.WriteString(name + TypeSuffix, "Edm.Binary");
                json.WriteBase64String(name, bytes);
                break;
        }
    }

    private static void WriteTyped(Utf8JsonWriter json, string name, string type, string value)
    {
        json.WriteString(name + TypeSuffix, type);
        json.WriteString(name, value);
    }

    // A number without a point or an exponent would be an integer.
    private static string Digits(double number)
    {
        var digits = number.ToString("R", CultureInfo.InvariantCulture);
        return digits.AsSpan().ContainsAny('.', 'E') ? digits : $"{digits}.0";
    }

    private static StampedRow ReadObject(ref Utf8JsonReader reader)
    {
        var (partition, row, tag) = ("", "", "");
        Guid? writeId = null;
        var values = new List<(string Name, object Value)>();
        Dictionary<string, string>? types = null;
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            switch (name)
            {
                case "PartitionKey":
                    partition = JsonText.Read(ref reader);
                    break;
                case "RowKey":
                    row = JsonText.Read(ref reader);
                    break;
                case "odata.etag":
                    tag = reader.GetString()!;
                    break;
                case TableRules.WriteIdName:
                    writeId = Guid.TryParse(reader.GetString(), out var id) ? id : null;
                    break;
                case "Timestamp":
                    break;
                case var _ when name.EndsWith(TypeSuffix, StringComparison.Ordinal):
                    (types ??= new(StringComparer.Ordinal))[name[..^TypeSuffix.Length]] = reader.GetString()!;
                    break;
                case var _ when !name.StartsWith("odata.", StringComparison.Ordinal) && ReadToken(ref reader) is { } value:
                    values.Add((name, value));
                    break;
            }
        }

        var properties = new RowProperties();
        foreach (var (name, value) in values)
        {
            properties.Add(name, types?.GetValueOrDefault(name) is { } type ? Typed(type, value) : value);
        }

        return new StampedRow(new TableRow(new RowKey(partition, row), new RowVersion(tag), properties), writeId);
    }

    private static object? ReadToken(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => JsonText.Read(ref reader),
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.Number when reader.ValueSpan.ContainsAny("."u8[0], "e"u8[0], "E"u8[0]) => reader.GetDouble(),
        JsonTokenType.Number => reader.TryGetInt32(out var number) ? (object)number : reader.GetDouble(),
        _ => null,
    };

    private static object Typed(string type, object value) => (type, value) switch
    {
        ("Edm.Int64", string text) => long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
        ("Edm.Double", string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
        ("Edm.Double", int number) => (double)number,
        ("Edm.DateTime", string text) => DateTimeOffset.Parse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
        ("Edm.Guid", string text) => Guid.Parse(text),
        ("Edm.Binary", string text) => Convert.FromBase64String(text),
        _ => value,
    };
}

/// <summary>A row, and the id that the last write left on it.</summary>
internal sealed record StampedRow(TableRow Row, Guid? WriteId);
