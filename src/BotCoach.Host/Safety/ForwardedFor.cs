using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace BotCoach.Host;

/// <summary>From where requests come that a proxy passes on.</summary>
internal static class ForwardedFor
{
    /// <summary>Believes the proxies of this machine and those that an operator names, and nobody else.</summary>
    public static ForwardedHeadersOptions Options(PublicAddressOptions address)
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor };
        foreach (var network in address.ProxyNetworks())
        {
            options.KnownIPNetworks.Add(network);
        }

        return options;
    }

    /// <summary>
    /// What a request counts as coming from; null when that cannot be told: it came from this machine, or by way of a proxy
    /// that nobody vouches for, which stands for many.
    /// </summary>
    public static IPAddress? AddressOf(HttpContext context)
    {
        // The middleware takes away what it believes.
        if (context.Connection.RemoteIpAddress is not { } address || IPAddress.IsLoopback(address)
            || context.Request.Headers.ContainsKey(ForwardedHeadersDefaults.XForwardedForHeaderName))
        {
            return null;
        }

        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }

        // A subscriber has a whole /64 (RFC 6177), and could come from a new address each time.
        return address.AddressFamily is System.Net.Sockets.AddressFamily.InterNetworkV6
            ? new IPAddress([.. address.GetAddressBytes().AsSpan(0, 8), .. new byte[8]])
            : address;
    }
}
