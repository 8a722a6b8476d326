using Microsoft.Playwright;

namespace BotCoach.EndToEnd;

/// <summary>Playground's page in a browser, as Anna sees it. It has no dark look.</summary>
/// <param name="page">The page itself, for what is not offered here.</param>
public sealed class PlaygroundPage(IPage page)
{
    public IPage Page => page;

    /// <summary>Every card in view, oldest first.</summary>
    public ILocator Cards => page.Locator(".ac-adaptiveCard");

    /// <summary>The newest card that says something.</summary>
    public ILocator Card(string text) => Cards.Filter(new LocatorFilterOptions { HasText = text }).Last;

    /// <summary>A button of a card.</summary>
    public static ILocator Button(ILocator card, string label) =>
        card.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = label, Exact = true });

    /// <summary>An input of a card, by what stands above it.</summary>
    public static ILocator Field(ILocator card, string label) => card.GetByLabel(label);

    /// <summary>Writes to the bot.</summary>
    public async Task WriteAsync(string text)
    {
        await page.GetByRole(AriaRole.Textbox).And(page.Locator("[data-lexical-editor]")).FillAsync(text);
        await page.GetByLabel("Send Message").ClickAsync();
    }

    /// <summary>Puts Playground's log away.</summary>
    public Task HideLogAsync() => page.GetByTitle("Hide log panel").ClickAsync();

    /// <summary>Saves a card alone to <c>tests/artifacts/</c>.</summary>
    public static Task CardScreenshotAsync(string name, ILocator card) =>
        card.ScreenshotAsync(new LocatorScreenshotOptions { Path = Path.Combine(RepositoryRoot.Path, "tests", "artifacts", $"{name}.png") });

    /// <summary>Saves what is in view to <c>tests/artifacts/</c>, with a card in the middle of it.</summary>
    public async Task<string> ScreenshotAsync(string name, ILocator card)
    {
        await card.ScrollIntoViewIfNeededAsync();
        return await Chromium.ScreenshotAsync(page, name);
    }
}
