using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;

namespace BotCoach.Slack;

/// <summary>
/// The methods of Slack's Web API that the bot uses, each with the token of the workspace that it is about. Knows the protocol and nothing of chats, so that an SDK could
/// take its place.
/// </summary>
internal sealed class SlackWebApi(SlackHttp http, ISlackInstallations installations, IOptions<SlackOptions> options, TimeProvider clock)
{
    /// <summary>A read is asked at most this often again, and only while Slack asks for a short wait.</summary>
    private const int ReadRetries = 2;

    /// <summary>The most that users.list gives at once (docs.slack.dev, users.list).</summary>
    private const int UsersInPage = 1_000;

    /// <summary>Marks our messages, so that they can be recognised in a conversation's history.</summary>
    private const string MessageEvent = "botcoach_message";

    private static readonly TimeSpan _longestReadWait = TimeSpan.FromSeconds(5);

    /// <summary>Whose token it is that was configured: <c>user</c> and <c>team</c>.</summary>
    public Task<SlackReply> TestTokenAsync(CancellationToken cancellationToken) =>
        SendAsync(Post("auth.test", []), options.Value.BotToken, cancellationToken);

    /// <summary>Asks for the address of a new connection, <c>url</c>, with the app's own token.</summary>
    public Task<SlackReply> OpenConnectionAsync(CancellationToken cancellationToken) =>
        SendAsync(Post("apps.connections.open", []), options.Value.AppToken, cancellationToken);

    public Task<SlackReply> UserInfoAsync(string workspace, string user, CancellationToken cancellationToken) =>
        ReadAsync(workspace, _ => Get($"users.info?user={Uri.EscapeDataString(user)}&include_locale=true"), cancellationToken);

    public Task<SlackReply> UserByEmailAsync(string workspace, string email, CancellationToken cancellationToken) =>
        ReadAsync(workspace, _ => Get($"users.lookupByEmail?email={Uri.EscapeDataString(email)}"), cancellationToken);

    /// <summary>A page of the workspace's members; the first one for an empty cursor.</summary>
    public Task<SlackReply> UsersAsync(string workspace, string cursor, CancellationToken cancellationToken) =>
        ReadAsync(workspace, team => Get($"users.list?limit={UsersInPage}&cursor={Uri.EscapeDataString(cursor)}{team}"), cancellationToken);

    public Task<SlackReply> UserGroupAsync(string workspace, string group, CancellationToken cancellationToken) =>
        ReadAsync(workspace, team => Get($"usergroups.users.list?usergroup={Uri.EscapeDataString(group)}{team}"), cancellationToken);

    public Task<SlackReply> OpenConversationAsync(string workspace, string user, CancellationToken cancellationToken) =>
        ReadAsync(workspace, _ => Post("conversations.open", new JsonObject { ["users"] = user }), cancellationToken);

    /// <summary>The newest messages of a conversation, with their metadata.</summary>
    public Task<SlackReply> HistoryAsync(string workspace, string conversation, int limit, CancellationToken cancellationToken) =>
        ReadAsync(
            workspace,
            _ => Get($"conversations.history?channel={Uri.EscapeDataString(conversation)}&limit={limit}&include_all_metadata=true"),
            cancellationToken);

    /// <summary>The key that a message of <see cref="HistoryAsync"/> was posted with; null for another's message.</summary>
    public static string? KeyOf(JsonElement message) =>
        message.Text("metadata", "event_type") == MessageEvent ? message.Text("metadata", "event_payload", "key") : null;

    public Task<SlackReply> PostMessageAsync(string workspace, string conversation, SlackMessage message, string key, CancellationToken cancellationToken)
    {
        var arguments = Arguments(conversation, message);
        arguments["metadata"] = new JsonObject
        {
            ["event_type"] = MessageEvent,
            ["event_payload"] = new JsonObject { ["key"] = key },
        };
        arguments["unfurl_links"] = false;
        arguments["unfurl_media"] = false;
        return SendAsync(workspace, "chat.postMessage", arguments, cancellationToken);
    }

    public Task<SlackReply> PostEphemeralAsync(string workspace, string conversation, string user, SlackMessage message, CancellationToken cancellationToken)
    {
        var arguments = Arguments(conversation, message);
        arguments["user"] = user;
        return SendAsync(workspace, "chat.postEphemeral", arguments, cancellationToken);
    }

    public Task<SlackReply> UpdateAsync(string workspace, string conversation, string timestamp, SlackMessage message, CancellationToken cancellationToken)
    {
        var arguments = Arguments(conversation, message);
        arguments["ts"] = timestamp;
        return SendAsync(workspace, "chat.update", arguments, cancellationToken);
    }

    public Task<SlackReply> OpenViewAsync(string workspace, string trigger, JsonObject view, CancellationToken cancellationToken) =>
        SendAsync(workspace, "views.open", new JsonObject { ["trigger_id"] = trigger, ["view"] = view }, cancellationToken);

    public Task<SlackReply> PublishHomeAsync(string workspace, string user, JsonObject view, CancellationToken cancellationToken) =>
        SendAsync(workspace, "views.publish", new JsonObject { ["user_id"] = user, ["view"] = view }, cancellationToken);

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
        // What a form gave back may be no address at all.
        if (!url.IsAbsoluteUri)
            return false;
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
    private async Task<SlackReply> SendAsync(string workspace, string method, JsonObject arguments, CancellationToken cancellationToken) =>
        await installations.FindAsync(workspace, cancellationToken) switch
        {
            SlackTokenLookup.Found { Token: var token } => await SendAsync(Post(method, arguments), token, cancellationToken),
            var other => Missing(other),
        };

    /// <param name="workspace">Whose data is asked for.</param>
    /// <param name="ask">
    /// Makes the request. It is given what names the workspace in a query: nothing, where the token itself does.
    /// </param>
    /// <param name="cancellationToken">Gives up.</param>
    private async Task<SlackReply> ReadAsync(string workspace, Func<string, HttpRequestMessage> ask, CancellationToken cancellationToken)
    {
        var lookup = await installations.FindAsync(workspace, cancellationToken);
        if (lookup is not SlackTokenLookup.Found found)
            return Missing(lookup);

        var team = found.IsOfEnterprise ? $"&team_id={Uri.EscapeDataString(workspace)}" : "";
        for (var retries = 0; ; retries++)
        {
            var reply = await SendAsync(ask(team), found.Token, cancellationToken);
            if (reply is not SlackReply.Throttled { After: var after } || after > _longestReadWait || retries == ReadRetries)
                return reply;
            await Task.Delay(after, clock, cancellationToken);
        }
    }

    private static SlackReply Missing(SlackTokenLookup lookup) => lookup is SlackTokenLookup.NotInstalled
        ? new SlackReply.Refused("not_installed")
        : new SlackReply.NoAnswer("token_unavailable", MayHaveArrived: false);

    private HttpRequestMessage Get(string methodAndQuery) => new(HttpMethod.Get, Address(methodAndQuery));

    private HttpRequestMessage Post(string method, JsonObject arguments) => SlackHttp.Json(Address(method), arguments);

    private Uri Address(string method) => new(options.Value.ApiBaseUrl + method);

    private Task<SlackReply> SendAsync(HttpRequestMessage request, string? token, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = new("Bearer", token);
        return http.SendAsync(request, cancellationToken);
    }
}
