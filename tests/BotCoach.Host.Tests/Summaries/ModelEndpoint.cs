using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BotCoach.Host.Tests;

/// <summary>A request that the endpoint was sent.</summary>
/// <param name="Key">The header with the key.</param>
/// <param name="Model">The model that is asked.</param>
/// <param name="Task">The message of the system.</param>
/// <param name="Material">The message of the user.</param>
internal sealed record ModelRequest(string Key, string Model, string Task, string Material);

/// <summary>An API that is compatible with OpenAI's chat completions, over real HTTP, which behaves as a test tells it to.</summary>
internal sealed class ModelEndpoint : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ModelEndpoint(WebApplication app) => _app = app;

    /// <summary>The base address, for the setting.</summary>
    public string Address => $"{_app.Urls.Single()}/v1";

    /// <summary>What it does with a request.</summary>
    public Func<HttpContext, ModelRequest, Task> Behaviour { get; set; } = (context, _) => SayAsync(context, "");

    /// <summary>What it was sent.</summary>
    public ConcurrentQueue<ModelRequest> Requests { get; } = new();

    public static async Task<ModelEndpoint> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var endpoint = new ModelEndpoint(app);
        app.MapPost("/v1/chat/completions", endpoint.AnswerAsync);
        await app.StartAsync();
        return endpoint;
    }

    /// <summary>Answers with what a model says.</summary>
    public static Task SayAsync(HttpContext context, string? text) => WriteAsync(context, new JsonObject
    {
        ["id"] = "chatcmpl-1",
        ["object"] = "chat.completion",
        ["created"] = 1_700_000_000,
        ["model"] = "small",
        ["choices"] = new JsonArray(new JsonObject
        {
            ["index"] = 0,
            ["finish_reason"] = "stop",
            ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = text },
        }),
        ["usage"] = new JsonObject { ["prompt_tokens"] = 1, ["completion_tokens"] = 1, ["total_tokens"] = 2 },
    }.ToJsonString());

    /// <summary>Answers with a body, whatever it is.</summary>
    public static Task WriteAsync(HttpContext context, string body, int status = StatusCodes.Status200OK)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body, context.RequestAborted);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var body = (await JsonNode.ParseAsync(context.Request.Body))!;
        var request = new ModelRequest(
            context.Request.Headers.Authorization.ToString(), (string)body["model"]!, Content(body, "system"), Content(body, "user"));
        Requests.Enqueue(request);
        await Behaviour(context, request);
    }

    private static string Content(JsonNode body, string role)
    {
        var content = body["messages"]!.AsArray().Single(message => (string?)message!["role"] == role)!["content"]!;
        return content is JsonArray parts ? string.Concat(parts.Select(part => (string?)part!["text"])) : (string)content!;
    }
}
