using System.Net;
using System.Net.Sockets;

namespace BotCoach.Storage.Tests;

/// <summary>Stands before a server, passes requests on, and loses answers: the client sees its connection end instead.</summary>
internal sealed class LosingProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly int _serverPort;
    private readonly Task _accepting;
    private int _toLose;

    public LosingProxy(int serverPort)
    {
        _serverPort = serverPort;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    public int Port { get; }

    /// <summary>How many answers were lost.</summary>
    public int Lost { get; private set; }

    /// <summary>What happens after the server has done what it was asked, and before the client knows that its answer is lost.</summary>
    public Func<Task> WhenLost { get; set; } = () => Task.CompletedTask;

    /// <summary>Loses the next answers.</summary>
    public void LoseAnswers(int count) => Interlocked.Exchange(ref _toLose, count);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _accepting;
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                connections.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_end.Token)));
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var accepted = client;
        using var server = new TcpClient();
        try
        {
            await server.ConnectAsync(IPAddress.Loopback, _serverPort, _end.Token);
            var requests = client.GetStream().CopyToAsync(server.GetStream(), _end.Token);
            await PassAnswersAsync(server.GetStream(), client.GetStream());
            client.Close();
            await requests;
        }
        catch (Exception ended) when (ended is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // Either side is gone, and with this method the other one.
        }
    }

    private async Task PassAnswersAsync(NetworkStream server, NetworkStream client)
    {
        var buffer = new byte[64 * 1024];
        while (await server.ReadAsync(buffer, _end.Token) is > 0 and var count)
        {
            if (Interlocked.Decrement(ref _toLose) >= 0)
            {
                Lost++;
                await WhenLost();
                return;
            }

            await client.WriteAsync(buffer.AsMemory(0, count), _end.Token);
        }
    }
}
