using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BotCoach.Host.Tests;

/// <summary>As much of Slack's Web API as a host needs to go on talking.</summary>
internal sealed class SlackApi : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _messages;

    private SlackApi(WebApplication app) => _app = app;

    public string Address => $"{_app.Urls.Single()}/api/";

    /// <summary>What every message waits for before it is taken.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    /// <summary>Whether every call is answered with an error.</summary>
    public bool IsBroken { get; set; }

    /// <summary>How many messages were taken.</summary>
    public int Sent => Volatile.Read(ref _messages);

    /// <summary>Done when the first message has arrived.</summary>
    public Task Asked => _asked.Task;

    /// <summary>The dialogs that were opened.</summary>
    public ConcurrentQueue<JsonNode> Views { get; } = new();

    public static async Task<SlackApi> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var api = new SlackApi(app);
        app.Map("/api/{method}", api.AnswerAsync);
        await app.StartAsync();
        return api;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context, string method)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        if (method == "chat.postMessage")
        {
            _asked.TrySetResult();
            await Gate;
        }

        if (method == "views.open")
        {
            Views.Enqueue(JsonNode.Parse(body)!["view"]!);
        }

        await context.Response.WriteAsync(IsBroken ? """{"ok":false,"error":"internal_error"}""" : method switch
        {
            "chat.postMessage" => $$"""{"ok":true,"channel":"D0ANNA","ts":"1700000000.{{Interlocked.Increment(ref _messages):D6}}"}""",
            "conversations.open" => """{"ok":true,"channel":{"id":"D0ANNA"}}""",
            "users.info" => """{"ok":true,"user":{"id":"U0ANNA","real_name":"Annabelle Bergström","tz":"Europe/Berlin"}}""",
            _ => """{"ok":true,"messages":[]}""",
        });
    }
}
