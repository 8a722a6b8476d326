using Microsoft.Playwright;

namespace BotCoach.EndToEnd;

/// <summary>The Chromium of this machine, driven by Playwright; nothing is downloaded. Share one as a class fixture.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Program(),
            // Quiet, without the network, and startable by root in a container.
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--no-proxy-server",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
            ],
        });
    }

    /// <summary>Opens an address in a browser profile of its own, as a person with their own cookies would.</summary>
    /// <param name="address">The address.</param>
    /// <param name="locale">What the browser asks for and says of whoever uses it.</param>
    public async Task<IPage> OpenAsync(Uri address, string locale = "en-GB")
    {
        var page = await _browser!.NewPageAsync(new BrowserNewPageOptions
        {
            ViewportSize = new ViewportSize { Width = 1280, Height = 900 },
            Locale = locale,
        });
        await page.GotoAsync(address.ToString());
        return page;
    }

    /// <summary>Opens the peer's page as somebody.</summary>
    public async Task<SlackPage> OpenAsync(LocalSlack slack, SlackPerson person)
    {
        var page = await OpenAsync(slack.Address);
        await page.GetByLabel("Act as").SelectOptionAsync(person.Id);
        // Slack keeps the line breaks of a plain text; the peer's page would not.
        await page.AddStyleTagAsync(new PageAddStyleTagOptions { Content = ".bk-text .plain { white-space: pre-line; }" });
        return new SlackPage(page);
    }

    /// <summary>Opens Playground's page.</summary>
    public async Task<PlaygroundPage> OpenAsync(Playground playground) => new(await OpenAsync(playground.Address));

    /// <summary>Saves what a page shows to <c>tests/artifacts/</c>, for people to look at.</summary>
    /// <returns>The path of the picture.</returns>
    public static async Task<string> ScreenshotAsync(IPage page, string name)
    {
        var path = Path.Combine(RepositoryRoot.Path, "tests", "artifacts", $"{name}.png");
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = path });
        return path;
    }

    /// <summary>With BOTCOACH_REWRITE_SNAPSHOTS=1 a picture becomes one of those in <c>docs/images/</c>.</summary>
    public static void Keep(string picture, string name)
    {
        if (Environment.GetEnvironmentVariable("BOTCOACH_REWRITE_SNAPSHOTS") == "1")
            File.Copy(picture, Path.Combine(RepositoryRoot.Path, "docs", "images", name), overwrite: true);
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    private static string Program() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, "chromium"))
            .FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("No chromium on PATH: run test.sh, or install it.");
}
