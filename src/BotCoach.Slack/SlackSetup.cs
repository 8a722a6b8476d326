using BotCoach.Chat;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BotCoach.Slack;

/// <summary>Brings Slack into a host.</summary>
public static class SlackSetup
{
    /// <summary>Name of the channel in addresses; see <see cref="IChatChannel.Name"/>.</summary>
    public const string Channel = SlackChannel.ChannelName;

    /// <summary>The longest that one call to Slack may take.</summary>
    private static readonly TimeSpan _callTimeout = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan _connectTimeout = TimeSpan.FromSeconds(3);

    /// <summary>
    /// Adds Slack as an <see cref="IChatChannel"/>, and what its endpoints need. The host adds the
    /// <see cref="IChatTurnHandler"/>, and before this its own <see cref="ISlackInstallations"/> where it keeps some.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configuration">The host's configuration, with the section <see cref="SlackOptions.Section"/>.</param>
    /// <param name="healthTags">What the health check of Socket Mode is marked with.</param>
    public static IServiceCollection AddSlack(this IServiceCollection services, IConfiguration configuration, params IEnumerable<string> healthTags)
    {
        services.AddOptions<SlackOptions>()
            .Bind(configuration.GetSection(SlackOptions.Section))
            .Validate(options => options.HasSafeApiBaseUrl, "Slack:ApiBaseUrl must be an https address, or http on this machine.")
            .Validate(options => RateWindow.TryParseAll(options.WorkspaceLimit, out _), $"Slack:WorkspaceLimit must be {RateWindow.Syntax}.")
            .Validate(options => RateWindow.TryParseAll(options.ConversationLimit, out _), $"Slack:ConversationLimit must be {RateWindow.Syntax}.")
            .Validate(options => RateWindow.TryParseAll(options.OpeningLimit, out _), $"Slack:OpeningLimit must be {RateWindow.Syntax}.")
            .Validate(options => options.SocketConnections is >= 1 and <= 10, "Slack:SocketConnections must be 1 to 10.")
            .Validate(options => options.ClientId is null == options.ClientSecret is null, "Slack:ClientId and Slack:ClientSecret belong together: set both or none.")
            .Validate(options => options.ClientId is null || options.BotToken is null, "Set Slack:BotToken (one workspace) or Slack:ClientId (installs by any workspace), one of the two.")
            .ValidateOnStart();

        services.AddHttpClient(SlackHttp.Client, client => client.Timeout = _callTimeout)
            // A redirect could carry the token, or what a person wrote, to another host.
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                ConnectTimeout = _connectTimeout,
            })
            // The address of a response_url is a secret of its own, and the default loggers write addresses.
            .RemoveAllLoggers();

        services.TryAddSingleton(TimeProvider.System);
        // Slack signs with the real time. A test that moves the coach's clock must not make every request look old.
        services.TryAddSingleton(provider => new SlackSignature(
            provider.GetRequiredService<IOptions<SlackOptions>>(),
            TimeProvider.System,
            provider.GetRequiredService<ILogger<SlackSignature>>()));

        services.TryAddSingleton<ISlackInstallations, OneWorkspace>();
        services.TryAddSingleton<SlackHttp>();
        services.TryAddSingleton(provider => new SlackOAuth(
            provider.GetRequiredService<SlackHttp>(), provider.GetRequiredService<IOptions<SlackOptions>>()));
        services.TryAddSingleton<SlackWebApi>();
        services.TryAddSingleton<SlackChannel>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IChatChannel, SlackChannel>(
            provider => provider.GetRequiredService<SlackChannel>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPeopleDirectory, SlackDirectory>());
        services.TryAddSingleton<AnswerDisplay>();
        services.TryAddSingleton<NoticeLanguage>();
        services.TryAddSingleton<TurnExchange>();
        services.TryAddSingleton<SlackEndpoint>();
        services.TryAddSingleton<SocketState>();
        services.TryAddSingleton<SocketExchange>();
        services.AddHostedService<SocketMode>();
        services.AddHostedService<TokenCheck>();
        services.AddSingleton<IChannelDiagnosis, SlackDiagnosis>();
        if (configuration.GetSection(SlackOptions.Section).Get<SlackOptions>()?.AppToken is not null)
            services.AddHealthChecks().AddCheck<SocketHealth>(SocketHealth.Name, tags: healthTags);
        return services;
    }

    /// <summary>
    /// Maps the addresses that Slack posts to. Each takes every kind of request, so that one address in Slack's
    /// settings is enough. A request is proven by its signature, never by a session.
    /// </summary>
    public static IEndpointRouteBuilder MapSlack(this IEndpointRouteBuilder endpoints)
    {
        foreach (var path in new[] { "/slack/events", "/slack/interactions", "/slack/commands" })
        {
            endpoints
                .MapPost(path, http => http.RequestServices.GetRequiredService<SlackEndpoint>().AnswerAsync(http))
                .AllowAnonymous()
                // One byte more than is read, so that ours is the answer to what is too long.
                .WithMetadata(new RequestSizeLimitAttribute(RequestBody.Limit + 1));
        }

        return endpoints;
    }
}
