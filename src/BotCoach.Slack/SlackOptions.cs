using BotCoach.Chat;

namespace BotCoach.Slack;

/// <summary>What an operator sets under <c>Slack</c>. An empty text counts as not set.</summary>
public sealed class SlackOptions
{
    /// <summary>The section of the configuration that holds these.</summary>
    public const string Section = "Slack";

    private const string PublicApi = "https://slack.com/api/";

    /// <summary>Proves that a request comes from Slack. While it is not set, every request is refused.</summary>
    public string? SigningSecret
    {
        get;
        set => field = NullIfBlank(value);
    }

    /// <summary>
    /// The bot's token, where one workspace is served. While neither it nor <see cref="ClientId"/> is set, nothing can be sent.
    /// </summary>
    public string? BotToken
    {
        get;
        set => field = NullIfBlank(value);
    }

    /// <summary>The app's public id, with which any workspace may install it; in place of <see cref="BotToken"/>.</summary>
    public string? ClientId
    {
        get;
        set => field = NullIfBlank(value);
    }

    /// <summary>Proves to Slack that an installation is asked for by the app itself; goes with <see cref="ClientId"/>.</summary>
    public string? ClientSecret
    {
        get;
        set => field = NullIfBlank(value);
    }

    /// <summary>
    /// The app-level token with which connections are opened (Socket Mode), for a service that Slack cannot reach by an
    /// address. While it is not set, requests come to the service's own addresses alone.
    /// </summary>
    public string? AppToken
    {
        get;
        set => field = NullIfBlank(value);
    }

    /// <summary>
    /// How many connections each node opens: with two, one is there when the other is lost. Slack allows an app ten in all
    /// (docs.slack.dev, "Using Socket Mode").
    /// </summary>
    public int SocketConnections { get; set; } = 2;

    /// <summary>Where the Web API stands: https, or http on this machine.</summary>
    public string ApiBaseUrl
    {
        get;
        set => field = NullIfBlank(value) is { } url ? url.TrimEnd('/') + '/' : PublicApi;
    } = PublicApi;

    /// <summary>
    /// How many messages one workspace takes; see <see cref="RateWindow.Syntax"/>. Slack names no number: "several hundred
    /// messages per minute" (docs.slack.dev, chat.postMessage, "Rate limiting"); the default is the low end of that.
    /// </summary>
    public string WorkspaceLimit { get; set; } = "300/1m";

    /// <summary>
    /// How many messages one conversation takes: "1 message per second to a specific channel" (docs.slack.dev,
    /// chat.postMessage, "Rate limiting").
    /// </summary>
    public string ConversationLimit { get; set; } = "1/1s";

    /// <summary>
    /// How many direct conversations may be opened in one workspace: conversations.open is of tier 3, "50+ per minute"
    /// (docs.slack.dev, "Rate limits").
    /// </summary>
    public string OpeningLimit { get; set; } = "50/1m";

    /// <summary>Whether workspaces install the app themselves.</summary>
    public bool HasInstalls => ClientId is not null;

    /// <summary>The limits, once the options are valid.</summary>
    internal SendingLimits Limits => new()
    {
        Workspace = Windows(WorkspaceLimit),
        Conversation = Windows(ConversationLimit),
        Openings = Windows(OpeningLimit),
    };

    /// <summary>Whether <see cref="ApiBaseUrl"/> is an address that a token may be sent to.</summary>
    internal bool HasSafeApiBaseUrl =>
        Uri.TryCreate(ApiBaseUrl, UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback));

    private static IReadOnlyList<RateWindow> Windows(string text) => RateWindow.TryParseAll(text, out var windows)
        ? windows
        : throw new InvalidOperationException("The options were not validated.");

    private static string? NullIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
