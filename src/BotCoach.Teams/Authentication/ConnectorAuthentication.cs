using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BotCoach.Teams;

internal static class ConnectorAuthentication
{
    /// <summary>Name of the client in <see cref="IHttpClientFactory"/> that fetches the signing keys.</summary>
    public const string ClientName = "Teams signing keys";

    /// <summary>
    /// Adds <see cref="ConnectorTokenValidator"/> and what it needs. A bad configuration stops the start, with a
    /// message that names the key.
    /// </summary>
    public static IServiceCollection AddConnectorAuthentication(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TeamsOptions>, TeamsOptionsValidation>());
        services.AddOptions<TeamsOptions>().Bind(configuration.GetSection(TeamsOptions.Section)).ValidateOnStart();

        // The one client is kept for good, so its connections are the part that has to follow DNS. A redirect would
        // lead to keys from an address that nobody configured.
        services.AddHttpClient(ClientName, Bound)
            .UseSocketsHttpHandler((handler, _) =>
            {
                handler.AllowAutoRedirect = false;
                handler.PooledConnectionLifetime = TimeSpan.FromMinutes(5);
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        services.AddSingleton(provider => new SigningKeys(
            provider.GetRequiredService<IHttpClientFactory>().CreateClient(ClientName),
            provider.GetRequiredService<IOptions<TeamsOptions>>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<SigningKeys>>()));

        services.AddSingleton<ServiceUrlPolicy>();
        services.AddSingleton<ConnectorTokenValidator>();
        services.AddHostedService<UnauthenticatedWarning>();
        return services;
    }

    private static void Bound(HttpClient client)
    {
        client.Timeout = SigningKeys.AnswerTimeout;
        client.MaxResponseContentBufferSize = SigningKeys.MaxAnswerSize;
    }
}
