using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;

namespace BotCoach.EndToEnd;

/// <summary>One pixel, each part from 0 to 255.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Pixel(int Red, int Green, int Blue, int Alpha);

/// <summary>Reads the pixels of the one kind of PNG that Chromium writes for a transparent picture: eight bits, RGBA, not interlaced.</summary>
internal static class PngPixels
{
    private const int Channels = 4;

    public static IReadOnlyList<Pixel> Read(byte[] png)
    {
        Assert.Equal([8, 6, 0, 0, 0], png[24..29]);
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
        using var lines = new ZLibStream(new MemoryStream(Data(png)), CompressionMode.Decompress);
        var stride = width * Channels;
        var above = new byte[stride];
        var pixels = new List<Pixel>(width * height);
        for (var y = 0; y < height; y++)
        {
            var filter = lines.ReadByte();
            var line = new byte[stride];
            lines.ReadExactly(line);
            Unfilter(filter, line, above);
            pixels.AddRange(line.Chunk(Channels).Select(part => new Pixel(part[0], part[1], part[2], part[3])));
            above = line;
        }

        return pixels;
    }

    private static byte[] Data(byte[] png)
    {
        using var data = new MemoryStream();
        // Behind the signature: length, name, content and check sum of one chunk after the other.
        for (var at = 8; at < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            if (Encoding.ASCII.GetString(png, at + 4, 4) == "IDAT")
                data.Write(png, at + 8, length);
            at += length + 12;
        }

        return data.ToArray();
    }

    /// <summary>Undoes the filter of a line (PNG specification, section 9).</summary>
    private static void Unfilter(int filter, byte[] line, byte[] above)
    {
        for (var i = 0; i < line.Length; i++)
        {
            var left = i < Channels ? 0 : line[i - Channels];
            var corner = i < Channels ? 0 : above[i - Channels];
            line[i] += (byte)(filter switch
            {
                0 => 0,
                1 => left,
                2 => above[i],
                3 => (left + above[i]) / 2,
                4 => Paeth(left, above[i], corner),
                _ => throw new InvalidDataException($"No PNG filter {filter}."),
            });
        }
    }

    private static int Paeth(int left, int above, int corner)
    {
        var guess = left + above - corner;
        var (toLeft, toAbove, toCorner) = (Math.Abs(guess - left), Math.Abs(guess - above), Math.Abs(guess - corner));
        return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner;
    }
}
