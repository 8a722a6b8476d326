using System.Net;
using System.Net.Sockets;

namespace BotCoach.Testing;

/// <summary>Ports of this machine that nothing listens on.</summary>
public static class FreePort
{
    /// <summary>A port of 127.0.0.1 that was free a moment ago; take it soon.</summary>
    public static int Next()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
