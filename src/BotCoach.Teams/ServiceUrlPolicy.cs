using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace BotCoach.Teams;

/// <summary>
/// Where the bot may send. The address to answer to comes with each activity, and the bot's own token goes there: an
/// address that is not known to be the Bot Connector's would be a way to steal it.
/// </summary>
internal sealed class ServiceUrlPolicy(IOptions<TeamsOptions> options, IHostEnvironment environment)
{
    private readonly string[] _allowed =
    [
        .. (options.Value.AllowedServiceHosts is { Count: > 0 } hosts ? hosts : TeamsOptions.DefaultServiceHosts)
            .Select(host => host.ToLowerInvariant()),
    ];

    private readonly bool _loopbackAllowed = options.Value.IsUnauthenticated(environment);

    /// <summary>
    /// Reads a service URL and says whether the bot may send there. Send to <paramref name="address"/>, never to the
    /// text it came from: what was checked is then what is used.
    /// </summary>
    public bool TryAllow(string? serviceUrl, [NotNullWhen(true)] out Uri? address)
    {
        address = Uri.TryCreate(serviceUrl, UriKind.Absolute, out var read) && MaySendTo(read) ? read : null;
        return address is not null;
    }

    private bool MaySendTo(Uri address)
    {
        if (address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
        {
            return false;
        }

        if (_loopbackAllowed && address.IsLoopback)
        {
            return address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps;
        }

        return address.Scheme == Uri.UriSchemeHttps
            && address.IsDefaultPort
            && _allowed.Any(entry => Matches(entry, address.Host));
    }

    // Uri has put the host in lower case. An entry without a dot before it means that host alone: names below
    // trafficmanager.net are given to whoever asks first, so a suffix is never assumed.
    private static bool Matches(string entry, string host) =>
        entry.StartsWith('.')
            ? host.EndsWith(entry, StringComparison.Ordinal)
            : host.Equals(entry, StringComparison.Ordinal);
}
