using Microsoft.Playwright;

namespace BotCoach.EndToEnd;

/// <summary>The peer's page in a browser, as one person sees it.</summary>
/// <param name="page">The page itself, for what is not offered here.</param>
public sealed class SlackPage(IPage page)
{
    public IPage Page => page;

    /// <summary>The form on the screen.</summary>
    public ILocator Form => page.Locator(".modal");

    /// <summary>Goes to the direct conversation of the bot and a person.</summary>
    public Task OpenDirectConversationAsync(SlackPerson person) => OpenAsync(person.RealName);

    /// <summary>Goes to the bot's Home tab.</summary>
    public Task OpenHomeAsync() => OpenAsync(LocalWorkspace.BotName);

    /// <summary>The messages in view that say something.</summary>
    public ILocator Message(string text) => page.Locator(".msg").Filter(new LocatorFilterOptions { HasText = text });

    /// <summary>The newest button with that label.</summary>
    public ILocator Button(string label) =>
        page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = label, Exact = true }).Last;

    /// <summary>Types into a field of the form on the screen, over what stands there.</summary>
    public Task FillAsync(string label, string text) =>
        Form.Locator(".bk-input").Filter(new LocatorFilterOptions { HasText = label }).Locator("input").FillAsync(text);

    /// <summary>Submits the form on the screen.</summary>
    public Task SubmitAsync() => Form.Locator(".modal-btn.primary").ClickAsync();

    /// <summary>Saves what is in view to <c>tests/artifacts/</c>.</summary>
    public Task<string> ScreenshotAsync(string name) => Chromium.ScreenshotAsync(page, name);

    /// <summary>
    /// Saves a message and what stands around it to <c>tests/artifacts/</c>, at desktop and at phone width, where it has the
    /// window for itself as in Slack's own app.
    /// </summary>
    public async Task ScreenshotsAsync(string name, ILocator message)
    {
        await message.ScrollIntoViewIfNeededAsync();
        await Chromium.ScreenshotAsync(page, $"{name}-1280");
        await page.SetViewportSizeAsync(390, 900);
        var phone = await page.AddStyleTagAsync(new PageAddStyleTagOptions { Content = ".sidebar { display: none; }" });
        await message.ScrollIntoViewIfNeededAsync();
        await Chromium.ScreenshotAsync(page, $"{name}-390");
        await phone.EvaluateAsync("style => style.remove()");
        await page.SetViewportSizeAsync(1280, 900);
    }

    private Task OpenAsync(string entry) =>
        page.Locator(".sidebar-item").Filter(new LocatorFilterOptions { HasText = entry }).ClickAsync();
}
