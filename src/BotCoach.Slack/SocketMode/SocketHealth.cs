using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace BotCoach.Slack;

/// <summary>
/// Whether Slack's requests reach this node over Socket Mode. Without a connection the node still sends, and serves whatever
/// else it serves, so it is not taken out of its work for that.
/// </summary>
internal sealed class SocketHealth(SocketState state) : IHealthCheck
{
    /// <summary>Name of the check.</summary>
    public const string Name = "slack";

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(state.Open switch
        {
            0 => HealthCheckResult.Degraded($"No connection to Slack: {state.Problem ?? "not yet opened"}."),
            1 => HealthCheckResult.Healthy("1 connection to Slack."),
            var open => HealthCheckResult.Healthy(string.Create(CultureInfo.InvariantCulture, $"{open} connections to Slack.")),
        });
}
