namespace BotCoach.Storage;

/// <summary>How many bytes a row counts against the limits of <see cref="TableRules"/>.</summary>
internal static class RowSize
{
    /// <summary>What the envelope of a transaction counts.</summary>
    public const int TransactionOverhead = 1_024;

    // The headers of one write, its address aside, stay well below this.
    private const int WriteOverhead = 1_024;

    // The id of the write: its name, and a text of 32 digits.
    private const int WriteIdSize = 8 + (2 * 7) + 4 + (2 * 32);

    // Quotes, colons, commas, the name of the type, and the digits of a value of fixed size.
    private const int ValueOverhead = 96;

    // A key stands in the address (UTF-8, three characters a byte) and in the body (\uXXXX at worst).
    private const int BytesPerKeyUnit = 15;

    /// <summary>
    /// The bytes of a row where it is stored. The numbers are those that the Azure Storage team gives for an entity:
    /// 4, two for each code unit of the keys, and for each value 8, two for each code unit of its name, and its own size,
    /// with 4 more where the size varies. Source: "Understanding Windows Azure Storage Billing" (Azure Storage team blog).
    /// </summary>
    public static int Of(RowKey key, RowProperties properties)
    {
        var size = 4 + (2 * (key.Partition.Length + key.Row.Length)) + WriteIdSize;
        foreach (var (name, value) in properties.Values)
        {
            size += 8 + (2 * name.Length) + OfValue(value) + (value is string or byte[]? 4 : 0);
        }

        return size;
    }

    /// <summary>The bytes of one value.</summary>
    public static int OfValue(object value) => value switch
    {
        string text => 2 * text.Length,
        byte[] bytes => bytes.Length,
        bool => 1,
        int => 4,
        long or double or DateTimeOffset => 8,
        Guid => 16,
        _ => throw new ArgumentException($"A table cannot keep a {value.GetType().Name}.", nameof(value)),
    };

    /// <summary>
    /// The most bytes that a write takes in the payload of a transaction, which is JSON in a multipart body. It is an upper
    /// bound, so that what passes here is never too large on its way; a row that is not too large always fits.
    /// </summary>
    public static int InTransaction(RowWrite write)
    {
        var size = WriteOverhead + (BytesPerKeyUnit * (write.Key.Partition.Length + write.Key.Row.Length));
        foreach (var (name, value) in write.NewProperties() is { } properties ? properties.Values : [])
        {
            size += ValueOverhead + (2 * TextBytes(name)) + value switch
            {
                string text => TextBytes(text),
                byte[] bytes => (bytes.Length + 2) / 3 * 4,
                _ => 0, // in ValueOverhead
            };
        }

        return size;
    }

    private static int TextBytes(string text)
    {
        var size = 0;
        foreach (var c in text)
        {
            size += char.IsAsciiLetterOrDigit(c) || c is ' ' or '_' ? 1 : @"\u0000".Length;
        }

        return size;
    }
}
