using System.ComponentModel.DataAnnotations;
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
