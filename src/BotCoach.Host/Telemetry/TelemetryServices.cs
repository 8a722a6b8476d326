using BotCoach.Slack;
using Microsoft.Extensions.Options;

namespace BotCoach.Host;

/// <summary>Adds what tells a collector how the service fares.</summary>
internal static class TelemetryServices
{
    /// <summary>Adds the export of metrics and traces, when the configuration says where to. Call it before other services are added.</summary>
    /// <exception cref="ConfigurationException">A setting cannot be used; the message names the key.</exception>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        var options = Configured.Read<TelemetryOptions>(configuration, TelemetryOptions.Section);
        return options.EndpointFrom(configuration) is { } endpoint
            ? services.AddHostedService(provider => new TelemetryExport(
                endpoint, options.TraceShare, configuration, provider.GetRequiredService<IOptions<SlackOptions>>()))
            : services;
    }
}
