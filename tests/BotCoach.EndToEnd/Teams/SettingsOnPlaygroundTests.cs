namespace BotCoach.EndToEnd;

/// <summary>A manager's settings on Playground's page, on a desktop and as wide as a phone. The pictures are for people to look at.</summary>
public sealed class SettingsOnPlaygroundTests(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    private CoachOnTeams _coach = null!;

    public async Task InitializeAsync() => _coach = await CoachOnTeams.StartAsync();

    public async Task DisposeAsync() => await _coach.DisposeAsync();

    [Fact]
    public async Task A_manager_sets_days_practices_and_zone_on_one_card_and_puts_a_nudge_off()
    {
        // Opening the page installs the bot.
        var teams = await chromium.OpenAsync(_coach.Teams);
        var welcome = teams.Card("How much should I send?");
        await welcome.WaitForAsync();
        await teams.HideLogAsync();
        await PlaygroundPage.Button(welcome, "Standard").ClickAsync();
        await PlaygroundPage.Button(teams.Card("You're on Standard"), "Settings").ClickAsync();
        var settings = teams.Card("Your settings");
        await settings.WaitForAsync();
        await teams.ScreenshotAsync("teams-settings-1", settings);

        await PlaygroundPage.Button(settings, "Nudges").ClickAsync();
        var nudges = teams.Card("When nudges come");
        await PlaygroundPage.Button(nudges, "Tue").ClickAsync();
        await PlaygroundPage.Button(nudges, "✓ Tue").WaitForAsync();
        await teams.ScreenshotAsync("teams-settings-2-nudges", nudges);
        await PlaygroundPage.Button(nudges, "Another time").ClickAsync();
        var form = teams.Card("Time of your nudges");
        await PlaygroundPage.Field(form, "At what time?").FillAsync("late");
        await PlaygroundPage.Button(form, "Save").ClickAsync();
        await form.GetByText("I can't read “late”").WaitForAsync();
        await teams.ScreenshotAsync("teams-settings-3-form", form);
        await PlaygroundPage.Field(form, "At what time?").FillAsync("10:20");
        await PlaygroundPage.Button(form, "Save").ClickAsync();
        await PlaygroundPage.Button(nudges, "✓ 10:20").WaitForAsync();

        await PlaygroundPage.Button(nudges, "Back to settings").ClickAsync();
        await PlaygroundPage.Button(settings, "Practices").ClickAsync();
        var practices = teams.Card("Which practices come");
        await PlaygroundPage.Button(practices, "✓ Speak early").ClickAsync();
        await practices.GetByText("22 of 23 are on.").WaitForAsync();
        await teams.ScreenshotAsync("teams-settings-4-practices", practices);

        await PlaygroundPage.Button(practices, "Back to settings").ClickAsync();
        await PlaygroundPage.Button(settings, "Time zone").ClickAsync();
        await PlaygroundPage.Button(teams.Card("Time zone"), "Another city").ClickAsync();
        var city = teams.Card("Which city's clock?");
        await PlaygroundPage.Field(city, "Which city's clock?").FillAsync("Seattle");
        await PlaygroundPage.Button(city, "Save").ClickAsync();
        var zone = teams.Card("in Los Angeles, as you chose");
        await zone.WaitForAsync();
        await teams.Page.SetViewportSizeAsync(390, 844);
        await teams.ScreenshotAsync("teams-settings-5-zone-phone", zone);
        await PlaygroundPage.Button(zone, "Back to settings").ClickAsync();
        await settings.GetByText("Los Angeles, chosen by you").WaitForAsync();
        await teams.ScreenshotAsync("teams-settings-6-phone", settings);
        Assert.Equal(1, await teams.Cards.CountAsync());

        await teams.Page.SetViewportSizeAsync(1280, 800);
        await teams.WriteAsync("try speak early");
        var nudge = teams.Card("When did you first speak?");
        await nudge.WaitForAsync();
        await teams.ScreenshotAsync("teams-settings-7-nudge", nudge);
        await PlaygroundPage.Button(nudge, "Next week").ClickAsync();
        var later = teams.Card("I'll come back to this");
        await later.WaitForAsync();
        await teams.ScreenshotAsync("teams-settings-8-later", later);
        Assert.DoesNotContain(_coach.Teams.Log, entry => entry.IsError);
    }
}
