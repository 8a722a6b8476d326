using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Hosting;

namespace BotCoach.Teams;

/// <summary>What the bot proves itself with to the Bot Connector.</summary>
internal static class ConnectorCredential
{
    /// <summary>The credential that the options name; null when they name none, so that nothing can be sent.</summary>
    /// <param name="options">The options, validated.</param>
    /// <param name="environment">Where the service runs.</param>
    /// <param name="federatedTokenFile">The file of a workload identity; the environment's when not given.</param>
    public static TokenCredential? Of(TeamsOptions options, IHostEnvironment environment, string? federatedTokenFile = null)
    {
        if (options.IsUnauthenticated(environment) || string.IsNullOrEmpty(options.AppId))
            return null;
        if (!string.IsNullOrEmpty(options.ManagedIdentityClientId))
            return new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(options.ManagedIdentityClientId));
        if (!string.IsNullOrEmpty(options.ClientSecret))
            return new ClientSecretCredential(options.TenantId, options.AppId, options.ClientSecret);

        federatedTokenFile ??= Environment.GetEnvironmentVariable(TeamsOptions.FederatedTokenFile);
        return string.IsNullOrEmpty(federatedTokenFile) ? null : new WorkloadIdentityCredential(new WorkloadIdentityCredentialOptions
        {
            TenantId = options.TenantId,
            ClientId = options.AppId,
            TokenFilePath = federatedTokenFile,
        });
    }
}
