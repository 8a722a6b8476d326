using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace BotCoach.Testing;

/// <summary>
/// A road to a server of this machine that can be cut: then what is under way breaks off in the middle, and nobody gets through
/// until it is mended.
/// </summary>
public sealed class CuttableRoad : IAsyncDisposable
{
    private readonly ConcurrentDictionary<TcpClient, TcpClient> _travellers = new();
    private readonly int _server;
    private TcpListener _gate;
    private Task _open;

    /// <summary>Opens one.</summary>
    /// <param name="server">The server's port.</param>
    public CuttableRoad(int server)
    {
        _server = server;
        _gate = new TcpListener(IPAddress.Loopback, 0);
        _gate.Start();
        Port = ((IPEndPoint)_gate.LocalEndpoint).Port;
        _open = OpenAsync(_gate);
    }

    /// <summary>Where it begins.</summary>
    public int Port { get; }

    /// <summary>Cuts it.</summary>
    public async Task CutAsync()
    {
        _gate.Stop();
        await _open;
        foreach (var (traveller, onwards) in _travellers)
        {
            traveller.Close();
            onwards.Close();
        }
    }

    /// <summary>Mends it.</summary>
    public void Mend()
    {
        _gate = new TcpListener(IPAddress.Loopback, Port);
        _gate.Start();
        _open = OpenAsync(_gate);
    }

    public async ValueTask DisposeAsync()
    {
        await CutAsync();
        _gate.Dispose();
    }

    private async Task OpenAsync(TcpListener gate)
    {
        while (true)
        {
            try
            {
                _ = GuideAsync(await gate.AcceptTcpClientAsync());
            }
            catch (Exception closed) when (closed is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }
        }
    }

    private async Task GuideAsync(TcpClient traveller)
    {
        using var onwards = new TcpClient { NoDelay = true };
        traveller.NoDelay = true;
        _travellers[traveller] = onwards;
        try
        {
            await onwards.ConnectAsync(IPAddress.Loopback, _server);
            var (near, far) = (traveller.GetStream(), onwards.GetStream());
            await Task.WhenAny(near.CopyToAsync(far), far.CopyToAsync(near));
        }
        catch (Exception broken) when (broken is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Cut, or one end has gone.
        }
        finally
        {
            _travellers.TryRemove(traveller, out _);
            traveller.Dispose();
        }
    }
}
