namespace BotCoach.Storage;

/// <summary>The values of a row as bytes, each exactly as it was.</summary>
/// <remarks>
/// One byte for the format (1), the number of values, then for each: one byte for its type (the numbers of
/// <see cref="Kind"/>), its name and itself. Counts and lengths are written seven bits to a byte, as
/// <see cref="BinaryWriter.Write7BitEncodedInt"/> does; a text is its length in bytes and those of <see cref="CodeUnitText"/>;
/// numbers are little-endian; a time is its UTC ticks of 100 ns; a Guid is its 16 bytes as .NET orders them.
/// </remarks>
internal static class PropertyCodec
{
    private const byte Format = 1;

    // These numbers are on disk: never change one, never use one again.
    private enum Kind : byte
    {
        Text = 1,
        False = 2,
        True = 3,
        Int32 = 4,
        Int64 = 5,
        Double = 6,
        Time = 7,
        Guid = 8,
        Bytes = 9,
    }

    public static byte[] Encode(RowProperties properties)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(Format);
        writer.Write7BitEncodedInt(properties.Count);
        foreach (var (name, value) in properties)
        {
            var kind = KindOf(value);
            writer.Write((byte)kind);
            WriteBytes(writer, CodeUnitText.Encode(name));
            switch (value)
            {
                case string text:
                    WriteBytes(writer, CodeUnitText.Encode(text));
                    break;
                case int number:
                    writer.Write(number);
                    break;
                case long number:
                    writer.Write(number);
                    break;
                case double number:
                    writer.Write(BitConverter.DoubleToInt64Bits(number));
                    break;
                case DateTimeOffset time:
                    writer.Write(time.UtcTicks);
                    break;
                case Guid guid:
                    writer.Write(guid.ToByteArray());
                    break;
                case byte[] bytes:
                    WriteBytes(writer, bytes);
                    break;
            }
        }

        writer.Flush();
        return stream.ToArray();
    }

    /// <exception cref="InvalidDataException">The bytes are damaged, or of a format that is not known here.</exception>
    public static RowProperties Decode(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes, writable: false);
        using var reader = new BinaryReader(stream);
        try
        {
            if (reader.ReadByte() != Format)
            {
                throw new InvalidDataException("A stored row has a format that is not known here.");
            }

            var left = reader.Read7BitEncodedInt();

            // A number that is damaged must not ask for all memory.
            var properties = new RowProperties(Math.Clamp(left, 0, TableRules.MaxValues));
            for (; left > 0; left--)
            {
                var kind = (Kind)reader.ReadByte();
                properties.Add(CodeUnitText.Decode(ReadBytes(reader)), ReadValue(reader, kind));
            }

            return properties;
        }
        catch (Exception e) when (e is EndOfStreamException or FormatException or ArgumentException)
        {
            throw new InvalidDataException("A stored row is damaged.", e);
        }
    }

    private static Kind KindOf(object value) => value switch
    {
        string => Kind.Text,
        false => Kind.False,
        true => Kind.True,
        int => Kind.Int32,
        long => Kind.Int64,
        double => Kind.Double,
        DateTimeOffset => Kind.Time,
        Guid => Kind.Guid,
        byte[] => Kind.Bytes,
        _ => throw new ArgumentException($"A table cannot keep a {value.GetType().Name}.", nameof(value)),
    };

    private static object ReadValue(BinaryReader reader, Kind kind) => kind switch
    {
        Kind.Text => CodeUnitText.Decode(ReadBytes(reader)),
        Kind.False => false,
        Kind.True => true,
        Kind.Int32 => reader.ReadInt32(),
        Kind.Int64 => reader.ReadInt64(),
        Kind.Double => BitConverter.Int64BitsToDouble(reader.ReadInt64()),
        Kind.Time => new DateTimeOffset(reader.ReadInt64(), TimeSpan.Zero),
        Kind.Guid => new Guid(ReadExactly(reader, 16)),
        Kind.Bytes => ReadBytes(reader),
        _ => throw new InvalidDataException("A stored row has a value of a type that is not known here."),
    };

    private static void WriteBytes(BinaryWriter writer, byte[] bytes)
    {
        writer.Write7BitEncodedInt(bytes.Length);
        writer.Write(bytes);
    }

    private static byte[] ReadBytes(BinaryReader reader) => ReadExactly(reader, reader.Read7BitEncodedInt());

    private static byte[] ReadExactly(BinaryReader reader, int count)
    {
        var bytes = reader.ReadBytes(count);
        return bytes.Length == count ? bytes : throw new EndOfStreamException();
    }
}
