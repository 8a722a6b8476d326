using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BotCoach.Host.Tests;

namespace BotCoach.EndToEnd;

/// <summary>The real host, with every secret that it can be given, logs everything that it can log: none of them is in it, and nobody's words.</summary>
public sealed partial class SecretsInLogsTests : IAsyncLifetime, IDisposable
{
    private const string SigningSecret = "hush-signing-secret";

    // Each is given in another place, so that a leak names its place.
    private static readonly Dictionary<string, string> _secrets = new()
    {
        ["Slack:SigningSecret"] = SigningSecret,
        ["Slack:BotToken"] = "xoxb-hush-bot-token",
        ["Teams:ClientSecret"] = "hush-teams-secret",
        ["Summaries:ApiKey"] = "hush-model-key",
        ["OTEL_EXPORTER_OTLP_HEADERS"] = "authorization=hush-collector-token",
    };

    private static readonly string[] _words =
    [
        "wordsofhello", "wordsofreply", "wordsofcommand", "wordsofmeeting", "wordsofquestion", "wordsofgoal", "wordsofpreread", "wordsofgroup", "Annabelle",
    ];

    private readonly TemporaryFolder _folder = new();
    private readonly int _port = FreePort.Next();
    private SlackApi _slack = null!;
    private ModelEndpoint _model = null!;
    private Azurite _azurite = null!;
    private PostgresServer _postgres = null!;
    private HostProcess _host = null!;

