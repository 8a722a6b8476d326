using BotCoach.Chat;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BotCoach.Teams;

/// <summary>Brings Teams into a host.</summary>
public static class TeamsSetup
{
    /// <summary>The longest that one call to the Connector may take.</summary>
    private static readonly TimeSpan _callTimeout = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan _connectTimeout = TimeSpan.FromSeconds(3);

    /// <summary>An answer of the Connector is an id or a code, or a page of 500 people with some of a kilobyte for each.</summary>
    private const long LongestAnswer = 1024 * 1024;

    /// <summary>
    /// Adds Teams as an <see cref="IChatChannel"/>, and what its endpoint needs. The host adds the
    /// <see cref="IChatTurnHandler"/>.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configuration">The host's configuration, with the section <see cref="TeamsOptions.Section"/>.</param>
    public static IServiceCollection AddTeams(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddConnectorAuthentication(configuration);
        services
            .AddHttpClient(ConnectorHttp.Client, client =>
            {
                client.Timeout = _callTimeout;
                client.MaxResponseContentBufferSize = LongestAnswer;
            })
            // A redirect could carry the token, or what a person wrote, to another host.
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                ConnectTimeout = _connectTimeout,
            })
            // The default loggers write addresses, and those name the conversations of people.
            .RemoveAllLoggers();

        // Tokens end by the real time. A test that moves the coach's clock must not make every token look old.
        services.TryAddSingleton(provider =>
        {
            var options = provider.GetRequiredService<IOptions<TeamsOptions>>().Value;
            var environment = provider.GetRequiredService<IHostEnvironment>();
            return new ConnectorAccess(
                ConnectorCredential.Of(options, environment),
                needsToken: !options.IsUnauthenticated(environment),
                TimeProvider.System,
                provider.GetRequiredService<ILogger<ConnectorAccess>>());
        });
        services.TryAddSingleton<ConnectorHttp>();
        services.TryAddSingleton<ConnectorClient>();
        services.TryAddSingleton<TeamsChannel>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IChatChannel, TeamsChannel>(
            provider => provider.GetRequiredService<TeamsChannel>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPeopleDirectory, TeamsDirectory>());
        services.TryAddSingleton<Mentions>();
        services.TryAddSingleton<CollectionsMet>();
        services.TryAddSingleton<InstallMoments>();
        services.TryAddSingleton<ActivityReader>();
        services.TryAddSingleton<TurnsUnderWay>();
        services.TryAddSingleton<AnswerDisplay>();
        services.TryAddSingleton<TurnExchange>();
        services.TryAddSingleton<TeamsEndpoint>();
        services.AddSingleton<IChannelDiagnosis>(provider => new TeamsDiagnosis(
            provider.GetRequiredService<IHttpClientFactory>(),
            provider.GetRequiredService<IOptions<TeamsOptions>>(),
            provider.GetRequiredService<IHostEnvironment>(),
            provider.GetRequiredService<TimeProvider>(),
            static (options, environment) => ConnectorCredential.Of(options, environment)));
        return services;
    }

    /// <summary>Maps the address that the Bot Connector posts to. A request is proven by its token, never by a session.</summary>
    public static IEndpointRouteBuilder MapTeams(this IEndpointRouteBuilder endpoints)
    {
        endpoints
            .MapPost("/api/messages", http => http.RequestServices.GetRequiredService<TeamsEndpoint>().AnswerAsync(http))
            .AllowAnonymous()
            // One byte more than is read, so that ours is the answer to what is too long.
            .WithMetadata(new RequestSizeLimitAttribute(RequestBody.Limit + 1));
        return endpoints;
    }
}
