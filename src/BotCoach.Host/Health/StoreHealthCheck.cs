using BotCoach.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace BotCoach.Host;

/// <summary>Whether the store can be read and written.</summary>
internal sealed class StoreHealthCheck(ITableStore store) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await store.CheckAsync(cancellationToken);
            return HealthCheckResult.Healthy("A row was written and read.");
        }
        catch (TableUnavailableException error)
        {
            return HealthCheckResult.Unhealthy(error.Message, error);
        }
    }
}
