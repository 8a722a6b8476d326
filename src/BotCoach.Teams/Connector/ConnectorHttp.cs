using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BotCoach.Teams;

/// <summary>How often a request may be made.</summary>
internal enum ConnectorTries
{
    /// <summary>Once: whoever asked knows when it may be tried again.</summary>
    One,

    /// <summary>A few times, as long as a person waits for an answer.</summary>
    WhileSomebodyWaits,
}

/// <summary>One exchange with the Bot Connector over HTTP, tried again where the Connector asks for that.</summary>
internal sealed class ConnectorHttp(IHttpClientFactory clients, ConnectorAccess access, TimeProvider clock)
{
    /// <summary>Name of the client in <see cref="IHttpClientFactory"/>.</summary>
    public const string Client = "teams-connector";

    /// <summary>How often a call that somebody waits for is made at most. Our own number.</summary>
    private const int MostTries = 3;

    /// <summary>Waits longer than this are the caller's: a person is waiting for an answer. Our own number.</summary>
    private static readonly TimeSpan _longestWait = TimeSpan.FromSeconds(2);

    /// <summary>The first wait where the Connector names none; it doubles. Our own number.</summary>
    private static readonly TimeSpan _firstPause = TimeSpan.FromMilliseconds(300);

    /// <summary>When the Connector throttles without saying how long: the longer of its short windows is 30 s (PLATFORM.md).</summary>
    private static readonly TimeSpan _defaultWait = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Sends a request; while somebody waits, again after 412, 502, 504 and a short 429 (learn.microsoft.com, "Optimize
    /// your bot with rate limiting").
    /// </summary>
    public async Task<ConnectorReply> SendAsync(HttpMethod method, Uri address, JsonObject? body, ConnectorTries allowed, CancellationToken cancellationToken)
    {
        var most = allowed == ConnectorTries.One ? 1 : MostTries;
        var pause = _firstPause;
        for (var tries = 1; ; tries++, pause *= 2)
        {
            var reply = await SendOnceAsync(method, address, body, cancellationToken);
            TimeSpan? wait = reply switch
            {
                ConnectorReply.Throttled { After: var after } when after <= _longestWait => after,
                ConnectorReply.Refused { Status: (int)HttpStatusCode.PreconditionFailed } => pause,
                ConnectorReply.NoAnswer { Reason: "http_502" or "http_504" } => pause,
                _ => null,
            };
            if (wait is null || tries == most)
                return reply;
            await Task.Delay(wait.Value, clock, cancellationToken);
        }
    }

    private async Task<ConnectorReply> SendOnceAsync(HttpMethod method, Uri address, JsonObject? body, CancellationToken cancellationToken)
    {
        var granted = await access.GetAsync(cancellationToken);
        if (granted is ConnectorToSend.Stop { Reason: var reason })
            return new ConnectorReply.NoAnswer(reason, MayHaveArrived: false);

        using var request = new HttpRequestMessage(method, address)
        {
            Content = body is null ? null : new StringContent(body.ToJsonString(TeamsJson.Options), Encoding.UTF8, "application/json"),
        };
        if (granted is ConnectorToSend.Go { Token: { } token })
            request.Headers.Authorization = new("Bearer", token);
        try
        {
            using var client = clients.CreateClient(Client);
            using var response = await client.SendAsync(request, cancellationToken);
            return await ReadAsync(response, cancellationToken);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new ConnectorReply.NoAnswer("timeout", MayHaveArrived: true);
        }
        catch (HttpRequestException failure)
        {
            var neverLeft = failure.HttpRequestError is HttpRequestError.NameResolutionError
                or HttpRequestError.ConnectionError
                or HttpRequestError.SecureConnectionError
                or HttpRequestError.ProxyTunnelError;
            return new ConnectorReply.NoAnswer("connection", MayHaveArrived: !neverLeft);
        }
    }

    private async Task<ConnectorReply> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        if (response.StatusCode == HttpStatusCode.TooManyRequests)
            return new ConnectorReply.Throttled(Wait(response));
        if (status >= 500)
            return new ConnectorReply.NoAnswer($"http_{status}", MayHaveArrived: true);

        var body = Parse(await response.Content.ReadAsStringAsync(cancellationToken));
        return response.IsSuccessStatusCode
            ? new ConnectorReply.Ok(body)
            : new ConnectorReply.Refused(status, body.Text("error", "code"));
    }

    /// <summary>An update is answered with no body at all by some.</summary>
    private static JsonElement Parse(string text)
    {
        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private TimeSpan Wait(HttpResponseMessage response)
    {
        var asked = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - clock.GetUtcNow(),
            _ => _defaultWait,
        };
        // The header counts in whole seconds; a wait of none would be a loop.
        return asked < _firstPause ? _firstPause : asked;
    }
}
