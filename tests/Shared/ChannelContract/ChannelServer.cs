using System.Text.Json;
using BotCoach.Chat;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BotCoach.Testing;

/// <summary>A channel's adapter behind a real server on 127.0.0.1, with a handler of the test's own and a clock that stands still.</summary>
public sealed class ChannelServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false });
    private int _underWay;
    private int _hangUps;

    private ChannelServer(WebApplication app)
    {
        _app = app;
        app.Use(WatchAsync);
    }

    public IChatChannel Channel => _app.Services.GetRequiredService<IChatChannel>();

    /// <summary>Who people are, where the platform says it.</summary>
    public IPeopleDirectory Directory => _app.Services.GetRequiredService<IPeopleDirectory>();

    /// <summary>A part of the adapter, or of what it runs in.</summary>
    public T Service<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>Stops as a host does, and waits until everything has.</summary>
    public Task StopAsync() => _app.StopAsync();

    /// <summary>How many requests were given up by whoever sent them.</summary>
    public int HangUps => Volatile.Read(ref _hangUps);

    /// <summary>Starts one.</summary>
    /// <param name="environment">The host's environment, such as <c>Production</c>.</param>
    /// <param name="now">What the clock says.</param>
    /// <param name="handler">Where turns go.</param>
    /// <param name="add">Adds the adapter and its settings.</param>
    /// <param name="map">Maps the adapter's addresses.</param>
    public static async Task<ChannelServer> StartAsync(
        string environment, DateTimeOffset now, IChatTurnHandler handler, Action<WebApplicationBuilder> add, Action<WebApplication> map)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(new ManualClock(now));
        builder.Services.AddSingleton(handler);
        if (handler is IWorkspaceNoticeHandler notices)
        {
            builder.Services.AddSingleton(notices);
        }

        if (handler is ICollectionNoticeHandler collections)
        {
            builder.Services.AddSingleton(collections);
        }

        add(builder);

        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var server = new ChannelServer(app);
        map(app);
        await app.StartAsync();
        return server;
    }

    public HttpRequestMessage Post(string path, byte[] body, string contentType) => new(HttpMethod.Post, _app.Urls.Single() + path)
    {
        Content = new ByteArrayContent(body) { Headers = { ContentType = new(contentType) } },
    };

    public async Task<Answer> SendAsync(HttpRequestMessage request, CancellationToken hangUp = default)
    {
        using var response = await _client.SendAsync(request, hangUp);
        return new((int)response.StatusCode, await response.Content.ReadAsStringAsync(hangUp));
    }

    /// <summary>Waits until the adapter is done with every request, the part after the response included.</summary>
    public Task SettledAsync() => Eventually.HoldsAsync(() => Volatile.Read(ref _underWay) == 0);

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }

    private async Task WatchAsync(HttpContext http, RequestDelegate next)
    {
        Interlocked.Increment(ref _underWay);
        await using var noticed = http.RequestAborted.Register(() => Interlocked.Increment(ref _hangUps));
        try
        {
            await next(http);
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }
    }
}

/// <summary>What a server answered.</summary>
public sealed record Answer(int Status, string Body)
{
    public JsonElement Json => JsonElement.Parse(Body);
}
