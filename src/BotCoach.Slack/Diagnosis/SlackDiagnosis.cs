using System.Net.Http.Headers;
using System.Text.Json;
using BotCoach.Chat;
using Microsoft.Extensions.Options;

namespace BotCoach.Slack;

/// <summary>Looks at the settings, and asks Slack whose token it is (auth.test) and what it may do.</summary>
internal sealed class SlackDiagnosis(IHttpClientFactory clients, IOptions<SlackOptions> options, TimeProvider clock) : IChannelDiagnosis
{
    private const string Subject = "Slack";
    private const string TokenSubject = "Slack token";
    private const string AppTokenSubject = "Slack app token";
    private const string ScopesHeader = "X-OAuth-Scopes";
    private const string WhereTheTokenStands = "Copy the Bot User OAuth Token from OAuth & Permissions at api.slack.com/apps.";

    public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken)
    {
        var set = options.Value;
        if (set is { SigningSecret: null, BotToken: null, ClientId: null, AppToken: null })
        {
            return [Finding.Note(Subject, "Not set up: Slack:SigningSecret and Slack:BotToken are not set.")];
        }

        return
        [
            Secret(set),
            .. set switch
            {
                { BotToken: { } token } => await AskAsync(token, cancellationToken),
                { HasInstalls: true } => [Finding.Right(TokenSubject, "Each workspace that installs the app brings its own."), .. await ReachAsync(cancellationToken)],
                _ => [Finding.Wrong(TokenSubject, $"Slack:BotToken is not set, so nothing can be sent. {WhereTheTokenStands}")],
            },
            .. set.AppToken is { } appToken ? await ConnectAsync(appToken, cancellationToken) : [],
        ];
    }

    private static Finding Secret(SlackOptions set) => set switch
    {
        { SigningSecret: null, AppToken: not null } => Finding.Right("Slack secret", "Not needed: requests come over connections of our own (Socket Mode)."),
        { SigningSecret: null } => Finding.Wrong("Slack secret", "Slack:SigningSecret is not set, so every request from Slack is refused. It stands under Basic Information at api.slack.com/apps."),
        { SigningSecret: { } secret } when secret.StartsWith("xox", StringComparison.Ordinal) || secret.StartsWith("xapp-", StringComparison.Ordinal) =>
            Finding.Wrong("Slack secret", "Slack:SigningSecret holds a token. The secret stands under Basic Information at api.slack.com/apps."),
        _ => Finding.Right("Slack secret", "Set; that it is the right one shows with Slack's first request."),
    };

    private Task<IReadOnlyList<Finding>> AskAsync(string token, CancellationToken cancellationToken) => PostAsync(
        TokenSubject,
        "auth.test",
        token,
        (reply, response) =>
        [
            reply.Flag("ok")
                ? Finding.Right(TokenSubject, $"Taken: connected as {reply.Text("user")} to {reply.Text("team")}.")
                : Finding.Wrong(TokenSubject, Refusal(token, reply.Text("error"), (int)response.StatusCode)),
            .. reply.Flag("ok") ? [Scopes(response.Headers)] : Array.Empty<Finding>(),
            Clock(response),
        ],
        cancellationToken);

    private Task<IReadOnlyList<Finding>> ReachAsync(CancellationToken cancellationToken) => PostAsync(
        TokenSubject, "api.test", token: null, (_, response) => [Clock(response)], cancellationToken);

    // It gives an address to connect to; nothing is connected by asking.
    private Task<IReadOnlyList<Finding>> ConnectAsync(string token, CancellationToken cancellationToken) => PostAsync(
        AppTokenSubject,
        "apps.connections.open",
        token,
        (reply, _) =>
        [
            reply.Flag("ok")
                ? Finding.Right(AppTokenSubject, "Taken: connections may be opened (Socket Mode).")
                : Finding.Wrong(AppTokenSubject, $"Slack does not take Slack:AppToken ({reply.Text("error") ?? "no answer that can be read"}). It starts with xapp-, has the scope connections:write, and stands under Basic Information; Socket Mode must be on."),
        ],
        cancellationToken);

    private async Task<IReadOnlyList<Finding>> PostAsync(
        string subject, string method, string? token, Func<JsonElement, HttpResponseMessage, IReadOnlyList<Finding>> judge, CancellationToken cancellationToken)
    {
        var address = new Uri(options.Value.ApiBaseUrl + method);
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        if (token is not null)
        {
            request.Headers.Authorization = new("Bearer", token);
        }

        try
        {
            using var client = clients.CreateClient(SlackHttp.Client);
            using var response = await client.SendAsync(request, cancellationToken);
            return judge(Parse(await response.Content.ReadAsStringAsync(cancellationToken)), response);
        }
        catch (HttpRequestException unreachable)
        {
            return [Finding.Wrong(subject, $"{address.Host} cannot be reached ({unreachable.HttpRequestError}). Let the service out to it: DNS, firewall, proxy.")];
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return [Finding.Wrong(subject, $"{address.Host} did not answer in time. Let the service out to it: firewall, proxy.")];
        }
    }

    private Finding Clock(HttpResponseMessage response) =>
        ClockFinding.Of(response.RequestMessage!.RequestUri!.Host, response.Headers.Date, clock.GetUtcNow());

    /// <summary>The codes are those of docs.slack.dev, auth.test.</summary>
    private static string Refusal(string token, string? code, int status) => code switch
    {
        _ when !token.StartsWith("xoxb-", StringComparison.Ordinal) => $"Slack:BotToken is no bot token: those start with xoxb-. {WhereTheTokenStands}",
        "invalid_auth" or "not_authed" => $"Slack does not know Slack:BotToken ({code}). {WhereTheTokenStands}",
        "account_inactive" or "token_revoked" => $"Slack:BotToken was taken back ({code}): the app was removed. Install it again, and copy the new token.",
        "token_expired" => "Slack:BotToken has run out (token_expired): token rotation is on for the app, and a token set by hand cannot be renewed.",
        null => $"Slack answers {status} and nothing that can be read. Is Slack:ApiBaseUrl right?",
        _ => $"Slack refuses Slack:BotToken ({code}).",
    };

    private static Finding Scopes(HttpResponseHeaders headers)
    {
        if (!headers.TryGetValues(ScopesHeader, out var given))
        {
            return Finding.Note("Slack scopes", "Slack did not say what the token may do.");
        }

        var scopes = given.SelectMany(line => line.Split(',', StringSplitOptions.TrimEntries)).ToHashSet(StringComparer.Ordinal);
        var missing = ScopePurposes.Needed.Where(scope => !scopes.Contains(scope.Key)).Select(scope => $"{scope.Key} ({scope.Value})").ToList();
        return missing.Count == 0
            ? Finding.Right("Slack scopes", "The token may do all that is needed.")
            : Finding.Wrong("Slack scopes", $"Missing: {string.Join(", ", missing)}. Bring the app up to manifest/slack/manifest.yaml, and install it again.");
    }

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
}
