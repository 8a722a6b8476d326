using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BotCoach.Slack.Tests;

/// <summary>Slack's side of the Web API over real HTTP: records what it is asked, and does it unless told to answer otherwise.</summary>
internal sealed class FakeSlack : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Func<HttpContext, Call, Task>>> _scripted = new();

    private FakeSlack(WebApplication app) => _app = app;

    public ConcurrentQueue<Call> Calls { get; } = new();

    public SlackWorkspace Workspace { get; } = new();

    /// <summary>The connections of Socket Mode.</summary>
    public SlackSockets Sockets { get; } = new();

    public string Root => _app.Urls.Single();

    public string ApiBaseUrl => Root + "/api/";

    public string ResponseUrl => Root + "/hooks/response/1";

    public IEnumerable<Call> CallsOf(string method) => Calls.Where(call => call.Method == method);

    public static async Task<FakeSlack> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var slack = new FakeSlack(app);
        app.Map("/api/{method}", (HttpContext http, string method) => slack.AnswerAsync(http, method));
        app.MapPost("/hooks/response/{id}", (HttpContext http, string id) => slack.AnswerAsync(http, "response_url", id));
        app.UseWebSockets();
        app.Map("/sockets/{id}", slack.Sockets.TakeAsync);
        await app.StartAsync();
        slack.Workspace.SocketAddress = $"{slack.Root.Replace("http://", "ws://", StringComparison.Ordinal)}/sockets/1";
        return slack;
    }

    /// <summary>The next call of the method is answered like this, instead of kindly.</summary>
    public void Next(string method, Func<HttpContext, Task> answer) => Next(method, (http, _) => answer(http));

    /// <summary>The next call of the method is carried out, and its answer is lost.</summary>
    public void NextLost(string method) => Next(method, (http, call) =>
    {
        Workspace.Do(call);
        http.Abort();
        return Task.CompletedTask;
    });

    public void NextError(string method, string code) => NextJson(method, $$"""{"ok":false,"error":"{{code}}"}""");

    public void NextJson(string method, string json) => Next(method, http => http.Response.WriteAsync(json));

    public void NextStatus(string method, int status, string? retryAfter = null) => Next(method, http =>
    {
        http.Response.StatusCode = status;
        if (retryAfter is not null)
            http.Response.Headers.RetryAfter = retryAfter;
        return Task.CompletedTask;
    });

    public async ValueTask DisposeAsync()
    {
        Sockets.Break();
        await _app.DisposeAsync();
    }

    private void Next(string method, Func<HttpContext, Call, Task> answer) => _scripted.GetOrAdd(method, _ => new()).Enqueue(answer);

    private async Task AnswerAsync(HttpContext http, string method, string? id = null)
    {
        var body = await new StreamReader(http.Request.Body).ReadToEndAsync();
        var call = new Call(
            method,
            body.Length > 0 ? JsonElement.Parse(body) : default,
            id ?? http.Request.QueryString.Value ?? "",
            http.Request.Headers.Authorization.ToString());
        // Every host asks this once at its start, whenever that is; no test counts it among its own calls.
        if (method != "auth.test")
            Calls.Enqueue(call);
        if (_scripted.TryGetValue(method, out var answers) && answers.TryDequeue(out var answer))
            await answer(http, call);
        else
            await http.Response.WriteAsync(Workspace.Do(call));
    }
}

/// <param name="Method">The Web API method, or <c>response_url</c>.</param>
/// <param name="Arguments">The JSON body.</param>
/// <param name="Query">The query string; of a <c>response_url</c> the last part of its path.</param>
/// <param name="Authorization">The header of that name.</param>
internal sealed record Call(string Method, JsonElement Arguments, string Query, string Authorization);
