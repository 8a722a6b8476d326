using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BotCoach.Slack;

/// <summary>One exchange with Slack over HTTP, and what its outcome means.</summary>
internal sealed class SlackHttp(IHttpClientFactory clients)
{
    /// <summary>Name of the client in <see cref="IHttpClientFactory"/>.</summary>
    public const string Client = "slack";

    /// <summary>When Slack asks to wait without saying how long: half of the minute that its limits are counted in.</summary>
    private static readonly TimeSpan _defaultWait = TimeSpan.FromSeconds(30);

    /// <summary>Slack counts in whole seconds; a wait of none would be a loop.</summary>
    private static readonly TimeSpan _shortestWait = TimeSpan.FromSeconds(1);

    public static HttpRequestMessage Json(Uri address, JsonObject arguments) => new(HttpMethod.Post, address)
    {
        // Without the charset Slack answers with a warning.
        Content = new StringContent(arguments.ToJsonString(SlackJson.Options), Encoding.UTF8, "application/json"),
    };

    /// <summary>Sends the request once, and disposes of it.</summary>
    public async Task<SlackReply> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var sent = request;
        try
        {
            using var client = clients.CreateClient(Client);
            using var response = await client.SendAsync(request, cancellationToken);
            return await ReadAsync(response, cancellationToken);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new SlackReply.NoAnswer("timeout", MayHaveArrived: true);
        }
        catch (HttpRequestException failure)
        {
            var neverLeft = failure.HttpRequestError is HttpRequestError.NameResolutionError
                or HttpRequestError.ConnectionError
                or HttpRequestError.SecureConnectionError
                or HttpRequestError.ProxyTunnelError;
            return new SlackReply.NoAnswer("connection", MayHaveArrived: !neverLeft);
        }
    }

    private static async Task<SlackReply> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.StatusCode == HttpStatusCode.TooManyRequests)
            return new SlackReply.Throttled(Wait(response));
        if (!response.IsSuccessStatusCode)
            return new SlackReply.NoAnswer($"http_{(int)response.StatusCode}", MayHaveArrived: (int)response.StatusCode >= 500);

        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        // A response_url answers with the word "ok", or with nothing.
        if (text is "" or "ok")
            return new SlackReply.Ok(default);
        try
        {
            var body = JsonElement.Parse(text);
            if (body.Flag("ok"))
                return new SlackReply.Ok(body);
            return body.Text("error") switch
            {
                "ratelimited" or "rate_limited" => new SlackReply.Throttled(Wait(response)),
                { } code => new SlackReply.Refused(code),
                null => new SlackReply.NoAnswer("unreadable", MayHaveArrived: true),
            };
        }
        catch (JsonException)
        {
            return new SlackReply.NoAnswer("unreadable", MayHaveArrived: true);
        }
    }

    private static TimeSpan Wait(HttpResponseMessage response)
    {
        var asked = response.Headers.RetryAfter?.Delta ?? _defaultWait;
        return asked < _shortestWait ? _shortestWait : asked;
    }
}
