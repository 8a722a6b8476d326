using System.Buffers;
using System.Text;

namespace BotCoach.Storage;

/// <summary>
/// Bytes that are written one after another into an array of the shared pool. Dispose of it when nobody else can still
/// touch the array; when that is not certain, leave it to the garbage collector, and the array is the pool's loss alone.
/// </summary>
/// <param name="capacity">How many bytes are likely to come.</param>
internal sealed class PooledBytes(int capacity) : IBufferWriter<byte>, IDisposable
{
    /// <summary>What is left free at least when the size of the next write is not known.</summary>
    public const int Room = 512;

    private byte[] _array = ArrayPool<byte>.Shared.Rent(Math.Max(capacity, Room));
    private int _count;

    /// <summary>What was written; valid until the next write.</summary>
    public ReadOnlyMemory<byte> Written => _array.AsMemory(0, _count);

    public void Advance(int count) => _count += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        MakeRoom(sizeHint);
        return _array.AsMemory(_count);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        MakeRoom(sizeHint);
        return _array.AsSpan(_count);
    }

    /// <summary>Writes a text as UTF-8.</summary>
    public void Append(ReadOnlySpan<char> text)
    {
        MakeRoom(Encoding.UTF8.GetMaxByteCount(text.Length));
        _count += Encoding.UTF8.GetBytes(text, _array.AsSpan(_count));
    }

    /// <summary>Writes bytes.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        MakeRoom(bytes.Length);
        bytes.CopyTo(_array.AsSpan(_count));
        _count += bytes.Length;
    }

    public void Dispose()
    {
        if (_array.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_array);
            (_array, _count) = ([], 0);
        }
    }

    private void MakeRoom(int wanted)
    {
        wanted = Math.Max(wanted, Room);
        if (_array.Length - _count >= wanted)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_count + wanted, 2 * _array.Length));
        _array.AsSpan(0, _count).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_array);
        _array = larger;
    }
}
