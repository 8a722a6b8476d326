using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BotCoach.Slack.Tests;

/// <summary>Slack's side of the Web API over real HTTP: records what it is asked and answers as told, else kindly.</summary>
internal sealed class FakeSlack : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Func<HttpContext, Task>>> _scripted = new();
    private int _messages;

    private FakeSlack(WebApplication app) => _app = app;

    public ConcurrentQueue<Call> Calls { get; } = new();

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
        app.MapPost("/hooks/response/{id}", (HttpContext http) => slack.AnswerAsync(http, "response_url"));
        await app.StartAsync();
        return slack;
    }

    /// <summary>The next call of the method is answered like this, instead of kindly.</summary>
    public void Next(string method, Func<HttpContext, Task> answer) =>
        _scripted.GetOrAdd(method, _ => new()).Enqueue(answer);

    public void NextError(string method, string code) => NextJson(method, $$"""{"ok":false,"error":"{{code}}"}""");

    public void NextJson(string method, string json) => Next(method, http => http.Response.WriteAsync(json));

    public void NextStatus(string method, int status, string? retryAfter = null) => Next(method, http =>
    {
        http.Response.StatusCode = status;
        if (retryAfter is not null)
            http.Response.Headers.RetryAfter = retryAfter;
        return Task.CompletedTask;
    });

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http, string method)
    {
        var body = await new StreamReader(http.Request.Body).ReadToEndAsync();
        var arguments = body.Length > 0 ? JsonElement.Parse(body) : default;
        // Every host asks this once at its start, whenever that is; no test counts it among its own calls.
        if (method != "auth.test")
            Calls.Enqueue(new(method, arguments, http.Request.QueryString.Value ?? "", http.Request.Headers.Authorization.ToString()));
        if (_scripted.TryGetValue(method, out var answers) && answers.TryDequeue(out var answer))
        {
            await answer(http);
            return;
        }

        await http.Response.WriteAsync(method switch
        {
            "chat.postMessage" => $$"""{"ok":true,"channel":"{{arguments.Text("channel")}}","ts":"1700000000.{{Interlocked.Increment(ref _messages):D6}}"}""",
            "conversations.open" => """{"ok":true,"channel":{"id":"D0ANNA"}}""",
            "conversations.history" => """{"ok":true,"messages":[]}""",
            "response_url" => "ok",
            _ => """{"ok":true}""",
        });
    }
}

/// <param name="Method">The Web API method, or <c>response_url</c>.</param>
/// <param name="Arguments">The JSON body.</param>
/// <param name="Query">The query string.</param>
/// <param name="Authorization">The header of that name.</param>
internal sealed record Call(string Method, JsonElement Arguments, string Query, string Authorization);
