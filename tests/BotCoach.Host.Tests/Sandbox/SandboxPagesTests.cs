using System.Net;
using System.Net.Http.Json;
using BotCoach.Coaching;
using BotCoach.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace BotCoach.Host.Tests;

public sealed class SandboxPagesTests : IAsyncLifetime
{
    private RunningHost _host = null!;

    public async Task InitializeAsync() => _host = await RunningHost.StartAsync(("environment", "Development"));

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [InlineData("/")]
    [InlineData("/sandbox/sandbox.js")]
    [InlineData("/sandbox/sandbox.css")]
    public async Task Browsers_are_told_to_load_nothing_but_its_own_script_and_style(string path)
    {
        using var reply = await _host.Http.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        var policy = reply.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", reply.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.DoesNotMatch("https?://|innerHTML|insertAdjacentHTML|eval\\(", await reply.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_page_that_says_what_is_set_up_has_moved() =>
        Assert.Contains("BotCoach is running", await _host.Http.GetStringAsync("/setup"), StringComparison.Ordinal);

    [Theory]
    [InlineData("/sandbox/turns")]
    [InlineData("/sandbox/fast-forward")]
    public async Task Whoever_has_no_cookie_has_no_conversation(string path)
    {
        using var visitor = Visitor();
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(visitor, path, new { }));
        using var news = await visitor.GetAsync("/sandbox/news");
        Assert.Equal(HttpStatusCode.Unauthorized, news.StatusCode);
    }

    [Theory]
    [InlineData("/sandbox/visit")]
    [InlineData("/sandbox/turns")]
    [InlineData("/sandbox/fast-forward")]
    [InlineData("/sandbox/start-over")]
    public async Task The_form_of_another_site_is_refused(string path)
    {
        using var visitor = Visitor();
        await PostAsync(visitor, "/sandbox/visit", new { });
        using var form = new StringContent("{\"kind\":\"message\",\"id\":\"1\",\"text\":\"stop\"}");
        using var reply = await visitor.PostAsync(path, form);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, reply.StatusCode);
    }

    [Fact]
    public async Task Nothing_that_a_visitor_does_reaches_the_services_own_store_or_log()
    {
        using var visitor = Visitor();
        Assert.Equal(HttpStatusCode.NoContent, await PostAsync(visitor, "/sandbox/visit", new { zone = "Europe/Berlin", locale = "en-GB" }));
        await SayAsync(visitor, "Xanthippe knows");
        await SayAsync(visitor, "plan active");
        await SayAsync(visitor, "/coach group new Rockets");
        Assert.Equal(HttpStatusCode.NoContent, await PostAsync(visitor, "/sandbox/fast-forward", new { }));

        var rows = await StoreScan.ReadAsync(_host.Services.GetRequiredService<ITableStore>(), CoachingServices.Tables);
        Assert.DoesNotContain(rows, row => row.Text.Contains("sandbox", StringComparison.Ordinal) || row.Text.Contains("Rockets", StringComparison.Ordinal));
        Assert.DoesNotContain(_host.Log, line => line.Contains("Xanthippe", StringComparison.Ordinal) || line.Contains("Rockets", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_visitor_who_was_not_seen_for_longest_makes_room_for_a_new_one()
    {
        List<HttpClient> visitors = [.. Enumerable.Range(0, SandboxWorlds.Most + 1).Select(_ => Visitor())];
        foreach (var visitor in visitors)
        {
            Assert.Equal(HttpStatusCode.NoContent, await PostAsync(visitor, "/sandbox/visit", new { }));
        }

        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(visitors[0], "/sandbox/fast-forward", new { }));
        Assert.Equal(HttpStatusCode.NoContent, await PostAsync(visitors[1], "/sandbox/fast-forward", new { }));
        Assert.Equal(HttpStatusCode.NoContent, await PostAsync(visitors[^1], "/sandbox/fast-forward", new { }));
        visitors.ForEach(visitor => visitor.Dispose());
    }

    private static async Task SayAsync(HttpClient visitor, string words) => Assert.Equal(
        HttpStatusCode.OK, await PostAsync(visitor, "/sandbox/turns", new { id = Guid.NewGuid().ToString(), kind = "message", text = words }));

    private static async Task<HttpStatusCode> PostAsync(HttpClient visitor, string path, object body)
    {
        using var reply = await visitor.PostAsJsonAsync(path, body);
        return reply.StatusCode;
    }

    private HttpClient Visitor() => new(new SocketsHttpHandler { UseProxy = false, CookieContainer = new CookieContainer() }) { BaseAddress = _host.Address };
}
