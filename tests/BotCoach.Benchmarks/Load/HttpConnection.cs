using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;

namespace BotCoach.Benchmarks;

/// <summary>
/// One kept connection that sends requests as bytes and reads answers, so that a load tool takes as little of the processors
/// as it can from the server beside it. Knows as much of HTTP/1.1 as the servers here answer with.
/// </summary>
internal sealed class HttpConnection : IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[64 * 1024];

    public ValueTask OpenAsync(Uri server) => _socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, server.Port), CancellationToken.None);

    /// <summary>Sends a request and waits for the whole answer.</summary>
    /// <returns>The answer, until the next exchange: its status line, its headers and its body.</returns>
    /// <exception cref="IOException">The server closed the connection, or its answer cannot be read.</exception>
    public async ValueTask<ReadOnlyMemory<byte>> ExchangeAsync(ReadOnlyMemory<byte> request)
    {
        await _socket.SendAsync(request);
        var length = 0;
        while (true)
        {
            var read = await _socket.ReceiveAsync(_buffer.AsMemory(length));
            if (read == 0)
                throw new IOException("The server closed the connection.");
            length += read;
            if (IsWhole(_buffer.AsSpan(0, length)))
                return _buffer.AsMemory(0, length);
            if (length == _buffer.Length)
                throw new IOException("The answer is longer than any that is expected here.");
        }
    }

    public void Dispose() => _socket.Dispose();

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0)
            return false;
        var head = answer[..(end + 2)];
        var body = answer[(end + 4)..];
        if (Find(head, "Content-Length: "u8) is var length && !length.IsEmpty)
            return Utf8Parser.TryParse(length, out int bytes, out _) && body.Length >= bytes;

        // Nothing here sends a body whose last chunk is not at its end.
        return !Find(head, "Transfer-Encoding: "u8).IsEmpty && body.EndsWith("0\r\n\r\n"u8);
    }

    private static ReadOnlySpan<byte> Find(ReadOnlySpan<byte> head, ReadOnlySpan<byte> name)
    {
        var start = head.IndexOf(name);
        if (start < 0)
            return default;
        var value = head[(start + name.Length)..];
        return value[..value.IndexOf((byte)'\r')];
    }
}
