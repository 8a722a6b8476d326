using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace BotCoach.Slack.Tests;

/// <summary>A peer that opens a connection, says hello, and answers nothing after that, as a machine does that has frozen.</summary>
internal sealed class SilentSocketServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private Socket? _peer;
    private Task _serving = Task.CompletedTask;

    public Uri Address => new($"ws://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

    public SilentSocketServer Start()
    {
        _listener.Start();
        _serving = ServeAsync();
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        _peer?.Dispose();
        await _serving;
    }

    private async Task ServeAsync()
    {
        _peer = await _listener.AcceptSocketAsync();
        var request = new byte[8 * 1024];
        var length = await _peer.ReceiveAsync(request);
        var key = Encoding.ASCII.GetString(request, 0, length).Split("\r\n")
            .Single(line => line.StartsWith("Sec-WebSocket-Key:", StringComparison.OrdinalIgnoreCase)).Split(':')[1].Trim();

        // RFC 6455, section 4.2.2: the key, a fixed GUID, and what is made of both.
#pragma warning disable CA5350 // The protocol asks for SHA-1.
        var accept = Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")));
#pragma warning restore CA5350
        await _peer.SendAsync(Encoding.ASCII.GetBytes(
            $"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: {accept}\r\n\r\n"));
        var hello = Encoding.UTF8.GetBytes("""{"type":"hello"}""");
        await _peer.SendAsync(new byte[] { 0x81, (byte)hello.Length }.Concat(hello).ToArray());
    }
}
