using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Options;

namespace BotCoach.Slack;

/// <summary>Slack's side of an installation: OAuth 2, version 2 (docs.slack.dev, "Installing with OAuth" and "Using token rotation").</summary>
public sealed class SlackOAuth
{
    private readonly SlackHttp _http;
    private readonly SlackOptions _options;

    internal SlackOAuth(SlackHttp http, IOptions<SlackOptions> options) => (_http, _options) = (http, options.Value);

    /// <summary>Where somebody allows the installation, with exactly the scopes that are used.</summary>
    /// <param name="state">Comes back with the answer.</param>
    /// <param name="callback">Where the answer goes.</param>
    public Uri AuthorizeAddress(string state, Uri callback)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var query = new QueryBuilder
        {
            { "client_id", _options.ClientId ?? "" },
            { "scope", string.Join(',', SlackScopes.Bot) },
            { "state", state },
            { "redirect_uri", callback.AbsoluteUri },
        };
        return new Uri(new Uri(_options.ApiBaseUrl), $"../oauth/v2/authorize{query}");
    }

    /// <summary>Turns the code of an answer into an installation.</summary>
    /// <param name="code">The code, which is good once and for ten minutes.</param>
    /// <param name="callback">The same as when it was asked for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The installation, or a short code for operators that says why there is none.</returns>
    public async Task<(SlackInstallation? Installation, string Problem)> ExchangeAsync(string code, Uri callback, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var reply = await AskAsync([KeyValuePair.Create("code", code), KeyValuePair.Create("redirect_uri", callback.AbsoluteUri)], cancellationToken);
        return reply is SlackReply.Ok { Body: var body } ? (Read(body), "unreadable") : (null, reply.ToCode());
    }

    /// <summary>Buys the next token. The refresh token is used up by it.</summary>
    /// <returns>The grant, or a short code for operators that says why there is none.</returns>
    public async Task<(SlackGrant? Grant, string Problem)> RefreshAsync(string refreshToken, CancellationToken cancellationToken)
    {
        var reply = await AskAsync([KeyValuePair.Create("grant_type", "refresh_token"), KeyValuePair.Create("refresh_token", refreshToken)], cancellationToken);
        return reply is SlackReply.Ok { Body: var body } ? (ReadGrant(body), "unreadable") : (null, reply.ToCode());
    }

    private Task<SlackReply> AskAsync(IEnumerable<KeyValuePair<string, string>> fields, CancellationToken cancellationToken)
    {
        var client = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{_options.ClientId}:{_options.ClientSecret}"));
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{_options.ApiBaseUrl}oauth.v2.access"))
        {
            Content = new FormUrlEncodedContent(fields),
            Headers = { Authorization = new AuthenticationHeaderValue("Basic", client) },
        };
        return _http.SendAsync(request, cancellationToken);
    }

    private static SlackInstallation? Read(JsonElement body)
    {
        var isOfEnterprise = body.Flag("is_enterprise_install");
        return (isOfEnterprise ? body.Text("enterprise", "id") : body.Text("team", "id")) is { } workspace
            && body.Text("authed_user", "id") is { } installer
            && ReadGrant(body) is { } grant
            ? new SlackInstallation
            {
                Workspace = workspace,
                Name = isOfEnterprise ? body.Text("enterprise", "name") : body.Text("team", "name"),
                Enterprise = body.Text("enterprise", "id"),
                IsOfEnterprise = isOfEnterprise,
                Installer = installer,
                Bot = body.Text("bot_user_id"),
                Scopes = body.Text("scope") ?? "",
                Grant = grant,
            }
            : null;
    }

    private static SlackGrant? ReadGrant(JsonElement body) => body.Text("access_token") is { } token
        ? new SlackGrant
        {
            Token = token,
            RefreshToken = body.Text("refresh_token"),
            Lifetime = body.At("expires_in") is { ValueKind: JsonValueKind.Number } seconds && seconds.TryGetInt32(out var count) && count > 0
                ? TimeSpan.FromSeconds(count)
                : null,
        }
        : null;
}
