using System.Globalization;
using System.Text;
using System.Text.Json;

namespace BotCoach.Storage;

/// <summary>What a column of the service's JSON is for.</summary>
internal enum RowColumnRole
{
    /// <summary>The partition key.</summary>
    Partition,

    /// <summary>The row key.</summary>
    Row,

    /// <summary>The ETag.</summary>
    Tag,

    /// <summary>The id of the last write.</summary>
    WriteId,

    /// <summary>The type of a value.</summary>
    TypeOfOther,

    /// <summary>A value.</summary>
    Value,

    /// <summary>Something of the service's own.</summary>
    Other,
}

/// <summary>The types that JSON cannot tell from a text or a number.</summary>
internal enum RowValueType
{
    /// <summary>What the JSON shows: a text, a flag, an Int32, or a Double when it has a point or an exponent.</summary>
    AsItLooks,

    /// <summary>A text of digits.</summary>
    Int64,

    /// <summary>A number, or a text for what is not finite.</summary>
    Double,

    /// <summary>A text, UTC.</summary>
    DateTime,

    /// <summary>A text with hyphens.</summary>
    Guid,

    /// <summary>Base64.</summary>
    Binary,
}

/// <summary>A column as it stands in one or more rows of an answer.</summary>
internal sealed class RowColumn
{
    private const string TypeSuffix = "@odata.type";

    // Boxed once: rows have many.
    private static readonly object True = true;
    private static readonly object False = false;

    private string? _lastText;

    /// <param name="nameInJson">Its name as the answer has it.</param>
    public RowColumn(string nameInJson)
    {
        NameInJson = Encoding.UTF8.GetBytes(nameInJson);
        (Role, Name) = nameInJson switch
        {
            "PartitionKey" => (RowColumnRole.Partition, nameInJson),
            "RowKey" => (RowColumnRole.Row, nameInJson),
            "odata.etag" => (RowColumnRole.Tag, nameInJson),
            TableRules.WriteIdName => (RowColumnRole.WriteId, nameInJson),
            "Timestamp" => (RowColumnRole.Other, nameInJson),
            _ when nameInJson.EndsWith(TypeSuffix, StringComparison.Ordinal) => (RowColumnRole.TypeOfOther, nameInJson[..^TypeSuffix.Length]),
            _ when nameInJson.StartsWith("odata.", StringComparison.Ordinal) => (RowColumnRole.Other, nameInJson),
            _ => (RowColumnRole.Value, nameInJson),
        };
    }

    /// <summary>The name as the answer has it, in UTF-8.</summary>
    public byte[] NameInJson { get; }

    /// <summary>What it is for.</summary>
    public RowColumnRole Role { get; }

    /// <summary>The name of its value, or of the value whose type it is.</summary>
    public string Name { get; }

    /// <summary>The type that it gave last.</summary>
    public RowValueType Type { get; private set; }

    /// <summary>Reads a text; one that stood here in the row before is not made again.</summary>
    public string ReadText(ref Utf8JsonReader json) =>
        _lastText is not null && !json.ValueIsEscaped && json.ValueTextEquals(_lastText) ? _lastText : _lastText = JsonText.Read(ref json);

    /// <summary>Reads the type of another column.</summary>
    public void ReadType(ref Utf8JsonReader json) => Type =
        json.ValueTextEquals("Edm.DateTime"u8) ? RowValueType.DateTime
        : json.ValueTextEquals("Edm.Guid"u8) ? RowValueType.Guid
        : json.ValueTextEquals("Edm.Int64"u8) ? RowValueType.Int64
        : json.ValueTextEquals("Edm.Double"u8) ? RowValueType.Double
        : json.ValueTextEquals("Edm.Binary"u8) ? RowValueType.Binary
        : RowValueType.AsItLooks;

    /// <summary>Reads a value.</summary>
    /// <returns>The value; null when there is none.</returns>
    /// <exception cref="FormatException">It is not of that type.</exception>
    public object? ReadValue(ref Utf8JsonReader json, RowValueType type) => (json.TokenType, type) switch
    {
        (JsonTokenType.String, RowValueType.AsItLooks) => ReadText(ref json),
        (JsonTokenType.String, RowValueType.DateTime) => ReadTime(ref json),
        (JsonTokenType.String, RowValueType.Guid) => json.GetGuid(),
        (JsonTokenType.String, RowValueType.Int64) => long.Parse(json.ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
        (JsonTokenType.String, RowValueType.Double) => double.Parse(json.ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture),
        (JsonTokenType.String, RowValueType.Binary) => json.GetBytesFromBase64(),
        (JsonTokenType.True, _) => True,
        (JsonTokenType.False, _) => False,
        (JsonTokenType.Number, RowValueType.Double) => json.GetDouble(),
        (JsonTokenType.Number, RowValueType.Int64) => json.GetInt64(),
        (JsonTokenType.Number, _) when json.ValueSpan.IndexOfAny(".eE"u8) >= 0 => json.GetDouble(),
        (JsonTokenType.Number, _) => json.TryGetInt32(out var number) ? (object)number : json.GetDouble(),
        _ => null,
    };

    // The reader of JSON takes a time without a zone for this machine's.
    private static DateTimeOffset ReadTime(ref Utf8JsonReader json) =>
        json.ValueSpan is [.., (byte)'Z'] && json.TryGetDateTimeOffset(out var time)
            ? time
            : DateTimeOffset.Parse(
                json.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