    public async Task InitializeAsync()
    {
        _slack = await SlackApi.StartAsync();
        _model = await ModelEndpoint.StartAsync();
        _azurite = await Azurite.StartAsync(inMemory: true);
        _postgres = await PostgresServer.StartNewAsync();
        _host = await HostProcess.StartAsync(_port, new Dictionary<string, string>(_secrets)
        {
            ["Slack:ApiBaseUrl"] = _slack.Address,
            ["Teams:AppId"] = "3f2b8a52-6a0e-4f63-9d6e-0c8c5a4d1b11",
            ["Teams:TenantId"] = "aa0e8400-e29b-41d4-a716-446655440000",
            ["Summaries:Endpoint"] = _model.Address,
            ["Summaries:Model"] = "small",
            ["Storage:Provider"] = "AzureTables",
            ["Storage:AzureTables:ConnectionString"] = _azurite.ConnectionString,
            ["Scheduling:Postgres"] = $"{_postgres.ConnectionString};Password=hush-database-password",
            ["Scheduling:Shards"] = "2",
            ["Scheduling:PollSeconds"] = "1",
            ["Keys:Path"] = _folder.File("keys"),
            ["Host:PublicUrl"] = HostProcess.AddressOn(_port).ToString(),
            ["Programme:Leads"] = $"slack:{SlackRequests.Workspace}:U0ANNA",
            // Nothing takes them: what an exporter says about that is part of the log.
            ["Telemetry:OtlpEndpoint"] = "http://127.0.0.1:1",
            ["Logging:LogLevel:Default"] = "Trace",
            ["Logging:LogLevel:Microsoft.AspNetCore"] = "Trace",
            ["Logging:LogLevel:System.Net.Http"] = "Trace",
            ["Logging:LogLevel:Quartz"] = "Trace",
            ["Logging:Console:FormatterOptions:IncludeScopes"] = "true",
        });
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _postgres.DisposeAsync();
        await _azurite.DisposeAsync();
        await _model.DisposeAsync();
        await _slack.DisposeAsync();
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_whole_story_at_trace_level_leaves_no_secret_and_nobodys_words_in_the_log()
    {
        using var requests = new SlackRequests(_host.Address, SigningSecret);
        await requests.PostAsync(SlackRequests.Message("U0ANNA", "D0ANNA", "wordsofhello", "Ev1"));
        await requests.PostAsync(SlackRequests.Command("U0ANNA", "/coach", "plan active", "1.2.plan"));
        await requests.PostAsync(SlackRequests.Command("U0ANNA", "/coach", "try align-with-manager", "1.2.try"));
        await requests.PostAsync(SlackRequests.Message("U0ANNA", "D0ANNA", "4, wordsofreply", "Ev2"));
        await requests.PostAsync(SlackRequests.Command("U0ANNA", "/coach", "wordsofcommand", "1.2.odd"));
        await requests.PostAsync(SlackRequests.Command("U0ANNA", "/coach", "group new wordsofgroup", "1.2.group"));
        await requests.PostAsync(SlackRequests.Command("U0ANNA", "/prep", "meeting wordsofmeeting thu 10am", "1.2.open"));
        var saved = await requests.PostAsync(Submission(Assert.Single(_slack.Views)));
        await requests.PostAsync(SlackRequests.Message("U0ANNA", "D0ANNA", $"{string.Concat(Enumerable.Repeat("The wordsofpreread cost 40,000 euros a month. ", 40))}", "Ev3"));
        var insights = await VisitAsync(requests, "insights", "insights");
        var export = await VisitAsync(requests, "export", "export/botcoach.json");
        await requests.PostAsync(SlackRequests.Command("U0ANNA", "/coach", "forget me", "1.2.forget"));
        await requests.PostAsync("{\"event\":\"wordsofhello", path: "slack/events");
        await requests.PostAsync(SlackRequests.Message("U0ANNA", "D0ANNA", "wordsofhello", "Ev4"), signature: $"v0={SigningSecret}");
        Assert.Equal(0, await _host.StopAsync());

        Assert.Contains("clear", saved.Body, StringComparison.Ordinal);
        string[] secrets =
        [
            .. _secrets.Values, "hush", "hush-database-password", .. _words, .. insights, .. export,
            _azurite.ConnectionString.Split("AccountKey=")[1].Split(';')[0],
        ];
        Assert.All(secrets, secret => Assert.True(secret.Length > 3, "An empty secret proves nothing."));
        Assert.Contains("trce:", _host.Output, StringComparison.Ordinal);
        var leaks = _host.Output.Split('\n').Where(line => Array.Exists(secrets, secret => line.Contains(secret, StringComparison.OrdinalIgnoreCase)));
        Assert.Empty(leaks);
    }

    /// <summary>Goes by a link of the coach's to a page.</summary>
    /// <returns>The link's token and the cookie that it gave.</returns>
    private async Task<IReadOnlyList<string>> VisitAsync(SlackRequests requests, string command, string page)
    {
        var offer = await requests.PostAsync(SlackRequests.Command("U0ANNA", "/coach", command, $"1.2.{command}"));
        var link = Link().Match(offer.Body);
        Assert.True(link.Success, offer.Body);
        var cookies = new CookieContainer();
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, CookieContainer = cookies });
        (await http.GetAsync(new Uri(link.Value))).EnsureSuccessStatusCode();
        (await http.PostAsync(new Uri(link.Value), null)).EnsureSuccessStatusCode();
        (await http.GetAsync(new Uri(_host.Address, page))).EnsureSuccessStatusCode();
        return [link.Groups["token"].Value, .. cookies.GetAllCookies().Select(cookie => cookie.Value)];
    }

    private static string Submission(JsonNode view)
    {
        var filled = view.DeepClone();
        var values = new JsonObject();
        foreach (var block in filled["blocks"]!.AsArray().Where(block => (string?)block!["type"] == "input"))
        {
            var field = (string)block!["block_id"]!;
            var value = field switch { "when" => "in 2 hours", "minutes" => "60", "name" => "wordsofmeeting", "goal" => "wordsofgoal", _ => "wordsofquestion" };
            values[field] = new JsonObject { [(string)block["element"]!["action_id"]!] = new JsonObject { ["type"] = "plain_text_input", ["value"] = value } };
        }

        filled["state"] = new JsonObject { ["values"] = values };
        var payload = new JsonObject
        {
            ["type"] = "view_submission",
            ["team"] = new JsonObject { ["id"] = SlackRequests.Workspace },
            ["user"] = new JsonObject { ["id"] = "U0ANNA" },
            ["trigger_id"] = "1.2.submit",
            ["view"] = filled,
        };
        return $"payload={Uri.EscapeDataString(payload.ToJsonString())}";
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/links/(?<token>[\w\-]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Link();
}
