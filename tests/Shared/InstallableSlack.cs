using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BotCoach.Testing;

/// <summary>
/// Slack as an app meets it that many workspaces install: its page where somebody allows it, codes that are good once, tokens
/// that are each good for one workspace, refresh tokens that are good once.
/// </summary>
public sealed class InstallableSlack : IAsyncDisposable
{
    public const string ClientId = "1234.5678";
    public const string ClientSecret = "hush-client-secret";

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, JsonObject> _codes = new();
    private readonly ConcurrentDictionary<string, string> _workspaces = new();
    private readonly ConcurrentDictionary<string, string> _refreshTokens = new();
    private int _made;

    private InstallableSlack(WebApplication app) => _app = app;

    public string Address => $"{_app.Urls.Single()}/api/";

    /// <summary>What somebody who comes to the page decides; null for no.</summary>
    public Func<SlackPlace?> Decision { get; set; } = () => new("T1", "Northwind", "U0INSTALLER");

    /// <summary>How long tokens live; null for ever.</summary>
    public int? TokenSeconds { get; set; }

    /// <summary>What every renewal waits for.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    /// <summary>Whether tokens are renewed.</summary>
    public bool Renews { get; set; } = true;

    /// <summary>The query of every visit to the page.</summary>
    public ConcurrentQueue<IQueryCollection> Visits { get; } = new();

    /// <summary>The headers and fields of every request for tokens.</summary>
    public ConcurrentQueue<(string Authorization, IFormCollection Fields)> Exchanges { get; } = new();

    /// <summary>Every other call, with the workspace that its token is good for; null for a token that is none.</summary>
    public ConcurrentQueue<WorkspaceCall> Calls { get; } = new();

    public IEnumerable<WorkspaceCall> Posts => Calls.Where(call => call.Method == "chat.postMessage");

    public int Renewals => Exchanges.Count(exchange => exchange.Fields["grant_type"] == "refresh_token");

    public static async Task<InstallableSlack> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var slack = new InstallableSlack(app);
        app.MapGet("/oauth/v2/authorize", slack.Authorize);
        app.MapPost("/api/oauth.v2.access", (Delegate)slack.ExchangeAsync);
        app.Map("/api/{method}", slack.AnswerAsync);
        await app.StartAsync();
        return slack;
    }

    /// <summary>Whether a text is a token that was handed out.</summary>
    public IReadOnlyList<string> Secrets => [.. _workspaces.Keys, .. _refreshTokens.Keys, ClientSecret];

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private IResult Authorize(HttpContext context)
    {
        Visits.Enqueue(context.Request.Query);
        var (back, state) = (context.Request.Query["redirect_uri"].ToString(), Uri.EscapeDataString(context.Request.Query["state"].ToString()));
        if (Decision() is not { } place)
        {
            return Results.Redirect($"{back}?error=access_denied&state={state}");
        }

        var code = $"code-{Interlocked.Increment(ref _made)}";
        _codes[code] = place.ToInstallation();
        return Results.Redirect($"{back}?code={code}&state={state}");
    }

    private async Task<IResult> ExchangeAsync(HttpContext context)
    {
        var fields = await context.Request.ReadFormAsync();
        Exchanges.Enqueue((context.Request.Headers.Authorization.ToString(), fields));
        if (context.Request.Headers.Authorization != $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{ClientId}:{ClientSecret}"))}")
        {
            return Results.Text("""{"ok":false,"error":"bad_client_secret"}""");
        }

        if (fields["grant_type"] == "refresh_token")
        {
            await Gate;
            return Renews && _refreshTokens.TryRemove(fields["refresh_token"].ToString(), out var workspace)
                ? Results.Text(Grant(workspace, []).ToJsonString())
                : Results.Text("""{"ok":false,"error":"invalid_refresh_token"}""");
        }

        return _codes.TryRemove(fields["code"].ToString(), out var installation)
            ? Results.Text(Grant((string)(installation["is_enterprise_install"]!.GetValue<bool>() ? installation["enterprise"]! : installation["team"]!)["id"]!, installation).ToJsonString())
            : Results.Text("""{"ok":false,"error":"invalid_code"}""");
    }

    private JsonObject Grant(string workspace, JsonObject answer)
    {
        var number = Interlocked.Increment(ref _made);
        _workspaces[$"xoxb-hush-{workspace}-{number}"] = workspace;
        answer["ok"] = true;
        answer["access_token"] = $"xoxb-hush-{workspace}-{number}";
        answer["token_type"] = "bot";
        if (TokenSeconds is { } seconds)
        {
            _refreshTokens[$"xoxe-hush-{workspace}-{number}"] = workspace;
            answer["refresh_token"] = $"xoxe-hush-{workspace}-{number}";
            answer["expires_in"] = seconds;
        }

        return answer;
    }

    private async Task AnswerAsync(HttpContext context, string method)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        var token = context.Request.Headers.Authorization.ToString().Replace("Bearer ", "", StringComparison.Ordinal);
        var workspace = _workspaces.GetValueOrDefault(token);
        Calls.Enqueue(new WorkspaceCall(method, workspace, token, body.Length > 0 ? JsonNode.Parse(body)! : new JsonObject(), context.Request.QueryString.ToString()));
        await context.Response.WriteAsync(workspace is null ? """{"ok":false,"error":"invalid_auth"}""" : method switch
        {
            // Whom a conversation belongs to shows in its id.
            "conversations.open" => $$$"""{"ok":true,"channel":{"id":"D{{{workspace}}}"}}""",
            "chat.postMessage" => $$"""{"ok":true,"channel":"D{{workspace}}","ts":"1700000000.{{Interlocked.Increment(ref _made):D6}}"}""",
            "users.info" => """{"ok":true,"user":{"real_name":"Anna Berg","tz":"Europe/Berlin"}}""",
            _ => """{"ok":true,"messages":[]}""",
        });
    }
}

/// <summary>Where somebody installs the app.</summary>
public sealed record SlackPlace(string Workspace, string Name, string Installer, string? Enterprise = null, bool IsOfEnterprise = false)
{
    public JsonObject ToInstallation() => new()
    {
        ["app_id"] = "A0APP",
        ["scope"] = "chat:write,commands",
        ["bot_user_id"] = "U0BOT",
        ["authed_user"] = new JsonObject { ["id"] = Installer },
        ["team"] = IsOfEnterprise ? null : new JsonObject { ["id"] = Workspace, ["name"] = Name },
        ["enterprise"] = Enterprise is null ? null : new JsonObject { ["id"] = Enterprise, ["name"] = Name },
        ["is_enterprise_install"] = IsOfEnterprise,
    };
}

/// <summary>A call of the Web API.</summary>
/// <param name="Method">Its name.</param>
/// <param name="Workspace">The workspace that its token is good for; null for a token that is none.</param>
/// <param name="Token">The token.</param>
/// <param name="Arguments">The body.</param>
/// <param name="Query">The query.</param>
public sealed record WorkspaceCall(string Method, string? Workspace, string Token, JsonNode Arguments, string Query);
