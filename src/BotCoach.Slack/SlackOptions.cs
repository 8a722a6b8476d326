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

    /// <summary>The bot's token. While it is not set, nothing can be sent.</summary>
    public string? BotToken
    {
        get;
        set => field = NullIfBlank(value);
    }

    /// <summary>Where the Web API stands: https, or http on this machine.</summary>
    public string ApiBaseUrl
    {
        get;
        set => field = NullIfBlank(value) is { } url ? url.TrimEnd('/') + '/' : PublicApi;
    } = PublicApi;

    /// <summary>Whether <see cref="ApiBaseUrl"/> is an address that a token may be sent to.</summary>
    internal bool HasSafeApiBaseUrl =>
        Uri.TryCreate(ApiBaseUrl, UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback));

    private static string? NullIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
