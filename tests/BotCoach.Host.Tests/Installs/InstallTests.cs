using System.Net;
using System.Text;
using BotCoach.Chat;
using BotCoach.Coaching;
using BotCoach.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace BotCoach.Host.Tests;

/// <summary>Workspaces install the app themselves, with OAuth.</summary>
public sealed class InstallTests : IAsyncLifetime
{
    private const string Secret = "hush-signing-secret";

    private readonly MovableClock _clock = new();
    private InstallableSlack _slack = null!;
    private RunningHost _host = null!;

    public async Task InitializeAsync()
    {
        _slack = await InstallableSlack.StartAsync();
        _host = await StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _slack.DisposeAsync();
    }

    [Fact]
    public async Task Somebody_is_sent_to_Slack_with_the_scopes_that_are_used_and_comes_back_to_a_page_that_says_what_removing_means()
    {
        var page = await InstallAsync(new("T1", "North & wind", "U0INSTALLER"));
        var visit = Assert.Single(_slack.Visits);
        var exchange = Assert.Single(_slack.Exchanges);

        Assert.Equal((HttpStatusCode.OK, "/slack/oauth/callback"), (page.Status, page.Path));
        Assert.Contains("BotCoach is installed in North &amp; wind", page.Text, StringComparison.Ordinal);
        Assert.Contains("Thirty days later", page.Text, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", page.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Equal(
            (InstallableSlack.ClientId, "app_mentions:read,chat:write,commands,im:history,im:write,usergroups:read,users:read,users:read.email"),
            (visit["client_id"].ToString(), visit["scope"].ToString()));
        Assert.Equal(new Uri(_host.Address, "slack/oauth/callback").ToString(), visit["redirect_uri"].ToString());
        Assert.Equal(visit["redirect_uri"].ToString(), exchange.Fields["redirect_uri"].ToString());
        Assert.DoesNotContain(_slack.Secrets, secret => (page.Text + string.Join('\n', _host.Log)).Contains(secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_installs_it_first_leads_and_each_installer_is_told_what_removing_means()
    {
        await InstallAsync(new("T1", "Northwind", "U0INSTALLER"));
        await InstallAsync(new("T1", "Northwind", "U0SECOND"));

        var leads = await _host.Services.GetRequiredService<Leads>().OfAsync(new WorkspaceAddress("slack", "T1"), CancellationToken.None);
        Assert.Equal([new PersonAddress("slack", "T1", "U0INSTALLER")], leads);
        Assert.Equal(["U0INSTALLER", "U0SECOND"], _slack.Calls.Where(call => call.Method == "conversations.open").Select(call => (string)call.Arguments["users"]!));
        Assert.All(_slack.Posts, post => Assert.Contains("Thirty days later", post.Arguments.ToJsonString(), StringComparison.Ordinal));
        Assert.Contains("You are a programme lead", _slack.Posts.First().Arguments.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("programme leads already", _slack.Posts.Last().Arguments.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_workspaces_are_written_to_with_a_token_of_their_own_and_nothing_crosses()
    {
        await InstallAsync(new("T1", "Northwind", "U0ANNA"));
        await InstallAsync(new("T2", "Contoso", "U0ANNA"));
        await Task.WhenAll(Enumerable.Range(0, 40).Select(async number =>
        {
            // The same person's id in both: only the workspace tells them apart.
            var workspace = number % 2 == 0 ? "T1" : "T2";
            var words = $"words of {workspace} number {number}";
            Assert.Equal(HttpStatusCode.OK, (await PostAsync(Message(workspace, "U0ANNA", words, $"Ev{number}"))).Status);
        }));
        await PostAsync(Command("T1", "U0ANNA", "/coach", "try speak-early"));
        await PostAsync(Command("T2", "U0ANNA", "/coach", "try speak-early"));
        await Poll.UntilAsync(() => Task.FromResult(_slack.Posts.Count(IsNudge) == 2), Poll.Patience, "both nudges");

        Assert.Equal(["T1", "T2"], _slack.Posts.Where(IsNudge).Select(call => call.Workspace).Order());
        Assert.All(_slack.Calls.Where(call => call.Arguments["channel"] is not null), call => Assert.Equal($"D{call.Workspace}", (string)call.Arguments["channel"]!));
        Assert.True(_slack.Posts.Count() > 40, "Each message is answered.");

        static bool IsNudge(WorkspaceCall call) => call.Arguments.ToJsonString().Contains("You asked for this", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workspace_in_which_it_is_not_installed_is_left_aside_and_a_person_there_is_told()
    {
        await InstallAsync(new("T1", "Northwind", "U0ANNA"));
        var calls = _slack.Calls.Count;
        var message = await PostAsync(Message("T9", "U0ANNA", "hello", "Ev1"));
        var command = await PostAsync(Command("T9", "U0ANNA", "/coach", "plan"));

        Assert.Equal((HttpStatusCode.OK, ""), (message.Status, message.Body));
        Assert.Contains("not set up for this workspace", command.Body, StringComparison.Ordinal);
        Assert.Equal(calls, _slack.Calls.Count);
        Assert.Null(await TableOf(PeopleTable.Name).ReadAsync(PeopleTable.Profile(new PersonAddress("slack", "T9", "U0ANNA")), CancellationToken.None));
    }

    [Fact]
    public async Task A_state_that_is_forged_somebody_elses_or_without_its_cookie_is_refused()
    {
        await using var visitor = _host.Visitor();
        await using var other = _host.Visitor();
        var mine = await BeginAsync(visitor);
        var theirs = await BeginAsync(other);

        foreach (var (who, state) in new[] { (visitor, "forged"), (visitor, ""), (visitor, mine[..^4] + "AAAA"), (visitor, theirs), (other, mine) })
        {
            var page = await who.GetAsync($"/slack/oauth/callback?code=code-1&state={Uri.EscapeDataString(state)}");
            Assert.Equal(HttpStatusCode.BadRequest, page.Status);
            Assert.Contains("Nothing was installed", page.Text, StringComparison.Ordinal);
        }

        await using var stranger = _host.Visitor();
        Assert.Equal(HttpStatusCode.BadRequest, (await stranger.GetAsync($"/slack/oauth/callback?code=code-1&state={Uri.EscapeDataString(mine)}")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await stranger.GetAsync("/slack/oauth/callback")).Status);
        Assert.Empty(_slack.Exchanges);
    }

    [Fact]
    public async Task A_state_is_good_once_on_whichever_node_and_for_ten_minutes()
    {
        await using var second = await StartAsync(("Storage:Sqlite:Path", _host.StorePath));
        await using var visitor = _host.Visitor();
        var state = await BeginAsync(visitor);
        var path = $"/slack/oauth/callback?code=code-none&state={Uri.EscapeDataString(state)}";
        var cookie = visitor.Cookies.GetAllCookies().Single(kept => kept.Name == "botcoach-install");
        await using var elsewhere = second.Visitor();
        elsewhere.Cookies.Add(new Cookie(cookie.Name, cookie.Value, cookie.Path, cookie.Domain));
        await using var again = _host.Visitor();
        again.Cookies.Add(new Cookie(cookie.Name, cookie.Value, cookie.Path, cookie.Domain));

        Assert.Equal(HttpStatusCode.BadGateway, (await visitor.GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.Gone, (await elsewhere.GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.Gone, (await again.GetAsync(path)).Status);
        Assert.Single(_slack.Exchanges);

        var late = await BeginAsync(visitor);
        _clock.Advance(TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(1));
        var page = await visitor.GetAsync($"/slack/oauth/callback?code=code-1&state={Uri.EscapeDataString(late)}");
        Assert.Equal(HttpStatusCode.Gone, page.Status);
        Assert.Contains("within ten minutes", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_says_no_reads_that_nothing_was_installed()
    {
        _slack.Decision = () => null;
        await using var visitor = _host.Visitor();
        var page = await visitor.GetAsync("/slack/install");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Nothing was installed", page.Text, StringComparison.Ordinal);
        Assert.Empty(_slack.Exchanges);
    }

    [Fact]
    public async Task Tokens_in_the_store_cannot_be_read_without_the_key_ring_and_not_in_the_place_of_another_workspace()
    {
        _slack.TokenSeconds = 43_200;
        await InstallAsync(new("T1", "Northwind", "U0ANNA"));
        await InstallAsync(new("T2", "Contoso", "U0ANNA"));
        var file = Encoding.Latin1.GetString(await ReadAllAsync(_host.StorePath)) + Encoding.Latin1.GetString(await ReadAllAsync(_host.StorePath + "-wal"));
        Assert.Equal(5, _slack.Secrets.Count);
        Assert.DoesNotContain(_slack.Secrets, secret => file.Contains(secret, StringComparison.Ordinal));

        var table = TableOf(InstallationsTable.Name);
        var stolen = (await table.ReadAsync(new RowKey("T2", "slack"), CancellationToken.None))!;
        await table.WriteAsync([new RowWrite.Upsert { Key = new RowKey("T1", "slack"), Properties = stolen.Properties }], CancellationToken.None);
        await using var other = await StartAsync(("Storage:Sqlite:Path", _host.StorePath));
        await using var elsewhere = await StartAsync(("Storage:Sqlite:Path", _host.StorePath), ("Keys:Path", Path.Combine(Path.GetDirectoryName(_host.StorePath)!, "other-keys")));

        Assert.IsType<BotCoach.Slack.SlackTokenLookup.Found>(await LookUpAsync(other, "T2"));
        Assert.IsType<BotCoach.Slack.SlackTokenLookup.Unavailable>(await LookUpAsync(other, "T1"));
        Assert.IsType<BotCoach.Slack.SlackTokenLookup.Unavailable>(await LookUpAsync(elsewhere, "T2"));
        Assert.Contains(elsewhere.Log, line => line.Contains("Keys:Path", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_installation_for_all_workspaces_of_an_enterprise_serves_each_of_them()
    {
        await InstallAsync(new("E1", "Northwind Group", "U0ADMIN", Enterprise: "E1", IsOfEnterprise: true));
        await PostAsync(Message("T1", "U0ANNA", "hello", "Ev1", enterprise: "E1"));
        await Poll.UntilAsync(() => Task.FromResult(_slack.Posts.Count() == 2), Poll.Patience, "the welcome");
        var foreign = await PostAsync(Message("T7", "U0ANNA", "hello", "Ev2", enterprise: "E7"));

        Assert.All(_slack.Calls, call => Assert.Equal("E1", call.Workspace));
        Assert.Equal(new BotCoach.Slack.SlackTokenLookup.Found(_slack.Posts.Last().Token, IsOfEnterprise: true), await LookUpAsync(_host, "T1"));
        Assert.Equal(HttpStatusCode.OK, foreign.Status);
        Assert.IsType<BotCoach.Slack.SlackTokenLookup.NotInstalled>(await LookUpAsync(_host, "T7"));
    }

    [Theory]
    [InlineData("app_uninstalled", "tokens_revoked")]
    [InlineData("tokens_revoked", "app_uninstalled")]
    public async Task A_workspace_that_removes_the_app_is_written_to_no_more_and_its_token_is_gone_until_it_comes_back(string first, string second)
    {
        await InstallAsync(new("T1", "Northwind", "U0ANNA"));
        await InstallAsync(new("T2", "Contoso", "U0ANNA"));
        _clock.Advance(TimeSpan.FromMinutes(1));
        foreach (var (kind, number) in new[] { (first, 1), (second, 2), (first, 3) })
        {
            Assert.Equal(HttpStatusCode.OK, (await PostAsync(Removal("T1", kind, $"Ev0GONE{number}"))).Status);
        }

        var calls = _slack.Calls.Count;
        Assert.IsType<BotCoach.Slack.SlackTokenLookup.NotInstalled>(await LookUpAsync(_host, "T1"));
        Assert.IsType<BotCoach.Slack.SlackTokenLookup.Found>(await LookUpAsync(_host, "T2"));
        Assert.Null(await TableOf(InstallationsTable.Name).ReadAsync(new RowKey("T1", "slack"), CancellationToken.None));
        Assert.True(await _host.Services.GetRequiredService<Removals>().IsRemovedAsync(new("slack", "T1"), CancellationToken.None));
        await PostAsync(Message("T1", "U0ANNA", "hello", "Ev1"));
        Assert.Equal(calls, _slack.Calls.Count);

        _clock.Advance(TimeSpan.FromDays(2));
        await InstallAsync(new("T1", "Northwind", "U0ANNA"));
        Assert.False(await _host.Services.GetRequiredService<Removals>().IsRemovedAsync(new("slack", "T1"), CancellationToken.None));
        await PostAsync(Message("T1", "U0ANNA", "hello", "Ev2"));
        Assert.Equal("T1", _slack.Posts.Last().Workspace);
    }

    [Fact]
    public async Task An_enterprise_that_removes_the_app_removes_it_from_every_workspace_that_was_heard_of()
    {
        await InstallAsync(new("E1", "Northwind Group", "U0ADMIN", Enterprise: "E1", IsOfEnterprise: true));
        await PostAsync(Message("T1", "U0ANNA", "hello", "Ev1", enterprise: "E1"));
        _clock.Advance(TimeSpan.FromMinutes(1));
        await PostAsync(Removal("E1", "app_uninstalled", "Ev0GONE"));

        Assert.IsType<BotCoach.Slack.SlackTokenLookup.NotInstalled>(await LookUpAsync(_host, "T1"));
        Assert.True(await _host.Services.GetRequiredService<Removals>().IsRemovedAsync(new("slack", "T1"), CancellationToken.None));
        Assert.Empty((await TableOf(InstallationsTable.Name).QueryAsync(new RowRange("E1", "a", "z"), 10, CancellationToken.None)).Rows);
        Assert.Empty((await TableOf(InstallationsTable.Name).QueryAsync(new RowRange("T1", "a", "z"), 10, CancellationToken.None)).Rows);
    }

    [Fact]
    public async Task Without_a_public_address_or_a_client_nothing_is_begun()
    {
        await using var without = await RunningHost.StartAsync(("environment", "Production"), ("Slack:ClientId", "1"), ("Slack:ClientSecret", "2"), ("Slack:SigningSecret", Secret));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await without.Http.GetAsync("slack/install")).StatusCode);
        Assert.Contains("Set Host:PublicUrl", await without.Http.GetStringAsync(""), StringComparison.Ordinal);

        await using var alone = await RunningHost.StartAsync(("environment", "Development"), ("Slack:BotToken", "xoxb-1"));
        Assert.Equal(HttpStatusCode.NotFound, (await alone.Http.GetAsync("slack/install")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await alone.Http.GetAsync("slack/oauth/callback?code=1&state=2")).StatusCode);
    }

    private async Task<SlackResponse> PostAsync(string body)
    {
        using var requests = new SlackRequests(_host.Address, Secret);
        return await requests.PostAsync(body);
    }

    private async Task<WebReply> InstallAsync(SlackPlace place)
    {
        _slack.Decision = () => place;
        await using var visitor = _host.Visitor();
        return await visitor.GetAsync("/slack/install");
    }

    /// <summary>Begins, and stops on Slack's page.</summary>
    private async Task<string> BeginAsync(WebVisitor visitor)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, CookieContainer = visitor.Cookies }) { BaseAddress = _host.Address };
        using var response = await http.GetAsync("slack/install");
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Contains("httponly", string.Join(' ', response.Headers.GetValues("Set-Cookie")), StringComparison.OrdinalIgnoreCase);
        return System.Web.HttpUtility.ParseQueryString(response.Headers.Location!.Query)["state"]!;
    }

    private Task<RunningHost> StartAsync(params (string Key, string Value)[] changes) => RunningHost.StartAsync(
        _clock,
        [
            ("environment", "Development"),
            ("Slack:SigningSecret", Secret),
            ("Slack:ClientId", InstallableSlack.ClientId),
            ("Slack:ClientSecret", InstallableSlack.ClientSecret),
            ("Slack:ApiBaseUrl", _slack.Address),
            .. changes,
        ]);

    private ITable TableOf(string name) => _host.Services.GetRequiredService<ITableStore>().Table(name);

    private static async Task<BotCoach.Slack.SlackTokenLookup> LookUpAsync(RunningHost host, string workspace) =>
        await host.Services.GetRequiredService<BotCoach.Slack.ISlackInstallations>().FindAsync(workspace, CancellationToken.None);

    private static async Task<byte[]> ReadAllAsync(string path)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[file.Length];
        await file.ReadExactlyAsync(bytes);
        return bytes;
    }

    private static string Message(string workspace, string person, string text, string id, string? enterprise = null)
    {
        var message = System.Text.Json.Nodes.JsonNode.Parse(SlackRequests.Message(person, $"D{enterprise ?? workspace}", text, id))!;
        message["team_id"] = workspace;
        message["authorizations"]![0]!["team_id"] = workspace;
        message["authorizations"]![0]!["enterprise_id"] = enterprise;
        message["authorizations"]![0]!["is_enterprise_install"] = enterprise is not null;
        return message.ToJsonString();
    }

    private string Removal(string workspace, string kind, string id) => System.Text.Json.JsonSerializer.Serialize(new
    {
        type = "event_callback",
        team_id = workspace,
        event_id = id,
        event_time = _clock.GetUtcNow().ToUnixTimeSeconds(),
        @event = new { type = kind, tokens = new { bot = new[] { "U0BOT" } } },
    });

    private static string Command(string workspace, string person, string command, string text) =>
        SlackRequests.Command(person, command, text, $"1.2.{workspace}").Replace($"team_id={SlackRequests.Workspace}", $"team_id={workspace}", StringComparison.Ordinal);
}
