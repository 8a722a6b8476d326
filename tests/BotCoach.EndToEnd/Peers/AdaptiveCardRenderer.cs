using Microsoft.Playwright;

namespace BotCoach.EndToEnd;

/// <summary>An Adaptive Card by name, for people to look at.</summary>
/// <param name="Name">What stands above it on the sheet.</param>
/// <param name="Json">The card.</param>
public sealed record NamedCard(string Name, string Json);

/// <summary>
/// Microsoft's adaptivecards renderer (from <c>tests/peers</c>) in Chromium, with colours and sizes close to those of Teams.
/// It objects to what is malformed, not to properties that it does not know, and of Markdown it shows bold, italic and links.
/// </summary>
public sealed class AdaptiveCardRenderer : IAsyncDisposable
{
    private static readonly string _peers = Path.Combine(RepositoryRoot.Path, "tests", "peers");

    private readonly IPage _page;

    private AdaptiveCardRenderer(IPage page) => _page = page;

    public static async Task<AdaptiveCardRenderer> OpenAsync(Chromium chromium)
    {
        if (!Directory.Exists(Path.Combine(_peers, "node_modules", "adaptivecards")))
            throw new InvalidOperationException("No adaptivecards: run test.sh, or npm ci in tests/peers.");
        return new AdaptiveCardRenderer(await chromium.OpenAsync(new Uri(Path.Combine(_peers, "adaptive-cards.html"))));
    }

    /// <summary>What the renderer objects to in a card, one line each, fallbacks included; empty when the card is valid.</summary>
    public async Task<IReadOnlyList<string>> ProblemsAsync(string card) =>
        await _page.EvaluateAsync<string[]>("card => problems(card)", card);

    /// <summary>Saves two pictures of all cards to <c>tests/artifacts/</c>, such as <c>cards-light.png</c> and <c>cards-dark.png</c>.</summary>
    /// <param name="name">What their names begin with.</param>
    /// <param name="cards">The cards, in the order in which they are to stand there.</param>
    /// <returns>Their paths.</returns>
    public async Task<IReadOnlyList<string>> SheetsAsync(string name, IReadOnlyList<NamedCard> cards) =>
        [await SheetAsync(name, cards, "light"), await SheetAsync(name, cards, "dark")];

    public async ValueTask DisposeAsync() => await _page.CloseAsync();

    private async Task<string> SheetAsync(string name, IReadOnlyList<NamedCard> cards, string theme)
    {
        // Four cards beside each other, each as wide as in a chat beside an open list of chats.
        await _page.SetViewportSizeAsync(1720, 900);
        await _page.EvaluateAsync(
            "([cards, theme]) => show(cards, theme)",
            new object[] { cards.Select(card => new { name = card.Name, json = card.Json }).ToArray(), theme });
        var path = Path.Combine(RepositoryRoot.Path, "tests", "artifacts", $"{name}-{theme}.png");
        await _page.ScreenshotAsync(new PageScreenshotOptions { Path = path, FullPage = true });
        return path;
    }
}
