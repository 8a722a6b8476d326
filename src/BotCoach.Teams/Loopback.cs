using System.Net;

namespace BotCoach.Teams;

internal static class Loopback
{
    /// <summary>
    /// True for <c>localhost</c> and the loopback addresses. Narrower than <see cref="Uri.IsLoopback"/>, which also
    /// believes the name <c>loopback</c>, one that a resolver may send anywhere.
    /// </summary>
    public static bool IsOnLoopback(this Uri address) =>
        address.HostNameType switch
        {
            UriHostNameType.Dns => address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase),
            UriHostNameType.IPv4 or UriHostNameType.IPv6 => IPAddress.TryParse(address.Host, out var ip) && IPAddress.IsLoopback(ip),
            _ => false,
        };
}
