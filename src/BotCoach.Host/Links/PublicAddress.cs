using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace BotCoach.Host;

/// <summary>Where browsers reach this service.</summary>
internal sealed class PublicAddressOptions : IValidatableObject
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Host";

    /// <summary>
    /// The address that people's browsers reach, such as <c>https://coach.example.com</c>: https, or http on this machine.
    /// Links in chat start with it; without it there are none.
    /// </summary>
    public Uri? PublicUrl { get; set; }

    /// <summary>
    /// The proxies in front of the service whose <c>X-Forwarded-For</c> is believed: addresses and networks such as
    /// <c>10.0.0.0/8</c>, separated by commas. Those on this machine are.
    /// </summary>
    public string? Proxies { get; set; }

    /// <summary>The networks that <see cref="Proxies"/> names.</summary>
    /// <exception cref="FormatException">One cannot be read.</exception>
    internal IReadOnlyList<IPNetwork> ProxyNetworks() =>
        [.. (Proxies ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(NetworkOf)];

    // An address alone is a network of one.
    private static IPNetwork NetworkOf(string text) => text.Contains('/', StringComparison.Ordinal)
        ? IPNetwork.Parse(text)
        : new IPNetwork(IPAddress.Parse(text), IPAddress.Parse(text).AddressFamily is AddressFamily.InterNetwork ? 32 : 128);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        // A session must not travel in the open, and pages know no other place than the root.
        if (PublicUrl is { } url && !(url.IsAbsoluteUri && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback))
            && url is { AbsolutePath: "/", Query: "", Fragment: "", UserInfo: "" }))
        {
            yield return new ValidationResult(
                "It must be an https address without a path, such as https://coach.example.com; http is for this machine alone.", [nameof(PublicUrl)]);
        }

        if (!CanReadProxies())
        {
            yield return new ValidationResult("It must be addresses or networks such as 10.0.0.0/8, separated by commas.", [nameof(Proxies)]);
        }
    }

    private bool CanReadProxies()
    {
        try
        {
            ProxyNetworks();
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}

/// <summary>The address that links start with.</summary>
/// <param name="options">The address that was set.</param>
/// <param name="environment">Where the service runs.</param>
/// <param name="server">The server that listens; null where none does, as in an operator's command.</param>
internal sealed class PublicAddress(IOptions<PublicAddressOptions> options, IHostEnvironment environment, IServer? server = null)
{
    /// <summary>The address; null when nobody has set one. In Development it is the one that the service listens on.</summary>
    public Uri? Current => options.Value.PublicUrl ?? (environment.IsDevelopment() ? Listening() : null);

    /// <summary>Whether browsers come by https.</summary>
    public bool IsHttps => options.Value.PublicUrl?.Scheme == Uri.UriSchemeHttps;

    private Uri? Listening() => (server?.Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
        .Select(address => Uri.TryCreate(address, UriKind.Absolute, out var url) ? url : null)
        .FirstOrDefault(url => url is { IsLoopback: true });
}
