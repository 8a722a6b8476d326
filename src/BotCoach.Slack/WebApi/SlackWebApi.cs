using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;

namespace BotCoach.Slack;

/// <summary>
/// The methods of Slack's Web API that the bot uses. Knows the protocol and nothing of chats, so that an SDK could
/// take its place.
/// </summary>
internal sealed class SlackWebApi(SlackHttp http, IOptions<SlackOptions> options, TimeProvider clock)
{
    /// <summary>A read is asked at most this often again, and only while Slack asks for a short wait.</summary>
    private const int ReadRetries = 2;

    /// <summary>The most that users.list gives at once (docs.slack.dev, users.list).</summary>
    private const int UsersInPage = 1_000;

    /// <summary>Marks our messages, so that they can be recognised in a conversation's history.</summary>
    private const string MessageEvent = "botcoach_message";

    private static readonly TimeSpan _longestReadWait = TimeSpan.FromSeconds(5);

    /// <summary>Whose token it is: <c>user</c> and <c>team</c>.</summary>
    public Task<SlackReply> TestTokenAsync(CancellationToken cancellationToken) =>
        ReadAsync(() => Post("auth.test", []), cancellationToken);

    /// <summary>Asks for the address of a new connection, <c>url</c>, with the app's own token.</summary>
    public async Task<SlackReply> OpenConnectionAsync(CancellationToken cancellationToken) =>
        Authorized(SlackHttp.Json(Address("apps.connections.open"), []), options.Value.AppToken) is { } request
            ? await http.SendAsync(request, cancellationToken)
            : NotConfigured;

    public Task<SlackReply> UserInfoAsync(string user, CancellationToken cancellationToken) =>
        ReadAsync(() => Get($"users.info?user={Uri.EscapeDataString(user)}&include_locale=true"), cancellationToken);

    public Task<SlackReply> UserByEmailAsync(string email, CancellationToken cancellationToken) =>
        ReadAsync(() => Get($"users.lookupByEmail?email={Uri.EscapeDataString(email)}"), cancellationToken);

    /// <summary>A page of the workspace's members; the first one for an empty cursor.</summary>
    public Task<SlackReply> UsersAsync(string cursor, CancellationToken cancellationToken) =>
        ReadAsync(() => Get($"users.list?limit={UsersInPage}&cursor={Uri.EscapeDataString(cursor)}"), cancellationToken);

    public Task<SlackReply> UserGroupAsync(string group, CancellationToken cancellationToken) =>
        ReadAsync(() => Get($"usergroups.users.list?usergroup={Uri.EscapeDataString(group)}"), cancellationToken);

    public Task<SlackReply> OpenConversationAsync(string user, CancellationToken cancellationToken) =>
        ReadAsync(() => Post("conversations.open", new JsonObject { ["users"] = user }), cancellationToken);

    /// <summary>The newest messages of a conversation, with their metadata.</summary>
    public Task<SlackReply> HistoryAsync(string conversation, int limit, CancellationToken cancellationToken) =>
        ReadAsync(
            () => Get($"conversations.history?channel={Uri.EscapeDataString(conversation)}&limit={limit}&include_all_metadata=true"),
            cancellationToken);

    /// <summary>The key that a message of <see cref="HistoryAsync"/> was posted with; null for another's message.</summary>
    public static string? KeyOf(JsonElement message) =>
        message.Text("metadata", "event_type") == MessageEvent ? message.Text("metadata", "event_payload", "key") : null;

    public Task<SlackReply> PostMessageAsync(string conversation, SlackMessage message, string key, CancellationToken cancellationToken)
    {
        var arguments = Arguments(conversation, message);
        arguments["metadata"] = new JsonObject
        {
            ["event_type"] = MessageEvent,
            ["event_payload"] = new JsonObject { ["key"] = key },
        };
        arguments["unfurl_links"] = false;
        arguments["unfurl_media"] = false;
        return SendAsync("chat.postMessage", arguments, cancellationToken);
    }

