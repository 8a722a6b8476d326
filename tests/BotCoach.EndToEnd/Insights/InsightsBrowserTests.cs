using System.Text.Json;
using BotCoach.Chat;
using BotCoach.Coaching;
using Microsoft.Playwright;

namespace BotCoach.EndToEnd;

/// <summary>What a programme lead sees in a browser. The pictures are for people to look at.</summary>
public sealed class InsightsBrowserTests(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    private static readonly PersonAddress _anna = new("slack", "T1", "anna");
    private static readonly int[] _widths = [390, 820, 1280];

    private readonly List<string> _complaints = [];
    private CoachService _coach = null!;

    public async Task InitializeAsync()
    {
        _coach = await CoachService.PrepareAsync(StoreKind.Sqlite);
        await _coach.StartAsync(new Dictionary<string, string>(_coach.Store.Settings, StringComparer.Ordinal)
        {
            ["environment"] = "Development",
            ["Programme:Leads"] = "slack:T1:anna",
            ["Scheduling:Shards"] = "2",
        });
    }

    public async Task DisposeAsync() => await _coach.DisposeAsync();

    [Fact]
    public async Task A_lead_comes_in_by_the_button_reads_on_and_leaves()
    {
        await SeedAsync();
        var link = _coach.Link(OneTimePage.Insights, _anna);
        var page = await OpenAsync(link);
        await LookAsync(page, "insights-1-link");
        await page.GetByRole(AriaRole.Button, new() { Name = "Open insights" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Everyone together" }).WaitForAsync();
        await LookAsync(page, "insights-2-overview");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await page.SetViewportSizeAsync(1280, 900);
        Chromium.Keep(await Chromium.ScreenshotAsync(page, "insights-readme"), "insights.png");

        await page.GetByRole(AriaRole.Link, new() { Name = "26 weeks" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Payments", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Payments", Exact = true }).WaitForAsync();
        Assert.Equal(26, await page.Locator("table").First.Locator("tbody tr").CountAsync());
        await page.GetByRole(AriaRole.Link, new() { Name = "12 weeks" }).ClickAsync();
        await LookAsync(page, "insights-3-group");

        await page.GotoAsync(new Uri(_coach.Address, "/insights/groups/everyone").ToString());
        await LookAsync(page, "insights-4-everyone");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "You are signed out" }).WaitForAsync();
        await page.GotoAsync(new Uri(_coach.Address, "/insights").ToString());
        await LookAsync(page, "insights-5-nobody");
        await page.GotoAsync(link.ToString());
        await page.GetByRole(AriaRole.Heading, new() { Name = "This link was used before" }).WaitForAsync();
        await LookAsync(page, "insights-6-used");
        Assert.Empty(_complaints);
    }

    [Fact]
    public async Task Without_figures_the_page_says_when_they_come()
    {
        var page = await SignInAsync();
        await LookAsync(page, "insights-7-empty");
        Assert.Empty(_complaints);
    }

    [Fact]
    public async Task Everybody_gets_their_two_files()
    {
        var page = await OpenAsync(_coach.Link(OneTimePage.Export, _anna));
        await page.GetByRole(AriaRole.Button, new() { Name = "Get my copy" }).ClickAsync();
        await LookAsync(page, "export-page");
        foreach (var (link, ending) in new[] { ("To read", ".md"), ("For machines", ".json") })
        {
            var file = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = link }).ClickAsync());
            Assert.EndsWith(ending, file.SuggestedFilename, StringComparison.Ordinal);
        }

        Assert.Empty(_complaints);
    }

    [Fact]
    public async Task The_keyboard_reaches_everything_and_scrolls_a_wide_table()
    {
        await SeedAsync();
        var page = await SignInAsync();
        await page.SetViewportSizeAsync(390, 844);
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to the content", await FocusedAsync(page));
        List<string> reached = [];
        for (var tabs = 0; tabs < 20; tabs++)
        {
            await page.Keyboard.PressAsync("Tab");
            reached.Add(await FocusedAsync(page));
            if (await page.EvaluateAsync<bool>("document.activeElement.classList.contains('scroll')"))
            {
                break;
            }
        }

        Assert.All(new[] { "Sign out", "4 weeks", "12 weeks", "26 weeks" }, name => Assert.Contains(name, reached));
        await page.Keyboard.PressAsync("ArrowRight");
        await Poll.UntilAsync(
            async () => await page.EvaluateAsync<bool>("document.querySelector('.scroll').scrollLeft > 0"), Poll.Patience, "the table to scroll");
    }

    private static Task<string> FocusedAsync(IPage page) => page.EvaluateAsync<string>("(document.activeElement.innerText || '').trim()");

    private Task SeedAsync() => SeedInsightsAsync("Platform", "Payments", "New managers in the Madrid and Porto offices", "Data & AI", "Mobile", "Support tools");

    private Task SeedInsightsAsync(params string[] names) =>
        SampleFigures.WriteAsync(_coach.Services, _anna.Home, ClosedWeek.At(_coach.Clock.GetUtcNow()), names);

    private async Task<IPage> SignInAsync()
    {
        var page = await OpenAsync(_coach.Link(OneTimePage.Insights, _anna));
        await page.GetByRole(AriaRole.Button, new() { Name = "Open insights" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "What helps your groups" }).WaitForAsync();
        return page;
    }

    // Whatever the browser complains about, and whatever it asks of somebody else, fails the test.
    private async Task<IPage> OpenAsync(Uri address)
    {
        var page = await chromium.OpenAsync(new Uri("about:blank"));
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(_coach.Address.ToString(), StringComparison.Ordinal))
            {
                _complaints.Add($"asked for {request.Url}");
            }
        };
        page.Console += (_, message) =>
        {
            // A page that says no has a status that the console repeats.
            if (message.Type is "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            {
                _complaints.Add(message.Text);
            }
        };
        await page.GotoAsync(address.ToString());
        return page;
    }

    // Pictures in light and dark at three widths, nothing wider than the window, and no serious finding of axe.
    private static async Task LookAsync(IPage page, string name)
    {
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            foreach (var width in _widths)
            {
                await page.SetViewportSizeAsync(width, 844);
                await page.ScreenshotAsync(new()
                {
                    Path = Path.Combine(RepositoryRoot.Path, "tests", "artifacts", $"{name}-{width}-{scheme.ToString().ToLowerInvariant()}.png"),
                    FullPage = true,
                });
                Assert.True(
                    await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width, $"{name} is wider than {width} pixels.");
            }

            Assert.Empty(await FindingsAsync(page));
        }
    }

    // What is evaluated here is not held back by the page's policy, so the page is checked as it is served.
    private static async Task<IReadOnlyList<string>> FindingsAsync(IPage page)
    {
        await page.EvaluateAsync(await File.ReadAllTextAsync(
            Path.Combine(RepositoryRoot.Path, "tests", "peers", "node_modules", "axe-core", "axe.min.js")));
        var findings = await page.EvaluateAsync<JsonElement>("async () => (await axe.run()).violations.map(found => `${found.impact} ${found.id}: ${found.nodes.map(node => node.html).join(' ')}`)");
        return [.. findings.EnumerateArray().Select(finding => finding.GetString()!)];
    }
}
