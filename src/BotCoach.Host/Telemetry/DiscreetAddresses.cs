using System.Diagnostics;
using OpenTelemetry;

namespace BotCoach.Host;

/// <summary>
/// Cuts the addresses of outgoing calls: the keys of a row and the conversations of a person stand in them. What is left is
/// the host, and for Slack the method, which names nobody.
/// </summary>
internal sealed class DiscreetAddresses(Uri slackApi) : BaseProcessor<Activity>
{
    // Source: opentelemetry.io, "Semantic conventions for HTTP spans".
    private const string FullUrl = "url.full";

    public override void OnEnd(Activity data)
    {
        if (data.Kind is ActivityKind.Client && data.GetTagItem(FullUrl) is string url)
        {
            data.SetTag(FullUrl, Cut(url));
        }
    }

    internal string? Cut(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address)
        ? address.GetLeftPart(slackApi.IsBaseOf(address) ? UriPartial.Path : UriPartial.Authority)
        : null;
}
