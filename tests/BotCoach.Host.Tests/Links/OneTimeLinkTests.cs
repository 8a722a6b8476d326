using System.Net;
using System.Text.Json;
using BotCoach.Chat;
using BotCoach.Coaching;
using Microsoft.Extensions.DependencyInjection;

namespace BotCoach.Host.Tests;

public sealed class OneTimeLinkTests : IAsyncLifetime
{
    private static readonly PersonAddress _anna = new("slack", "T1", "anna");

    private readonly MovableClock _clock = new();
    private RunningHost _host = null!;
    private WebVisitor _visitor = null!;

    public async Task InitializeAsync()
    {
        _host = await RunningHost.StartAsync(_clock, ("environment", "Development"), ("Programme:Leads", "slack:T1:anna"));
        _visitor = _host.Visitor();
    }

    public async Task DisposeAsync()
    {
        await _visitor.DisposeAsync();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Looking_at_a_link_uses_nothing_and_its_button_works_once()
    {
        var link = _visitor.Link(OneTimePage.Insights, _anna).PathAndQuery;
        for (var looks = 0; looks < 3; looks++)
        {
            var look = await _visitor.GetAsync(link);
            Assert.Equal(HttpStatusCode.OK, look.Status);
            Assert.Contains("<form method=\"post\"><button class=\"primary\">Open insights", look.Text, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.Unauthorized, (await _visitor.GetAsync("/insights")).Status);
        var entered = await _visitor.PostAsync(link);
        Assert.Equal((HttpStatusCode.OK, "/insights"), (entered.Status, entered.Path));

        await using var other = _host.Visitor();
        Assert.Equal(HttpStatusCode.Gone, (await other.PostAsync(link)).Status);
        Assert.Contains("used before", (await other.GetAsync(link)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await other.GetAsync("/insights")).Status);
    }

    [Fact]
    public async Task Of_many_who_use_a_link_at_once_one_gets_in()
    {
        var link = _visitor.Link(OneTimePage.Insights, _anna).PathAndQuery;
        var visitors = Enumerable.Range(0, 8).Select(_ => _host.Visitor()).ToList();
        var replies = await Task.WhenAll(visitors.Select(visitor => visitor.PostAsync(link)));
        foreach (var visitor in visitors)
        {
            await visitor.DisposeAsync();
        }

        Assert.Single(replies, reply => reply.Status == HttpStatusCode.OK);
        Assert.Equal(7, replies.Count(reply => reply.Status == HttpStatusCode.Gone));
    }

    [Fact]
    public async Task A_link_that_was_used_is_remembered_until_its_age_alone_refuses_it()
    {
        var link = _visitor.Link(OneTimePage.Insights, _anna).PathAndQuery;
        await _visitor.PostAsync(link);
        var retention = _host.Services.GetRequiredService<Retention>();
        _clock.Advance(TimeSpan.FromHours(24));
        Assert.Empty(await retention.RunAsync(CancellationToken.None));
        _clock.Advance(TimeSpan.FromHours(24));

        Assert.Equal(1, (await retention.RunAsync(CancellationToken.None))["links"]);
        Assert.Equal(HttpStatusCode.Gone, (await _visitor.PostAsync(link)).Status);
    }

    [Theory]
    [InlineData(9.9, HttpStatusCode.OK)]
    [InlineData(10.1, HttpStatusCode.Gone)]
    public async Task A_link_lives_ten_minutes(double minutes, HttpStatusCode expected)
    {
        var link = _visitor.Link(OneTimePage.Insights, _anna).PathAndQuery;
        _clock.Advance(TimeSpan.FromMinutes(minutes));

        Assert.Equal(expected, (await _visitor.GetAsync(link)).Status);
        Assert.Equal(expected, (await _visitor.PostAsync(link)).Status);
        Assert.Equal(expected is HttpStatusCode.OK ? HttpStatusCode.OK : HttpStatusCode.Unauthorized, (await _visitor.GetAsync("/insights")).Status);
    }

    [Fact]
    public async Task A_link_that_was_changed_in_any_place_is_refused()
    {
        var link = _visitor.Link(OneTimePage.Insights, _anna).PathAndQuery;
        var start = $"{OneTimeLinks.Path}/".Length;
        // The last character may hold bits that say nothing.
        foreach (var place in Enumerable.Range(start, link.Length - start - 1).Where(place => place % 7 == 0))
        {
            var forged = $"{link[..place]}{(link[place] == 'A' ? 'B' : 'A')}{link[(place + 1)..]}";
            Assert.Equal(HttpStatusCode.NotFound, (await _visitor.PostAsync(forged)).Status);
        }

        foreach (var forged in new[] { $"{OneTimeLinks.Path}/anna", link[..^9], $"{link}AAAA" })
        {
            var reply = await _visitor.PostAsync(forged);
            Assert.Equal(HttpStatusCode.NotFound, reply.Status);
            Assert.Contains("/coach insights or /coach export", reply.Text, StringComparison.Ordinal);
        }

        Assert.Equal(0, _visitor.Cookies.Count);
    }

    [Fact]
    public async Task A_session_of_insights_ends_after_eight_hours_however_busy_it_was()
    {
        await _visitor.SignInAsync(OneTimePage.Insights, _anna);
        for (var hour = 0; hour < 7; hour++)
        {
            _clock.Advance(TimeSpan.FromHours(1));
            Assert.Equal(HttpStatusCode.OK, (await _visitor.GetAsync("/insights")).Status);
        }

        _clock.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal(HttpStatusCode.Unauthorized, (await _visitor.GetAsync("/insights")).Status);
    }

    [Fact]
    public async Task Whoever_signs_out_is_out()
    {
        await _visitor.SignInAsync(OneTimePage.Insights, _anna);
        Assert.Contains("signed out", (await _visitor.PostAsync("/insights/sign-out")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _visitor.GetAsync("/insights")).Status);
    }

    [Fact]
    public async Task A_copy_of_everything_is_two_files_for_a_quarter_of_an_hour()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await _visitor.GetAsync("/export/botcoach.json")).Status);
        var page = await _visitor.SignInAsync(OneTimePage.Export, _anna);
        Assert.Equal((HttpStatusCode.OK, "/export"), (page.Status, page.Path));

        var json = await _visitor.GetAsync("/export/botcoach.json");
        Assert.Equal("application/json; charset=utf-8", json.Headers["Content-Type"]);
        Assert.Matches(@"^attachment; filename=botcoach-\d{4}-\d\d-\d\d\.json", json.Headers["Content-Disposition"]);
        Assert.Equal("anna", JsonDocument.Parse(json.Text).RootElement.GetProperty("person").GetString());

        var text = await _visitor.GetAsync("/export/botcoach.md");
        Assert.Equal("text/markdown; charset=utf-8", text.Headers["Content-Type"]);
        Assert.StartsWith("# What BotCoach keeps about", text.Text, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Unauthorized, (await _visitor.GetAsync("/insights")).Status);
        _clock.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal(HttpStatusCode.Unauthorized, (await _visitor.GetAsync("/export")).Status);
    }

    [Fact]
    public async Task A_link_names_nobody_and_neither_does_the_log()
    {
        var link = _visitor.Link(OneTimePage.Insights, _anna).ToString();
        await _visitor.PostAsync(new Uri(link).PathAndQuery);
        Assert.DoesNotContain("anna", link, StringComparison.Ordinal);
        Assert.DoesNotContain(_host.Log, line => line.Contains("anna", StringComparison.Ordinal));
    }
}
