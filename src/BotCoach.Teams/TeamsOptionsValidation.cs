using System.Text;
using BotCoach.Chat;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace BotCoach.Teams;

/// <summary>Refuses a configuration that could not work or would open the bot, naming the key at fault.</summary>
internal sealed class TeamsOptionsValidation(IHostEnvironment environment) : IValidateOptions<TeamsOptions>
{
    public ValidateOptionsResult Validate(string? name, TeamsOptions options)
    {
        List<string> failures = [.. IdentityFailures(options), .. UnauthenticatedFailures(options), .. AddressFailures(options), .. LimitFailures(options)];
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> IdentityFailures(TeamsOptions options)
    {
        var hasApp = !string.IsNullOrEmpty(options.AppId);
        var hasTenant = !string.IsNullOrEmpty(options.TenantId);
        if (hasApp && !Guid.TryParseExact(options.AppId, "D", out _))
        {
            yield return "Teams:AppId must be the application id of the bot, a GUID such as 00000000-0000-0000-0000-000000000000.";
        }

        if (hasTenant && !Guid.TryParseExact(options.TenantId, "D", out _))
        {
            yield return "Teams:TenantId must be the id of the tenant, a GUID such as 00000000-0000-0000-0000-000000000000.";
        }

        if (!string.IsNullOrEmpty(options.ManagedIdentityClientId) && !Guid.TryParseExact(options.ManagedIdentityClientId, "D", out _))
        {
            yield return "Teams:ManagedIdentityClientId must be the client id of a managed identity, a GUID such as 00000000-0000-0000-0000-000000000000.";
        }

        if (hasApp && !hasTenant)
        {
            yield return "Teams:TenantId is needed with Teams:AppId: the bot is known in one tenant.";
        }
    }

    private IEnumerable<string> UnauthenticatedFailures(TeamsOptions options)
    {
        if (!options.AllowUnauthenticated)
        {
            yield break;
        }

        if (!environment.IsDevelopment())
        {
            yield return "Teams:AllowUnauthenticated lets anyone speak as anyone and is allowed in the Development environment only; "
                + $"this one is {environment.EnvironmentName}. Remove it, and set Teams:AppId.";
        }

        // So that a bot which has credentials never sends them to a program that did not prove who it is.
        if (!string.IsNullOrEmpty(options.AppId))
        {
            yield return "Teams:AllowUnauthenticated is for a bot without Teams:AppId. Remove one of the two.";
        }
    }

    private static IEnumerable<string> AddressFailures(TeamsOptions options)
    {
        if (!Uri.TryCreate(options.OpenIdMetadataUrl, UriKind.Absolute, out var metadata)
            || !(metadata.Scheme == Uri.UriSchemeHttps || (metadata.Scheme == Uri.UriSchemeHttp && metadata.IsLoopback)))
        {
            yield return "Teams:OpenIdMetadataUrl must be an absolute https address (http only on loopback).";
        }

        for (var i = 0; i < options.AllowedServiceHosts.Count; i++)
        {
            if (!IsHostOrDomain(options.AllowedServiceHosts[i]))
            {
                yield return $"Teams:AllowedServiceHosts:{i} must be a host name such as smba.example.net, or a domain of two "
                    + "labels or more with a dot before it such as .example.net; no scheme, port, path or asterisk, and in ASCII.";
            }
        }
    }

    private static IEnumerable<string> LimitFailures(TeamsOptions options)
    {
        if (!RateWindow.TryParseAll(options.TenantLimit, out _))
        {
            yield return $"Teams:TenantLimit must be {RateWindow.Syntax}.";
        }

        if (!RateWindow.TryParseAll(options.ConversationLimit, out _))
        {
            yield return $"Teams:ConversationLimit must be {RateWindow.Syntax}.";
        }
    }

    private static bool IsHostOrDomain(string? entry)
    {
        if (string.IsNullOrEmpty(entry) || !Ascii.IsValid(entry))
        {
            return false;
        }

        // A whole top-level domain is nobody's: ".net" would let the bot send to anyone.
        var host = entry.StartsWith('.') ? entry[1..] : entry;
        return Uri.CheckHostName(host) == UriHostNameType.Dns && host.Contains('.', StringComparison.Ordinal) && !host.EndsWith('.');
    }
}
