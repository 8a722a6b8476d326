using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BotCoach.PlatformSimulator.Tests;

/// <summary>What came back for a request.</summary>
/// <param name="Status">The status; null when the connection was closed before an answer.</param>
/// <param name="RetryAfter">What the header says, in seconds.</param>
/// <param name="Body">The body; undefined for none.</param>
internal sealed record Answer(HttpStatusCode? Status, int? RetryAfter, JsonElement Body)
{
    public bool IsTaken => Status is HttpStatusCode.OK or HttpStatusCode.Created && Error is null;

    /// <summary>Slack's or the Connector's word for what is wrong.</summary>
    public string? Error => Body.ValueKind != JsonValueKind.Object || !Body.TryGetProperty("error", out var error) ? null
        : error.ValueKind == JsonValueKind.String ? error.GetString()
        : error.GetProperty("code").GetString();

    public string Id => Body.GetProperty("id").GetString()!;
}

/// <summary>Speaks to a simulator as a bot does.</summary>
internal sealed class PlatformClient(Uri slackApi, Uri connector) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });

    public PlatformClient(Simulator simulator)
        : this(simulator.SlackApi, simulator.Connector)
    {
    }

    public Task<Answer> PostAsync(string channel, string key, string workspace = "T1") => SlackAsync("chat.postMessage", new JsonObject
    {
        ["channel"] = channel,
        ["text"] = "Write down your top three.",
        ["metadata"] = new JsonObject { ["event_type"] = "nudge", ["event_payload"] = new JsonObject { ["key"] = key } },
    }, workspace);

    public async Task<Answer> SlackAsync(string method, JsonObject arguments, string workspace = "T1")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(slackApi, method))
        {
            Content = JsonContent.Create(arguments),
            Headers = { Authorization = new("Bearer", $"xoxb-{workspace}-1") },
        };
        return await SendAsync(request);
    }

    public async Task<Answer> SlackGetAsync(string methodAndQuery, string? token = "xoxb-T1")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(slackApi, methodAndQuery));
        if (token is not null)
            request.Headers.Authorization = new("Bearer", token);
        return await SendAsync(request);
    }

    public Task<Answer> SendAsync(string tenant, string person, string text) =>
        SendToAsync(new ConnectorConversation(tenant, person).ToString(), text);

    public Task<Answer> SendToAsync(string conversation, string text) => ConnectorAsync(HttpMethod.Post, $"/{Uri.EscapeDataString(conversation)}/activities", text);

    public Task<Answer> UpdateAsync(string conversation, string message, string text) =>
        ConnectorAsync(HttpMethod.Put, $"/{Uri.EscapeDataString(conversation)}/activities/{message}", text);

    public async Task<Answer> CreateAsync(string tenant, string person)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(connector, "v3/conversations"))
        {
            Content = JsonContent.Create(new { tenantId = tenant, members = new[] { new { id = person } } }),
        };
        return await SendAsync(request);
    }

    public void Dispose() => _http.Dispose();

    private async Task<Answer> ConnectorAsync(HttpMethod method, string path, string text)
    {
        using var request = new HttpRequestMessage(method, new Uri(connector, $"v3/conversations{path}"))
        {
            Content = JsonContent.Create(new { type = "message", text }),
        };
        return await SendAsync(request);
    }

    private async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        try
        {
            using var response = await _http.SendAsync(request);
            var body = await response.Content.ReadAsStringAsync();
            return new Answer(
                response.StatusCode,
                response.Headers.TryGetValues("Retry-After", out var after) ? int.Parse(after.Single(), CultureInfo.InvariantCulture) : null,
                body.Length == 0 ? default : JsonElement.Parse(body));
        }
        catch (HttpRequestException)
        {
            return new Answer(Status: null, RetryAfter: null, default);
        }
    }
}
