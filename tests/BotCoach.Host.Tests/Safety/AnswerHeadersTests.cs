namespace BotCoach.Host.Tests;

/// <summary>What every answer tells whoever shows it.</summary>
public sealed class AnswerHeadersTests
{
    private static readonly (HttpMethod Method, string Path)[] _requests =
    [
        (HttpMethod.Get, ""), (HttpMethod.Get, "health"), (HttpMethod.Get, "health/live"), (HttpMethod.Get, "health/ready"),
        (HttpMethod.Get, "insights"), (HttpMethod.Get, "export"), (HttpMethod.Get, "export/botcoach.json"), (HttpMethod.Get, "links/forged"),
        (HttpMethod.Post, "links/forged"), (HttpMethod.Post, "slack/events"), (HttpMethod.Post, "slack/commands"), (HttpMethod.Post, "api/messages"),
        (HttpMethod.Get, "slack/events"), (HttpMethod.Get, "nowhere"), (HttpMethod.Get, "favicon.ico"),
    ];

    [Fact]
    public async Task Every_answer_may_be_shown_by_nobody_else_loads_nothing_and_is_not_kept()
    {
        await using var host = await RunningHost.StartAsync();
        foreach (var (method, path) in _requests)
        {
            using var request = new HttpRequestMessage(method, path);
            using var answer = await host.Http.SendAsync(request);
            string Header(string name) => string.Join(',', answer.Headers.TryGetValues(name, out var values) ? values : []);

            Assert.Contains("default-src 'none'", Header("Content-Security-Policy"), StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", Header("Content-Security-Policy"), StringComparison.Ordinal);
            Assert.DoesNotContain("script-src", Header("Content-Security-Policy"), StringComparison.Ordinal);
            Assert.Equal(
                ("nosniff", "DENY", "no-referrer", "same-origin", ""),
                (Header("X-Content-Type-Options"), Header("X-Frame-Options"), Header("Referrer-Policy"), Header("Cross-Origin-Resource-Policy"), Header("Server")));
            Assert.Contains("no-store", Header("Cache-Control"), StringComparison.Ordinal);
            Assert.Empty(Header("Strict-Transport-Security"));
        }
    }

    [Fact]
    public async Task Behind_https_browsers_are_told_to_come_by_nothing_else()
    {
        await using var host = await RunningHost.StartAsync(("Host:PublicUrl", "https://coach.example.com"));
        using var answer = await host.Http.GetAsync("health/live");

        Assert.Equal("max-age=31536000", answer.Headers.GetValues("Strict-Transport-Security").Single());
    }
}
