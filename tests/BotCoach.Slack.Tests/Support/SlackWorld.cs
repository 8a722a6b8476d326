using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BotCoach.Chat;
using BotCoach.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BotCoach.Slack.Tests;

/// <summary>The adapter behind a real server, between a fake Slack and a recording handler.</summary>
internal sealed class SlackWorld : IAsyncDisposable
{
    public const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";

    /// <summary>The coach's clock, long before the real one that Slack signs with.</summary>
    public static readonly DateTimeOffset Now = new(2020, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private readonly WebApplication _app;
    private readonly HttpClient _client = new();

    private SlackWorld(WebApplication app, FakeSlack slack, RecordingHandler handler, RecordingLog log) =>
        (_app, Slack, Handler, Log) = (app, slack, handler, log);

    public RecordingLog Log { get; }

    public FakeSlack Slack { get; }

    public RecordingHandler Handler { get; }

    public IChatChannel Channel => _app.Services.GetRequiredService<IChatChannel>();

    public ChatTurn Turn => Assert.Single(Handler.Turns);

    public static async Task<SlackWorld> StartAsync(string? secret = Secret, string? token = "xoxb-1", TimeSpan? callTimeout = null, Action<FakeSlack>? prepare = null)
    {
        var slack = await FakeSlack.StartAsync();
        prepare?.Invoke(slack);
        var handler = new RecordingHandler();
        var log = new RecordingLog();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(log);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Slack:SigningSecret"] = secret,
            ["Slack:BotToken"] = token,
            ["Slack:ApiBaseUrl"] = slack.ApiBaseUrl,
        });
        builder.Services.AddSingleton<TimeProvider>(new ManualClock(Now));
        builder.Services.AddSingleton<IChatTurnHandler>(handler);
        builder.Services.AddSlack(builder.Configuration);
        if (callTimeout is { } timeout)
            builder.Services.AddHttpClient(SlackHttp.Client, client => client.Timeout = timeout);

        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapSlack();
        await app.StartAsync();
        return new(app, slack, handler, log);
    }

    public Task<Answer> SendEventAsync(JsonNode body, string? retry = null) =>
        PostAsync(body.ToJsonString(), "application/json", retry: retry);

    public Task<Answer> SendInteractionAsync(JsonNode payload) =>
        PostAsync(Form(("payload", payload.ToJsonString())), "application/x-www-form-urlencoded");

    public Task<Answer> SendCommandAsync(params (string Name, string Value)[] fields) =>
        PostAsync(Form(fields), "application/x-www-form-urlencoded");

    public Task<Answer> PostAsync(string body, string contentType, string path = "/slack/events", string? retry = null) =>
        PostAsync(Encoding.UTF8.GetBytes(body), contentType, path, retry);

    public async Task<Answer> PostAsync(byte[] body, string contentType, string path = "/slack/events", string? retry = null)
    {
        var timestamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = Request(body, contentType, path);
        request.Headers.Add("X-Slack-Request-Timestamp", timestamp);
        request.Headers.Add("X-Slack-Signature", Sign(Secret, timestamp, body));
        if (retry is not null)
            request.Headers.Add("X-Slack-Retry-Num", retry);
        return await SendAsync(request);
    }

    public HttpRequestMessage Request(byte[] body, string contentType, string path) => new(HttpMethod.Post, _app.Urls.Single() + path)
    {
        Content = new ByteArrayContent(body) { Headers = { ContentType = new(contentType) } },
    };

    public async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        using var response = await _client.SendAsync(request);
        return new((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public static string Sign(string secret, string timestamp, byte[] body) => "v0=" + Convert.ToHexStringLower(
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"v0:{timestamp}:").Concat(body).ToArray()));

    public static string Form(params (string Name, string Value)[] fields) =>
        string.Join('&', fields.Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value).Replace("%20", "+", StringComparison.Ordinal)}"));

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
        await Slack.DisposeAsync();
    }
}

internal sealed record Answer(int Status, string Body)
{
    public JsonElement Json => JsonElement.Parse(Body);
}
