using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace BotCoach.Host;

/// <summary>What a request may cost before anybody has proven who they are.</summary>
internal static class RequestLimits
{
    /// <summary>
    /// The longest body, in bytes, of a request to anything but the platforms' endpoints, which say their own. Pages take a
    /// press of a button.
    /// </summary>
    public const int Body = 64 * 1024;

    // Slow clients hold a connection each; half a minute is the server's own default.
    private static readonly TimeSpan _headers = TimeSpan.FromSeconds(10);

    public static void Set(KestrelServerOptions kestrel)
    {
        // Nobody needs to know what answers here.
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = Body;
        kestrel.Limits.RequestHeadersTimeout = _headers;
    }
}
