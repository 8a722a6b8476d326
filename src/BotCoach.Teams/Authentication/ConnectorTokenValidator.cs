using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BotCoach.Teams;

/// <summary>
/// Decides who may post to /api/messages, by the rules of "Authenticate requests from the Bot Connector service to your
/// bot" in Microsoft's documentation of the Bot Connector. Whatever is not proven is refused.
/// </summary>
internal sealed partial class ConnectorTokenValidator(
    IOptions<TeamsOptions> options,
    IHostEnvironment environment,
    ServiceUrlPolicy serviceUrls,
    SigningKeys keys,
    TimeProvider clock,
    ILogger<ConnectorTokenValidator> logger)
{
    /// <summary>The one issuer of tokens from the Bot Connector to a bot in the public cloud and in GCC.</summary>
    public const string Issuer = "https://api.botframework.com";

    /// <summary>How far the clocks of both sides may differ (the documentation's value).</summary>
    public static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    private const string Scheme = "Bearer ";

    /// <summary>Checks an activity. No input makes it throw; only <paramref name="cancellationToken"/> ends it early.</summary>
    /// <param name="authorization">The Authorization header as it came, or null.</param>
    /// <param name="channelId">The activity's <c>channelId</c>.</param>
    /// <param name="serviceUrl">The activity's <c>serviceUrl</c>.</param>
    /// <param name="cancellationToken">Ends the wait for signing keys.</param>
    public async Task<TokenVerdict> CheckAsync(
        string? authorization, string? channelId, string? serviceUrl, CancellationToken cancellationToken)
    {
        var verdict = options.Value.IsUnauthenticated(environment)
            ? WithoutToken(serviceUrl)
            : await WithTokenAsync(authorization, channelId, serviceUrl, cancellationToken);
        if (verdict is TokenVerdict.Refused refused)
        {
            Log.Refused(logger, refused.Reason);
        }

        return verdict;
    }

    private TokenVerdict WithoutToken(string? serviceUrl) =>
        serviceUrls.TryAllow(serviceUrl, out var address)
            ? new TokenVerdict.Unauthenticated(address)
            : new TokenVerdict.Refused(RefusalReason.ServiceUrlNotAllowed);

    private async Task<TokenVerdict> WithTokenAsync(
        string? authorization, string? channelId, string? serviceUrl, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(options.Value.AppId))
        {
            return new TokenVerdict.Refused(RefusalReason.NotConfigured);
        }

        if (string.IsNullOrEmpty(authorization))
        {
            return new TokenVerdict.Refused(RefusalReason.MissingHeader);
        }

        // The name of a scheme is in any case (RFC 9110 section 11.1).
        if (!authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return new TokenVerdict.Refused(RefusalReason.OtherScheme);
        }

        if (!ConnectorToken.TryParse(authorization[Scheme.Length..], out var token, out var malformed))
        {
            return new TokenVerdict.Refused(malformed.Value);
        }

        // The claims first: a token that is not for us is not worth a fetch of keys.
        if (ClaimsRefusal(token.Payload, serviceUrl) is { } wrong)
        {
            return new TokenVerdict.Refused(wrong);
        }

        if (!serviceUrls.TryAllow(serviceUrl, out var address))
        {
            return new TokenVerdict.Refused(RefusalReason.ServiceUrlNotAllowed);
        }

        if (await SignatureRefusalAsync(token, channelId, cancellationToken) is { } forged)
        {
            return new TokenVerdict.Refused(forged);
        }

        return new TokenVerdict.Accepted(new ConnectorClaims(options.Value.AppId, channelId!, address));
    }

    private RefusalReason? ClaimsRefusal(ConnectorTokenPayload payload, string? serviceUrl)
    {
        var now = clock.GetUtcNow();
        var earliestExpiry = (now - ClockSkew).ToUnixTimeSeconds();
        var latestStart = (now + ClockSkew).ToUnixTimeSeconds();
        return payload switch
        {
            { Issuer: not Issuer } => RefusalReason.WrongIssuer,
            { Audience: var audience } when !string.Equals(audience, options.Value.AppId, StringComparison.OrdinalIgnoreCase) =>
                RefusalReason.WrongAudience,
            { Expires: null } => RefusalReason.Malformed,
            { Expires: var expires } when expires <= earliestExpiry => RefusalReason.Expired,
            { NotBefore: { } notBefore } when notBefore > latestStart => RefusalReason.NotYetValid,
            { ServiceUrl: null or "" } => RefusalReason.WrongServiceUrl,
            // To the letter, as Microsoft's SDK compares them.
            { ServiceUrl: var claimed } when !string.Equals(claimed, serviceUrl, StringComparison.Ordinal) =>
                RefusalReason.WrongServiceUrl,
            _ => null,
        };
    }

    private async Task<RefusalReason?> SignatureRefusalAsync(
        ConnectorToken token, string? channelId, CancellationToken cancellationToken)
    {
        if (await keys.ForAsync(token.KeyId, cancellationToken) is not { } published)
        {
            return RefusalReason.KeysUnavailable;
        }

        if (published.Find(token.KeyId) is not { } key)
        {
            return RefusalReason.UnknownKey;
        }

        if (!key.Verifies(token.SignedPart.Span, token.Signature.Span))
        {
            return RefusalReason.BadSignature;
        }

        return channelId is not null && key.IsEndorsedFor(channelId) ? null : RefusalReason.NotEndorsed;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Refused a post to /api/messages: {Reason}.")]
        public static partial void Refused(ILogger logger, RefusalReason reason);
    }
}
