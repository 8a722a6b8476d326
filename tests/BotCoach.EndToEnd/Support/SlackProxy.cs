using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BotCoach.EndToEnd;

/// <summary>What happens to a message on its way to Slack.</summary>
public enum PostFate
{
    /// <summary>It arrives, and the answer comes back.</summary>
    Pass,

    /// <summary>It waits in front of Slack until it is let go; when the host is gone by then, it never arrives.</summary>
    HoldRequest,

    /// <summary>It arrives, and its answer waits until it is let go.</summary>
    HoldAnswer,
}

/// <summary>
/// Stands between a host and its Slack peer, so that a test decides when a message arrives. It also gives metadata back
/// with a conversation's history, as Slack does and the peer does not.
/// </summary>
public sealed class SlackProxy : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });
    private readonly ConcurrentDictionary<(string Channel, string Ts), JsonNode> _metadata = new();
    private TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _posts;
    private int _arrived;
    private int _held;
    private int _attempts;

    private SlackProxy(WebApplication app) => _app = app;

    /// <summary>The peer; null while Slack is down: then every connection breaks.</summary>
    public LocalSlack? Slack { get; set; }

    /// <summary>What happens to each message, counted from 1.</summary>
    public Func<int, PostFate> Fate { get; set; } = _ => PostFate.Pass;

    /// <summary>Whether a conversation's history says which message was which, as Slack's does.</summary>
    public bool GivesMetadata { get; set; } = true;

    /// <summary>How many messages Slack has taken.</summary>
    public int Arrived => Volatile.Read(ref _arrived);

    /// <summary>How many messages wait to be let go, before or after Slack has taken them.</summary>
    public int Held => Volatile.Read(ref _held);

    /// <summary>How often anything was asked of Slack.</summary>
    public int Attempts => Volatile.Read(ref _attempts);

    /// <summary>What the host is given as <c>Slack:ApiBaseUrl</c>.</summary>
    public Uri ApiBaseUrl => new(new Uri(_app.Urls.Single()), "api/");

    public static async Task<SlackProxy> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add(HostProcess.AddressOn(0).ToString());
        var proxy = new SlackProxy(app);
        app.Map("/api/{method}", proxy.PassAsync);
        await app.StartAsync();
        return proxy;
    }

    /// <summary>Lets everything go that waits, and holds nothing any more.</summary>
    public void LetGo()
    {
        Fate = _ => PostFate.Pass;
        Interlocked.Exchange(ref _open, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
    }

    public async ValueTask DisposeAsync()
    {
        LetGo();
        await _app.DisposeAsync();
        _http.Dispose();
    }

    private async Task PassAsync(HttpContext context, string method)
    {
        Interlocked.Increment(ref _attempts);
        if (Slack is not { } slack)
        {
            context.Abort();
            return;
        }

        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        var isPost = method == "chat.postMessage";
        var fate = isPost ? Fate(Interlocked.Increment(ref _posts)) : PostFate.Pass;
        if (fate is PostFate.HoldRequest)
        {
            await HoldAsync(context);
        }

        var answer = await ForwardAsync(slack, context, method, body);
        if (isPost)
        {
            Keep(JsonNode.Parse(body)!, answer);
            Interlocked.Increment(ref _arrived);
        }

        if (fate is PostFate.HoldAnswer)
        {
            await HoldAsync(context);
        }

        await context.Response.WriteAsync(answer.ToJsonString());
    }

    private async Task HoldAsync(HttpContext context)
    {
        Interlocked.Increment(ref _held);
        try
        {
            await _open.Task.WaitAsync(context.RequestAborted);
        }
        finally
        {
            Interlocked.Decrement(ref _held);
        }
    }

    private async Task<JsonNode> ForwardAsync(LocalSlack slack, HttpContext context, string method, string body)
    {
        using var request = new HttpRequestMessage(
            new HttpMethod(context.Request.Method), new Uri(slack.ApiBaseUrl, string.Create(CultureInfo.InvariantCulture, $"{method}{context.Request.QueryString}")));
        request.Headers.Add("Authorization", context.Request.Headers.Authorization.ToString());
        if (body.Length > 0)
        {
            request.Content = new StringContent(body, new System.Net.Http.Headers.MediaTypeHeaderValue("application/json", "utf-8"));
        }

        // Not the host's own token: what has left for Slack arrives, even when whoever sent it is gone.
        using var response = await _http.SendAsync(request);
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        if (method == "conversations.history" && GivesMetadata)
        {
            foreach (var message in answer["messages"]?.AsArray() ?? [])
            {
                if (_metadata.TryGetValue(((string)message!["channel"]!, (string)message["ts"]!), out var metadata))
                {
                    message["metadata"] = metadata.DeepClone();
                }
            }
        }

        return answer;
    }

    private void Keep(JsonNode post, JsonNode answer)
    {
        if (post["metadata"] is { } metadata && answer["ts"] is { } ts)
        {
            _metadata[((string)answer["channel"]!, (string)ts!)] = metadata;
        }
    }
}
