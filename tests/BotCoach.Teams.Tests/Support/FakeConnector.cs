using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BotCoach.Teams.Tests;

/// <summary>The Bot Connector over real HTTP: records what it is asked, and does it unless told to answer otherwise.</summary>
internal sealed class FakeConnector : IAsyncDisposable
{
    public const string NewConversation = "a:new";

    private readonly WebApplication _app;
    private readonly Lock _lock = new();
    private readonly List<(Func<ConnectorCall, bool> Fits, Func<HttpContext, ConnectorCall, Task> Answer)> _scripted = [];
    private readonly List<Posted> _messages = [];

    private FakeConnector(WebApplication app) => _app = app;

    public ConcurrentQueue<ConnectorCall> Calls { get; } = new();

    public string ServiceUrl { get; private set; } = "";

    /// <summary>New messages, in order.</summary>
    public IEnumerable<ConnectorCall> Sends => Calls.Where(call => call.IsSend);

    /// <summary>Changes of messages, in order.</summary>
    public IEnumerable<ConnectorCall> Updates => Calls.Where(call => call.IsUpdate);

    public IEnumerable<ConnectorCall> Creations => Calls.Where(call => call.IsCreation);

    /// <summary>Every message, in the order in which it came, as it stands now.</summary>
    public IReadOnlyList<Posted> Messages
    {
        get
        {
            lock (_lock)
                return [.. _messages];
        }
    }

    public static async Task<FakeConnector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var connector = new FakeConnector(app);
        app.Map("/connector/{**path}", connector.AnswerAsync);
        await app.StartAsync();
        connector.ServiceUrl = app.Urls.Single() + "/connector/";
        return connector;
    }

    /// <summary>The next call is answered like this, instead of kindly.</summary>
    public void Next(Func<HttpContext, Task> answer) => Next(_ => true, (http, _) => answer(http));

    /// <summary>The next call that fits is answered like this.</summary>
    public void Next(Func<ConnectorCall, bool> fits, Func<HttpContext, ConnectorCall, Task> answer)
    {
        lock (_lock)
            _scripted.Add((fits, answer));
    }

    public void NextStatus(int status, string? retryAfter = null, string body = "", Func<ConnectorCall, bool>? fits = null) =>
        Next(fits ?? (_ => true), async (http, _) =>
        {
            http.Response.StatusCode = status;
            if (retryAfter is not null)
                http.Response.Headers.RetryAfter = retryAfter;
            await http.Response.WriteAsync(body);
        });

    /// <summary>The next call that fits is carried out, and its answer is lost.</summary>
    public void NextLost(Func<ConnectorCall, bool> fits) => Next(fits, (http, call) =>
    {
        Do(call);
        http.Abort();
        return Task.CompletedTask;
    });

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        var body = await new StreamReader(http.Request.Body).ReadToEndAsync();
        var path = http.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget["/connector".Length..];
        var call = new ConnectorCall(
            http.Request.Method, Uri.UnescapeDataString(path), body.Length == 0 ? default : JsonElement.Parse(body), http.Request.Headers.Authorization.ToString());
        Calls.Enqueue(call);
        if (Scripted(call) is { } answer)
            await answer(http, call);
        else
            await http.Response.WriteAsync(Do(call));
    }

    private Func<HttpContext, ConnectorCall, Task>? Scripted(ConnectorCall call)
    {
        lock (_lock)
        {
            var place = _scripted.FindIndex(scripted => scripted.Fits(call));
            if (place < 0)
                return null;
            var answer = _scripted[place].Answer;
            _scripted.RemoveAt(place);
            return answer;
        }
    }

    /// <summary>Does what a call is for.</summary>
    /// <returns>What the Connector answers.</returns>
    private string Do(ConnectorCall call)
    {
        if (call.IsLookUp)
            return $$"""{"id":"{{Activities.Ben}}","aadObjectId":"{{Activities.BenInEntra}}","name":"Ben","userRole":"user"}""";
        if (call.IsCreation)
            return $$"""{"id":"{{NewConversation}}"}""";

        var path = call.Path.Split('/');
        lock (_lock)
        {
            var place = _messages.FindIndex(message => path is [.., var id] && message.Id == id);
            if (call.IsSend)
                _messages.Add(new(path[^2], $"m{_messages.Count + 1}", call.Body, Changes: 0));
            else if (place >= 0)
                _messages[place] = _messages[place] with { Body = call.Body, Changes = _messages[place].Changes + 1 };
            return $$"""{"id":"{{(call.IsSend ? _messages[^1].Id : path[^1])}}"}""";
        }
    }
}

/// <summary>A message as it stands.</summary>
/// <param name="Conversation">Where it stands.</param>
/// <param name="Id">The Connector's id of it.</param>
/// <param name="Body">The activity that it was made or changed with.</param>
/// <param name="Changes">How often it was changed.</param>
internal sealed record Posted(string Conversation, string Id, JsonElement Body, int Changes)
{
    public JsonElement Card => Body.Items("attachments").Single().At("content")!.Value;
}

/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path below the service URL, with nothing escaped.</param>
/// <param name="Body">The JSON body.</param>
/// <param name="Authorization">The header of that name.</param>
internal sealed record ConnectorCall(string Method, string Path, JsonElement Body, string Authorization)
{
    public JsonElement Card => Body.Items("attachments").Single().At("content")!.Value;

    public bool IsCreation => Path == "/v3/conversations";

    /// <summary>Whether it asks who somebody is.</summary>
    public bool IsLookUp => Method == "GET";

    public bool IsSend => Method == "POST" && Path.EndsWith("/activities", StringComparison.Ordinal);

    public bool IsUpdate => Method == "PUT";
}
