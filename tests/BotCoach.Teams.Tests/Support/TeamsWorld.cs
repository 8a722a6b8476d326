using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BotCoach.Chat;
using BotCoach.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BotCoach.Teams.Tests;

/// <summary>The adapter behind a real server, between a fake Connector and a recording handler.</summary>
internal sealed class TeamsWorld : IAsyncDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 30, TimeSpan.Zero);

    private readonly WebApplication _app;
    private readonly HttpClient _client = new();

    private TeamsWorld(WebApplication app, FakeConnector connector, RecordingHandler handler) =>
        (_app, Connector, Handler) = (app, connector, handler);

    public FakeConnector Connector { get; }

    public RecordingHandler Handler { get; }

    public IChatChannel Channel => _app.Services.GetRequiredService<IChatChannel>();

    public ChatTurn Turn => Assert.Single(Handler.Turns);

    public ConversationAddress Personal => Activities.Address(Connector.ServiceUrl);

    /// <summary>Starts one as a playground finds it: without tokens, in Development.</summary>
    public static Task<TeamsWorld> StartAsync() => StartAsync("Development", new() { ["Teams:AllowUnauthenticated"] = "true" });

    public static async Task<TeamsWorld> StartAsync(string environment, Dictionary<string, string?> settings)
    {
        var connector = await FakeConnector.StartAsync();
        var handler = new RecordingHandler();
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.AddSingleton<TimeProvider>(new ManualClock(Now));
        builder.Services.AddSingleton<IChatTurnHandler>(handler);
        builder.Services.AddTeams(builder.Configuration);

        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapTeams();
        await app.StartAsync();
        return new(app, connector, handler);
    }

    public Task<Answer> SendAsync(JsonObject activity, string? token = null)
    {
        if (!activity.ContainsKey("serviceUrl"))
            activity["serviceUrl"] = Connector.ServiceUrl;
        return PostAsync(activity.ToJsonString(), token);
    }

    public Task<Answer> PostAsync(string body, string? token = null) => PostAsync(Encoding.UTF8.GetBytes(body), token);

    public async Task<Answer> PostAsync(byte[] body, string? token = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _app.Urls.Single() + "/api/messages")
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } },
        };
        if (token is not null)
            request.Headers.Authorization = new("Bearer", token);
        using var response = await _client.SendAsync(request);
        return new((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
        await Connector.DisposeAsync();
    }
}

internal sealed record Answer(int Status, string Body)
{
    public JsonElement Json => JsonElement.Parse(Body);
}