    public Task<SlackReply> PostEphemeralAsync(string conversation, string user, SlackMessage message, CancellationToken cancellationToken)
    {
        var arguments = Arguments(conversation, message);
        arguments["user"] = user;
        return SendAsync("chat.postEphemeral", arguments, cancellationToken);
    }

    public Task<SlackReply> UpdateAsync(string conversation, string timestamp, SlackMessage message, CancellationToken cancellationToken)
    {
        var arguments = Arguments(conversation, message);
        arguments["ts"] = timestamp;
        return SendAsync("chat.update", arguments, cancellationToken);
    }

    public Task<SlackReply> OpenViewAsync(string trigger, JsonObject view, CancellationToken cancellationToken) =>
        SendAsync("views.open", new JsonObject { ["trigger_id"] = trigger, ["view"] = view }, cancellationToken);

    public Task<SlackReply> PublishHomeAsync(string user, JsonObject view, CancellationToken cancellationToken) =>
        SendAsync("views.publish", new JsonObject { ["user_id"] = user, ["view"] = view }, cancellationToken);

    /// <summary>Answers through the address that came with an interaction: five times within 30 minutes.</summary>
    /// <param name="responseUrl">The address, as the request gave it.</param>
    /// <param name="message">What to show to the person alone.</param>
    /// <param name="replace">Whether it takes the place of the message that was acted upon.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<SlackReply> RespondAsync(Uri responseUrl, SlackMessage message, bool replace, CancellationToken cancellationToken)
    {
        if (!IsSlacks(responseUrl))
            return Task.FromResult<SlackReply>(new SlackReply.Refused("foreign_response_url"));
        var arguments = message.ToJson();
        arguments["response_type"] = "ephemeral";
        arguments["replace_original"] = replace;
        return http.SendAsync(SlackHttp.Json(responseUrl, arguments), cancellationToken);
    }

    /// <summary>A request must not make the service call an address of somebody's choice, even a signed one.</summary>
    private bool IsSlacks(Uri url)
    {
        var api = new Uri(options.Value.ApiBaseUrl);
        return (url.Scheme == Uri.UriSchemeHttps && url.Authority == "hooks.slack.com")
            || (url.Scheme == api.Scheme && url.Authority == api.Authority);
    }

    private static JsonObject Arguments(string conversation, SlackMessage message)
    {
        var arguments = message.ToJson();
        arguments["channel"] = conversation;
        // chat.update parses names and links out of the text unless it is told not to.
        arguments["parse"] = "none";
        return arguments;
    }

    /// <summary>A send is tried once: only the caller knows whether it may go out twice.</summary>
    private async Task<SlackReply> SendAsync(string method, JsonObject arguments, CancellationToken cancellationToken) =>
        Post(method, arguments) is { } request ? await http.SendAsync(request, cancellationToken) : NotConfigured;

    private async Task<SlackReply> ReadAsync(Func<HttpRequestMessage?> ask, CancellationToken cancellationToken)
    {
        for (var retries = 0; ; retries++)
        {
            var reply = ask() is { } request ? await http.SendAsync(request, cancellationToken) : NotConfigured;
            if (reply is not SlackReply.Throttled { After: var after } || after > _longestReadWait || retries == ReadRetries)
                return reply;
            await Task.Delay(after, clock, cancellationToken);
        }
    }

    private static SlackReply NotConfigured => new SlackReply.Refused("not_configured");

    private HttpRequestMessage? Get(string methodAndQuery) =>
        Authorized(new HttpRequestMessage(HttpMethod.Get, Address(methodAndQuery)), options.Value.BotToken);

    private HttpRequestMessage? Post(string method, JsonObject arguments) =>
        Authorized(SlackHttp.Json(Address(method), arguments), options.Value.BotToken);

    private Uri Address(string method) => new(options.Value.ApiBaseUrl + method);

    private static HttpRequestMessage? Authorized(HttpRequestMessage request, string? token)
    {
        if (token is null)
        {
            request.Dispose();
            return null;
        }

        request.Headers.Authorization = new("Bearer", token);
        return request;
    }
}
