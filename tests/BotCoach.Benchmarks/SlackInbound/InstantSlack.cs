using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BotCoach.Benchmarks;

/// <summary>A Slack that answers at once, so that what is measured is the coach's own time.</summary>
internal sealed class InstantSlack : IAsyncDisposable
{
    private readonly WebApplication _app;
    private long _messages;
    private long _updates;

    private InstantSlack(WebApplication app)
    {
        _app = app;
        app.MapGet("/api/users.info", (string user) => new
        {
            ok = true,
            user = new { id = user, name = user, real_name = user, tz = "Europe/Berlin", locale = "en-US" },
        });
        app.MapPost("/api/conversations.open", (JsonElement asked) => new
        {
            ok = true,
            channel = new { id = $"D{asked.GetProperty("users").GetString()![1..]}" },
        });
        app.MapPost("/api/chat.postMessage", (JsonElement message) => new
        {
            ok = true,
            channel = message.GetProperty("channel").GetString(),
            ts = string.Create(CultureInfo.InvariantCulture, $"1700000000.{Interlocked.Increment(ref _messages):D6}"),
        });
        app.MapPost("/api/chat.update", (JsonElement message) =>
        {
            Interlocked.Increment(ref _updates);
            return new { ok = true, channel = message.GetProperty("channel").GetString(), ts = message.GetProperty("ts").GetString() };
        });
        app.MapFallback(() => Results.NotFound());
    }

    /// <summary>What the host is given as <c>Slack:ApiBaseUrl</c>.</summary>
    public Uri ApiBaseUrl => new($"{_app.Urls.Single()}/api/");

    /// <summary>How many messages the bot has changed so far.</summary>
    public long Updates => Interlocked.Read(ref _updates);

    public static async Task<InstantSlack> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var slack = new InstantSlack(builder.Build());
        await slack._app.StartAsync();
        return slack;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
