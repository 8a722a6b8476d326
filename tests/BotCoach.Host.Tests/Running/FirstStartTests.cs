using System.Net;
using System.Text;

namespace BotCoach.Host.Tests;

public sealed class FirstStartTests
{
    [Theory]
    [InlineData("health/live")]
    [InlineData("health/ready")]
    public async Task Without_any_credentials_it_starts_and_says_that_it_is_well(string path)
    {
        await using var host = await RunningHost.StartAsync();
        using var response = await host.Http.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("\"Healthy\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_and_the_log_say_what_is_set_up_what_is_not_and_the_next_step()
    {
        await using var host = await RunningHost.StartAsync();
        var page = await host.Http.GetStringAsync("");

        Assert.Contains("BotCoach is running", page, StringComparison.Ordinal);
        Assert.Contains("Set Slack:SigningSecret and Slack:BotToken", page, StringComparison.Ordinal);
        Assert.Contains("Not set up", page, StringComparison.Ordinal);
        Assert.Contains(host.Log, line => line.Contains("Set Slack:SigningSecret and Slack:BotToken", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Slack:SigningSecret", "Slack:BotToken is missing")]
    [InlineData("Slack:BotToken", "Slack:SigningSecret is missing")]
    public async Task Half_of_what_slack_needs_is_not_taken_for_all_of_it(string key, string said)
    {
        await using var host = await RunningHost.StartAsync((key, "hush-hush-value"));

        Assert.Contains(said, await host.Http.GetStringAsync(""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_token_for_connections_no_signing_secret_is_needed_and_the_health_says_whether_there_is_one()
    {
        await using var slack = await SlackApi.StartAsync();
        await using var host = await RunningHost.StartAsync(
            ("Slack:AppToken", "xapp-hush-hush"), ("Slack:BotToken", "xoxb-hush-hush"), ("Slack:ApiBaseUrl", slack.Address));

        Assert.Contains("Requests come over Socket Mode", await host.Http.GetStringAsync(""), StringComparison.Ordinal);
        Assert.Contains("No connection to Slack", await host.Http.GetStringAsync("health/ready"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_the_page_nor_the_health_nor_the_log_shows_a_secret()
    {
        await using var host = await RunningHost.StartAsync(("Slack:SigningSecret", "hush-hush-secret"), ("Slack:BotToken", "xoxb-hush-hush"));
        var page = await host.Http.GetStringAsync("");
        var health = await host.Http.GetStringAsync("health/ready");

        Assert.Contains("Requests are taken on /slack/events", page, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", page + health + string.Join('\n', host.Log), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_path_is_shown_as_text_whatever_it_holds()
    {
        var folder = Directory.CreateTempSubdirectory("<script>");
        try
        {
            await using var host = await RunningHost.StartAsync(("Storage:Sqlite:Path", Path.Combine(folder.FullName, "a&b.db")));
            var page = await host.Http.GetStringAsync("");

            Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
            Assert.Contains("a&amp;b.db", page, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task The_page_lets_nothing_run_and_nobody_frame_it()
    {
        await using var host = await RunningHost.StartAsync();
        using var response = await host.Http.GetAsync("");
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();

        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.False(response.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("slack/events", "{\"type\":\"url_verification\",\"challenge\":\"c\"}")]
    [InlineData("slack/interactions", "payload=%7B%7D")]
    [InlineData("slack/commands", "command=%2Fcoach")]
    public async Task Without_a_secret_whatever_is_posted_to_slacks_addresses_is_refused(string path, string body)
    {
        await using var host = await RunningHost.StartAsync();
        using var requests = new SlackRequests(host.Address, "");
        using var bare = await host.Http.PostAsync(path, new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.Unauthorized, bare.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await requests.PostAsync(body, path: path)).Status);
    }
}
