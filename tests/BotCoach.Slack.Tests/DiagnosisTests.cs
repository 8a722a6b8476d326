using System.Globalization;
using BotCoach.Chat;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BotCoach.Slack.Tests;

/// <summary>What an operator is told about the way to Slack.</summary>
public sealed class DiagnosisTests : IAsyncLifetime
{
    private FakeSlack _slack = null!;

    public async Task InitializeAsync() => _slack = await FakeSlack.StartAsync();

    public async Task DisposeAsync() => await _slack.DisposeAsync();

    [Fact]
    public async Task Slack_that_is_not_set_up_is_no_fault() =>
        Assert.Equal(FindingState.Note, Assert.Single(await LookAsync(null, null)).State);

    [Fact]
    public async Task A_token_that_may_do_everything_is_right()
    {
        Answer("""{"ok":true,"user":"botcoach","team":"Northwind"}""", string.Join(',', ScopePurposes.Needed.Keys));

        var findings = await LookAsync("secret", "xoxb-1");

        Assert.All(findings, finding => Assert.Equal(FindingState.Right, finding.State));
        Assert.Equal(["Slack secret", "Slack token", "Slack scopes", "Clock"], findings.Select(finding => finding.Subject));
        Assert.Contains("botcoach to Northwind", findings[1].Says, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("invalid_auth", "xoxb-1", "Slack does not know Slack:BotToken")]
    [InlineData("token_revoked", "xoxb-1", "Install it again")]
    [InlineData("account_inactive", "xoxb-1", "Install it again")]
    [InlineData("token_expired", "xoxb-1", "run out")]
    [InlineData("not_allowed_token_type", "xoxp-1", "no bot token")]
    [InlineData("ekm_access_denied", "xoxb-1", "ekm_access_denied")]
    public async Task A_refusal_says_what_to_do(string code, string token, string says)
    {
        Answer($$"""{"ok":false,"error":"{{code}}"}""", "");

        var finding = Assert.Single(await LookAsync("secret", token), finding => finding.State is FindingState.Wrong);

        Assert.Contains(says, finding.Says, StringComparison.Ordinal);
        Assert.DoesNotContain(token, finding.Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scope_that_is_missing_is_named_with_what_it_costs()
    {
        Answer("""{"ok":true,"user":"botcoach","team":"Northwind"}""", string.Join(", ", ScopePurposes.Needed.Keys.Where(scope => scope != "im:write")));

        var finding = Assert.Single(await LookAsync("secret", "xoxb-1"), finding => finding.State is FindingState.Wrong);

        Assert.StartsWith("Missing: im:write (no direct conversation can be opened).", finding.Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clock_that_runs_off_shows_on_a_refusal_too()
    {
        _slack.Next("auth.test", http =>
        {
            http.Response.Headers.Date = (TimeProvider.System.GetUtcNow() - TimeSpan.FromHours(3)).ToString("R", CultureInfo.InvariantCulture);
            return http.Response.WriteAsync("""{"ok":false,"error":"invalid_auth"}""");
        });

        Assert.Contains(await LookAsync("secret", "xoxb-1"), finding => finding is { Subject: "Clock", State: FindingState.Wrong });
    }

    [Theory]
    [InlineData(null, "xoxb-1", "Slack:SigningSecret is not set")]
    [InlineData("xoxb-1", "xoxb-1", "Slack:SigningSecret holds a token")]
    [InlineData("secret", null, "Slack:BotToken is not set")]
    public async Task A_half_that_is_missing_or_in_the_wrong_place_is_told(string? secret, string? token, string says) =>
        Assert.Contains(await LookAsync(secret, token), finding => finding.State is FindingState.Wrong && finding.Says.StartsWith(says, StringComparison.Ordinal));

    [Fact]
    public async Task Slack_that_cannot_be_reached_is_told_by_its_host()
    {
        var finding = Assert.Single(await LookAsync("secret", "xoxb-1", "http://127.0.0.1:1/api/"), finding => finding.State is FindingState.Wrong);

        Assert.StartsWith("127.0.0.1 cannot be reached", finding.Says, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"ok":true,"url":"wss://127.0.0.1"}""", FindingState.Right, "Taken: connections may be opened")]
    [InlineData("""{"ok":false,"error":"invalid_auth"}""", FindingState.Wrong, "Slack does not take Slack:AppToken (invalid_auth)")]
    public async Task With_socket_mode_the_apps_token_is_tried_and_no_secret_is_needed(string json, FindingState state, string says)
    {
        _slack.NextJson("apps.connections.open", json);

        var findings = await LookAsync(null, "xoxb-1", appToken: "xapp-1");

        Assert.Equal(FindingState.Right, findings.Single(finding => finding.Subject == "Slack secret").State);
        var finding = findings.Single(finding => finding.Subject == "Slack app token");
        Assert.Equal(state, finding.State);
        Assert.StartsWith(says, finding.Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_workspaces_install_the_app_themselves_no_token_is_missing()
    {
        var findings = await LookAsync("secret", null, clientId: "1.2");

        Assert.All(findings, finding => Assert.Equal(FindingState.Right, finding.State));
        Assert.Contains(findings, finding => finding.Subject == "Clock");
    }

    [Fact]
    public void It_is_known_what_each_scope_is_for() =>
        Assert.Equal(SlackScopes.Bot.Order(StringComparer.Ordinal), ScopePurposes.Needed.Keys.Order(StringComparer.Ordinal));

    private void Answer(string json, string scopes) => _slack.Next("auth.test", http =>
    {
        http.Response.Headers["X-OAuth-Scopes"] = scopes;
        return http.Response.WriteAsync(json);
    });

    private async Task<IReadOnlyList<Finding>> LookAsync(
        string? secret, string? token, string? address = null, string? appToken = null, string? clientId = null)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Slack:SigningSecret"] = secret,
            ["Slack:BotToken"] = token,
            ["Slack:AppToken"] = appToken,
            ["Slack:ClientId"] = clientId,
            ["Slack:ClientSecret"] = clientId is null ? null : "hush",
            ["Slack:ApiBaseUrl"] = address ?? _slack.ApiBaseUrl,
        }).Build();
        await using var services = new ServiceCollection().AddLogging().AddSlack(configuration).BuildServiceProvider();
        return await services.GetRequiredService<IChannelDiagnosis>().LookAsync(default);
    }
}
