using Microsoft.Playwright;

namespace BotCoach.EndToEnd;

/// <summary>What somebody sees who installs the app. The pictures are for people to look at.</summary>
public sealed class InstallBrowserTests(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    private InstallableSlack _slack = null!;
    private CoachService _coach = null!;

    public async Task InitializeAsync()
    {
        _slack = await InstallableSlack.StartAsync();
        _coach = await CoachService.PrepareAsync(StoreKind.Sqlite);
        await _coach.StartAsync(new Dictionary<string, string>(_coach.Store.Settings, StringComparer.Ordinal)
        {
            ["environment"] = "Development",
            ["Slack:SigningSecret"] = "secret",
            ["Slack:ClientId"] = InstallableSlack.ClientId,
            ["Slack:ClientSecret"] = InstallableSlack.ClientSecret,
            ["Slack:ApiBaseUrl"] = _slack.Address,
            ["Scheduling:Shards"] = "2",
        });
    }

    public async Task DisposeAsync()
    {
        await _coach.DisposeAsync();
        await _slack.DisposeAsync();
    }

    [Fact]
    public async Task Somebody_comes_back_from_Slack_and_reads_what_comes_next()
    {
        var page = await chromium.OpenAsync(new Uri(_coach.Address, "slack/install"));
        await page.GetByRole(AriaRole.Heading, new() { Name = "BotCoach is installed in Northwind" }).WaitForAsync();
        await LookAsync(page, "install-1-done");

        await page.ReloadAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "This did not begin here" }).WaitForAsync();
        await LookAsync(page, "install-2-again");
        _slack.Decision = () => null;
        await page.GetByRole(AriaRole.Link, new() { Name = "Begin again" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Nothing was installed" }).WaitForAsync();
        await LookAsync(page, "install-3-no");
    }

    private static async Task LookAsync(IPage page, string name)
    {
        foreach (var (scheme, width) in new[] { (ColorScheme.Light, 1280), (ColorScheme.Dark, 1280), (ColorScheme.Light, 390), (ColorScheme.Dark, 390) })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await page.SetViewportSizeAsync(width, 844);
            await Chromium.ScreenshotAsync(page, $"{name}-{width}-{scheme.ToString().ToLowerInvariant()}");
            Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width, $"{name} is wider than {width} pixels.");
        }
    }
}
