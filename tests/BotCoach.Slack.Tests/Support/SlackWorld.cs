using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using BotCoach.Chat;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace BotCoach.Slack.Tests;

/// <summary>The adapter behind a real server, between a fake Slack and a recording handler.</summary>
internal sealed class SlackWorld : IAsyncDisposable
{
    public const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";

    /// <summary>The coach's clock, long before the real one that Slack signs with.</summary>
    public static readonly DateTimeOffset Now = new(2020, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private readonly ChannelServer _server;

    private SlackWorld(ChannelServer server, FakeSlack slack, RecordingHandler handler, RecordingLog log) =>
        (_server, Slack, Handler, Log) = (server, slack, handler, log);

    public RecordingLog Log { get; }

    public FakeSlack Slack { get; }

    public RecordingHandler Handler { get; }

    public IChatChannel Channel => _server.Channel;

    public IPeopleDirectory Directory => _server.Directory;

    public ChatTurn Turn => Assert.Single(Handler.Turns);

    public int HangUps => _server.HangUps;

    public static async Task<SlackWorld> StartAsync(
        string? secret = Secret, string? token = "xoxb-1", TimeSpan? callTimeout = null, Action<FakeSlack>? prepare = null, RecordingHandler? handler = null,
        ISlackInstallations? installations = null, params (string Key, string Value)[] settings)
    {
        var slack = await FakeSlack.StartAsync();
        prepare?.Invoke(slack);
        handler ??= new RecordingHandler();
        var log = new RecordingLog();
        var server = await ChannelServer.StartAsync(
            "Production",
            Now,
            handler,
            builder =>
            {
                builder.Logging.AddProvider(log);
                builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
                {
                    ["Slack:SigningSecret"] = secret,
                    ["Slack:BotToken"] = token,
                    ["Slack:ApiBaseUrl"] = slack.ApiBaseUrl,
                });
                builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
                builder.Services.AddHealthChecks();
                if (installations is not null)
                    builder.Services.AddSingleton(installations);
                builder.Services.AddSlack(builder.Configuration);
                if (callTimeout is { } timeout)
                    builder.Services.AddHttpClient(SlackHttp.Client, client => client.Timeout = timeout);
            },
            app => app.MapSlack());
        return new(server, slack, handler, log);
    }

    /// <summary>What the health checks say, each in a word and a sentence.</summary>
    public Task<HealthReport> HealthAsync() => _server.Service<HealthCheckService>().CheckHealthAsync();

    /// <summary>A part of the adapter.</summary>
    public T Service<T>()
        where T : notnull => _server.Service<T>();

    /// <summary>Stops the service as a host does, and waits until it has.</summary>
    public Task StopAsync() => _server.StopAsync();

    public Task<Answer> SendEventAsync(JsonNode body, string? retry = null, CancellationToken hangUp = default) =>
        PostAsync(Encoding.UTF8.GetBytes(body.ToJsonString()), "application/json", retry: retry, hangUp: hangUp);

    public Task<Answer> SendInteractionAsync(JsonNode payload) =>
        PostAsync(Form(("payload", payload.ToJsonString())), "application/x-www-form-urlencoded");

    public Task<Answer> SendCommandAsync(params (string Name, string Value)[] fields) =>
        PostAsync(Form(fields), "application/x-www-form-urlencoded");

    public Task<Answer> PostAsync(string body, string contentType, string path = "/slack/events") =>
        PostAsync(Encoding.UTF8.GetBytes(body), contentType, path);

    public async Task<Answer> PostAsync(
        byte[] body, string contentType, string path = "/slack/events", string? retry = null, string secret = Secret, CancellationToken hangUp = default)
    {
        var timestamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = Request(body, contentType, path);
        request.Headers.Add("X-Slack-Request-Timestamp", timestamp);
        request.Headers.Add("X-Slack-Signature", Sign(secret, timestamp, body));
        if (retry is not null)
            request.Headers.Add("X-Slack-Retry-Num", retry);
        return await _server.SendAsync(request, hangUp);
    }

    public HttpRequestMessage Request(byte[] body, string contentType, string path) => _server.Post(path, body, contentType);

    public Task<Answer> SendAsync(HttpRequestMessage request) => _server.SendAsync(request);

    /// <summary>Waits until nothing more is shown.</summary>
    public Task SettledAsync() => _server.SettledAsync();

    public static string Sign(string secret, string timestamp, byte[] body) => "v0=" + Convert.ToHexStringLower(
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"v0:{timestamp}:").Concat(body).ToArray()));

    public static string Form(params (string Name, string Value)[] fields) =>
        string.Join('&', fields.Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value).Replace("%20", "+", StringComparison.Ordinal)}"));

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await Slack.DisposeAsync();
    }
}
