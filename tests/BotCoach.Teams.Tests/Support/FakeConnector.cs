using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BotCoach.Teams.Tests;

/// <summary>The Bot Connector over real HTTP: records what it is asked and answers as told, else kindly.</summary>
internal sealed class FakeConnector : IAsyncDisposable
{
    public const string NewConversation = "a:new";

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Func<HttpContext, Task>> _scripted = new();
    private int _messages;

    private FakeConnector(WebApplication app) => _app = app;

    public ConcurrentQueue<ConnectorCall> Calls { get; } = new();

    public string ServiceUrl => _app.Urls.Single() + "/connector/";

    /// <summary>New messages, in order.</summary>
    public IEnumerable<ConnectorCall> Sends => Calls.Where(call => call.Method == "POST" && call.Path.EndsWith("/activities", StringComparison.Ordinal));

    /// <summary>Changes of messages, in order.</summary>
    public IEnumerable<ConnectorCall> Updates => Calls.Where(call => call.Method == "PUT");

    public IEnumerable<ConnectorCall> Creations => Calls.Where(call => call.Path == "/v3/conversations");

    public static async Task<FakeConnector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var connector = new FakeConnector(app);
        app.Map("/connector/{**path}", connector.AnswerAsync);
        await app.StartAsync();
        return connector;
    }

    /// <summary>The next call is answered like this, instead of kindly.</summary>
    public void Next(Func<HttpContext, Task> answer) => _scripted.Enqueue(answer);

    public void NextStatus(int status, string? retryAfter = null, string body = "") => Next(async http =>
    {
        http.Response.StatusCode = status;
        if (retryAfter is not null)
            http.Response.Headers.RetryAfter = retryAfter;
        await http.Response.WriteAsync(body);
    });

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        var body = await new StreamReader(http.Request.Body).ReadToEndAsync();
        var path = http.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget["/connector".Length..];
        Calls.Enqueue(new(http.Request.Method, Uri.UnescapeDataString(path), JsonElement.Parse(body), http.Request.Headers.Authorization.ToString()));
        if (_scripted.TryDequeue(out var answer))
        {
            await answer(http);
            return;
        }

        await http.Response.WriteAsync(path == "/v3/conversations"
            ? $$"""{"id":"{{NewConversation}}"}"""
            : $$"""{"id":"m{{Interlocked.Increment(ref _messages)}}"}""");
    }
}

/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path below the service URL, with nothing escaped.</param>
/// <param name="Body">The JSON body.</param>
/// <param name="Authorization">The header of that name.</param>
internal sealed record ConnectorCall(string Method, string Path, JsonElement Body, string Authorization)
{
    public JsonElement Card => Body.Items("attachments").Single().At("content")!.Value;
}
