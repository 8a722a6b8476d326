using System.Text;
using System.Text.Json.Nodes;
using Azure.Core;
using BotCoach.Chat;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace BotCoach.Teams.Tests;

/// <summary>The adapter behind a real server, between a fake Connector and a recording handler.</summary>
internal sealed class TeamsWorld : IAsyncDisposable
{
    /// <summary>The bot's own token, where it has one.</summary>
    public const string BotToken = "the bot's own";

    public static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 30, TimeSpan.Zero);

    private readonly ChannelServer _server;

    private TeamsWorld(ChannelServer server, FakeConnector connector, RecordingHandler handler) =>
        (_server, Connector, Handler) = (server, connector, handler);

    public FakeConnector Connector { get; }

    public RecordingHandler Handler { get; }

    public IChatChannel Channel => _server.Channel;

    public IPeopleDirectory Directory => _server.Directory;

    public ChatTurn Turn => Assert.Single(Handler.Turns);

    public int HangUps => _server.HangUps;

    public ConversationAddress Personal => Activities.Address(Connector.ServiceUrl);

    /// <summary>Starts one as a playground finds it: without tokens, in Development.</summary>
    public static Task<TeamsWorld> StartAsync() => StartAsync("Development", new() { ["Teams:AllowUnauthenticated"] = "true" });

    /// <summary>Starts one as the Bot Connector finds it: in Production, with tokens in both directions.</summary>
    /// <param name="keys">Where the Connector's keys are published.</param>
    /// <param name="handler">Where turns go; one of its own when not given.</param>
    public static Task<TeamsWorld> StartProvenAsync(KeySource keys, RecordingHandler? handler = null) => StartAsync(
        "Production",
        new()
        {
            ["Teams:AppId"] = Gatehouse.AppId,
            ["Teams:TenantId"] = Activities.Tenant,
            ["Teams:OpenIdMetadataUrl"] = keys.MetadataUrl,
        },
        handler);

    public static async Task<TeamsWorld> StartAsync(string environment, Dictionary<string, string?> settings, RecordingHandler? handler = null)
    {
        var connector = await FakeConnector.StartAsync();
        handler ??= new RecordingHandler();
        var server = await ChannelServer.StartAsync(
            environment,
            Now,
            handler,
            builder =>
            {
                builder.Configuration.AddInMemoryCollection(settings);
                if (environment == "Production")
                    builder.Services.AddSingleton(Access());
                builder.Services.AddTeams(builder.Configuration);
                if (environment == "Production")
                    builder.Services.AddHttpClient(ConnectorHttp.Client).ConfigurePrimaryHttpMessageHandler(() => new Detour(connector.ServiceUrl));
            },
            app => app.MapTeams());
        return new(server, connector, handler);
    }

    public Task<Answer> SendAsync(JsonObject activity, string? token = null, CancellationToken hangUp = default)
    {
        if (!activity.ContainsKey("serviceUrl"))
            activity["serviceUrl"] = Connector.ServiceUrl;
        return PostAsync(Encoding.UTF8.GetBytes(activity.ToJsonString()), token, hangUp);
    }

    public Task<Answer> PostAsync(string body, string? token = null) => PostAsync(Encoding.UTF8.GetBytes(body), token);

    public async Task<Answer> PostAsync(byte[] body, string? token = null, CancellationToken hangUp = default)
    {
        using var request = _server.Post("/api/messages", body, "application/json");
        if (token is not null)
            request.Headers.TryAddWithoutValidation("Authorization", token.Contains(' ', StringComparison.Ordinal) ? token : $"Bearer {token}");
        return await _server.SendAsync(request, hangUp);
    }

    /// <summary>Waits until nothing more is shown.</summary>
    public Task SettledAsync() => _server.SettledAsync();

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await Connector.DisposeAsync();
    }

    private static ConnectorAccess Access()
    {
        var token = new AccessToken(BotToken, DateTimeOffset.MaxValue);
        var credential = DelegatedTokenCredential.Create((_, _) => token, (_, _) => ValueTask.FromResult(token));
        return new ConnectorAccess(credential, needsToken: true, TimeProvider.System, NullLogger<ConnectorAccess>.Instance);
    }

    /// <summary>Brings what is meant for the real Connector, and for nobody else, to the fake one.</summary>
    private sealed class Detour(string connector) : DelegatingHandler(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false })
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var path = request.RequestUri!.AbsoluteUri[(request.RequestUri.AbsoluteUri.IndexOf("/v3/", StringComparison.Ordinal) + 1)..];
            if (request.RequestUri.Host != new Uri(Gatehouse.ServiceUrl).Host)
                throw new InvalidOperationException($"The bot sent to {request.RequestUri.Host}.");
            request.RequestUri = new Uri(connector + path);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
