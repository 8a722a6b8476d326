using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BotCoach.Teams.Tests;

/// <summary>The Bot Connector's OpenID metadata and key set, on a real server of our own.</summary>
internal sealed class KeySource : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _metadataReads;
    private int _keyReads;

    private KeySource(WebApplication app) => _app = app;

    public string MetadataUrl => $"{Address}/v1/.well-known/openidconfiguration";

    public string Address => _app.Urls.Single();

    public int MetadataReads => Volatile.Read(ref _metadataReads);

    public int KeyReads => Volatile.Read(ref _keyReads);

    public IReadOnlyList<object?> Keys { get; set; } = [];

    /// <summary>Answer 503 to everything.</summary>
    public bool IsDown { get; set; }

    /// <summary>What to answer instead of the key set.</summary>
    public string? KeySetText { get; set; }

    /// <summary>What to answer instead of the metadata.</summary>
    public string? MetadataText { get; set; }

    /// <summary>Where to send whoever asks for the key set.</summary>
    public string? RedirectKeysTo { get; set; }

    /// <summary>Answers wait for this.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    public static async Task<KeySource> StartAsync(params object?[] keys)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var source = new KeySource(app) { Keys = keys };
        app.MapGet("/v1/.well-known/openidconfiguration", source.MetadataAsync);
        app.MapGet("/v1/.well-known/keys", source.KeySetAsync);
        await app.StartAsync();
        return source;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task<IResult> MetadataAsync()
    {
        Interlocked.Increment(ref _metadataReads);
        await Gate;
        return IsDown
            ? Results.StatusCode(StatusCodes.Status503ServiceUnavailable)
            : MetadataText is not null
                ? Results.Text(MetadataText, "application/json")
                : Results.Json(new { issuer = "https://api.botframework.com", jwks_uri = $"{Address}/v1/.well-known/keys" });
    }

    private IResult KeySetAsync()
    {
        Interlocked.Increment(ref _keyReads);
        return IsDown
            ? Results.StatusCode(StatusCodes.Status503ServiceUnavailable)
            : RedirectKeysTo is not null
                ? Results.Redirect(RedirectKeysTo)
                : KeySetText is not null ? Results.Text(KeySetText, "application/json") : Results.Json(new { keys = Keys });
    }
}
