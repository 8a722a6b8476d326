using System.Net;
using System.Net.Sockets;

namespace BotCoach.Testing;

/// <summary>
/// Stands before a server, passes requests on, and loses answers: the client sees its connection end instead. It can also
/// go away altogether, with every connection that it holds.
/// </summary>
public sealed class LosingProxy : IAsyncDisposable
{
    private readonly int _serverPort;
    private Life _life;
    private int _toLose;
    private int _lost;

    public LosingProxy(int serverPort)
    {
        _serverPort = serverPort;
        _life = new Life(this, port: 0);
        Port = _life.Port;
    }

    /// <summary>Where it listens, also after it was mended.</summary>
    public int Port { get; }

    /// <summary>How many answers were lost.</summary>
    public int Lost => Volatile.Read(ref _lost);

    /// <summary>What happens after the server has done what it was asked, and before the client knows that its answer is lost.</summary>
    public Func<Task> WhenLost { get; set; } = () => Task.CompletedTask;

    /// <summary>Loses the next answers.</summary>
    public void LoseAnswers(int count) => Interlocked.Exchange(ref _toLose, count);

    /// <summary>
    /// Breaks every connection in the middle of whatever passes, in both directions, and refuses new ones. What has reached
    /// the server by then, it does; its answers reach nobody.
    /// </summary>
    public Task CutAsync() => _life.DisposeAsync().AsTask();

    /// <summary>Takes connections again.</summary>
    public void Mend() => _life = new Life(this, Port);

    public ValueTask DisposeAsync() => _life.DisposeAsync();

    /// <summary>From the moment at which it listens to the one at which it does no more.</summary>
    private sealed class Life : IAsyncDisposable
    {
        private readonly TcpListener _listener;
        private readonly CancellationTokenSource _end = new();
        private readonly LosingProxy _proxy;
        private readonly Task _accepting;

        public Life(LosingProxy proxy, int port)
        {
            _proxy = proxy;
            _listener = new TcpListener(IPAddress.Loopback, port);
            _listener.Start();
            Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
            _accepting = AcceptAsync();
        }

        public int Port { get; }

        public async ValueTask DisposeAsync()
        {
            await _end.CancelAsync();
            _listener.Stop();
            await _accepting;
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
                await server.ConnectAsync(IPAddress.Loopback, _proxy._serverPort, _end.Token);
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
                if (Interlocked.Decrement(ref _proxy._toLose) >= 0)
                {
                    Interlocked.Increment(ref _proxy._lost);
                    await _proxy.WhenLost();
                    return;
                }

                await client.WriteAsync(buffer.AsMemory(0, count), _end.Token);
            }
        }
    }
}
