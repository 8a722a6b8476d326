using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace BotCoach.EndToEnd;

/// <summary>The sandbox in the hands of somebody with a browser.</summary>
public sealed class SandboxPage(IPage page)
{
    // The most that lies between now and the end of a meeting next week: the nudges of a plan, and the meeting's three messages.
    private const int MostSteps = 12;

    public IPage Page => page;

    private ILocator Cards => page.Locator("#talk article");

    /// <summary>Waits until the coach has said hello.</summary>
    public Task ReadyAsync() => Cards.First.WaitForAsync();

    public async Task SayAsync(string words)
    {
        await page.Locator("#say").FillAsync(words);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Presses a button on the last card that has it.</summary>
    public Task PressAsync(string label) => Button(label).ClickAsync();

    public ILocator Button(string label) => Cards.GetByRole(AriaRole.Button, new() { NameRegex = new Regex(label, RegexOptions.None, TimeSpan.FromSeconds(5)) }).Last;

    /// <summary>The last card with a title; waits for it.</summary>
    public async Task<ILocator> CardAsync(string title)
    {
        var card = Cards.Filter(new() { Has = page.GetByRole(AriaRole.Heading, new() { NameRegex = new Regex(title, RegexOptions.None, TimeSpan.FromSeconds(5)) }) }).Last;
        await card.WaitForAsync();
        return card;
    }

    /// <summary>Waits until the last card says something.</summary>
    public Task WaitForLastAsync(string words) => Cards.Last.Filter(new() { HasText = words }).WaitForAsync();

    /// <summary>Lets what comes next come.</summary>
    /// <returns>What was announced.</returns>
    public async Task<string> FastForwardAsync()
    {
        var button = page.Locator("#forward");
        var announced = await button.InnerTextAsync();
        var before = await Cards.CountAsync();
        await button.ClickAsync();
        await Poll.UntilAsync(async () => await Cards.CountAsync() > before && await button.IsEnabledAsync(), Poll.Patience, announced);
        return announced;
    }

    /// <summary>Fast-forwards until something of that kind was announced and has come.</summary>
    public async Task FastForwardToAsync(string what)
    {
        for (var step = 0; step < MostSteps; step++)
        {
            if ((await FastForwardAsync()).Contains(what, StringComparison.Ordinal))
            {
                return;
            }
        }

        throw new TimeoutException($"'{what}' did not come.");
    }

    /// <summary>All that is on the page to read.</summary>
    public Task<string> TextAsync() => page.Locator("#talk").InnerTextAsync();
}
