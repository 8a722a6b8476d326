using BotCoach.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace BotCoach.Host;

/// <summary>Whether the key ring is the one that the store's secrets were encrypted with.</summary>
internal sealed class KeyRingHealthCheck(KeyWitness witness) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            return await witness.AgreesAsync(cancellationToken)
                ? HealthCheckResult.Healthy("The key ring opens the store's secrets.")
                : HealthCheckResult.Unhealthy("The key ring (Keys:Path) is not the one that the store's secrets were encrypted with.");
        }
        catch (TableUnavailableException)
        {
            return HealthCheckResult.Unhealthy("The store cannot be asked.");
        }
    }
}
