using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BotCoach.Testing;

/// <summary>Slack and the Bot Connector as a fuzzed host calls them: both take everything. What could be pressed and filled in is kept, to be pressed and filled in badly.</summary>
public sealed class FuzzPlatforms : IAsyncDisposable
{
    private const int Kept = 500;

    private readonly WebApplication _app;
    private int _messages;

    private FuzzPlatforms(WebApplication app) => _app = app;

    public string SlackApi => $"{_app.Urls.Single()}/api/";

    public string Connector => $"{_app.Urls.Single()}/connector/";

    /// <summary>Buttons that the host has sent to Slack.</summary>
    public ConcurrentQueue<(string Action, string Value)> SlackButtons { get; } = new();

    /// <summary>Forms that the host has opened in Slack.</summary>
    public ConcurrentQueue<JsonNode> SlackViews { get; } = new();

    /// <summary>What the buttons carry that the host has sent to Teams.</summary>
    public ConcurrentQueue<JsonNode> TeamsButtons { get; } = new();

    public static async Task<FuzzPlatforms> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var platforms = new FuzzPlatforms(app);
        app.Map("/api/{method}", platforms.AnswerSlackAsync);
        app.Map("/connector/{**path}", platforms.AnswerConnectorAsync);
        await app.StartAsync();
        return platforms;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>Forgets what could be pressed, so that it does not count as the host's memory.</summary>
    public void Forget()
    {
        SlackButtons.Clear();
        SlackViews.Clear();
        TeamsButtons.Clear();
    }

    /// <summary>Keeps what an answer of the host offers to press.</summary>
    public void Look(string body)
    {
        try
        {
            Look(JsonNode.Parse(body));
        }
        catch (JsonException)
        {
            // A page, or nothing.
        }
    }

    private async Task AnswerSlackAsync(HttpContext context, string method)
    {
        var body = await Read(context);
        Look(body);
        if (method == "views.open" && JsonNode.Parse(body)?["view"] is { } view)
        {
            Keep(SlackViews, view.DeepClone());
        }

        await context.Response.WriteAsync(method switch
        {
            "chat.postMessage" => $$"""{"ok":true,"channel":"D0","ts":"{{Next()}}.000100"}""",
            "conversations.open" => """{"ok":true,"channel":{"id":"D0"}}""",
            "users.info" => """{"ok":true,"user":{"id":"U0","real_name":"Somebody","tz":"Europe/Berlin","locale":"en-GB"}}""",
            _ => """{"ok":true,"messages":[],"members":[],"users":[]}""",
        });
    }

    private async Task AnswerConnectorAsync(HttpContext context)
    {
        Look(await Read(context));
        await context.Response.WriteAsync($$"""{"id":"{{Next()}}"}""");
    }

    private void Look(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject part:
                if (part["action_id"] is JsonValue action && action.TryGetValue(out string? name))
                {
                    Keep(SlackButtons, (name, part["value"]?.ToString() ?? ""));
                }

                if ((string?)(part["type"] as JsonValue) == "Action.Execute" && part["data"] is { } data)
                {
                    Keep(TeamsButtons, data.DeepClone());
                }

                foreach (var (_, value) in part)
                {
                    Look(value);
                }

                break;
            case JsonArray list:
                foreach (var item in list)
                {
                    Look(item);
                }

                break;
        }
    }

    private static void Keep<T>(ConcurrentQueue<T> queue, T item)
    {
        queue.Enqueue(item);
        while (queue.Count > Kept)
        {
            queue.TryDequeue(out _);
        }
    }

    private string Next() => Interlocked.Increment(ref _messages).ToString(CultureInfo.InvariantCulture);

    private static async Task<string> Read(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        return await reader.ReadToEndAsync();
    }
}
