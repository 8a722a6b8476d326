namespace BotCoach.EndToEnd;

/// <summary>A manager's settings on the workspace's page, on a desktop and as wide as a phone. The pictures are for people to look at.</summary>
public sealed class SettingsBrowserTests(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    private CoachOnSlack _coach = null!;

    public async Task InitializeAsync() => _coach = await CoachOnSlack.StartAsync();

    public async Task DisposeAsync() => await _coach.DisposeAsync();

    [Fact]
    public async Task A_manager_sets_days_practices_zone_and_a_pause_on_one_card()
    {
        await _coach.Anna.WriteAsync("plan standard");
        var slack = await chromium.OpenAsync(_coach.Slack, LocalWorkspace.Anna);
        await slack.OpenDirectConversationAsync(LocalWorkspace.Anna);
        await slack.Button("Settings").ClickAsync();
        await slack.Message("Your settings").WaitForAsync();
        await slack.ScreenshotAsync("slack-settings-1");

        await slack.Button("Nudges").ClickAsync();
        await slack.Message("When nudges come").WaitForAsync();
        await slack.Button("Tue").ClickAsync();
        await slack.Button("✓ Tue").WaitForAsync();
        await slack.ScreenshotAsync("slack-settings-2-nudges");
        await slack.Button("Another time").ClickAsync();
        await slack.Form.WaitForAsync();
        await slack.FillAsync("At what time?", "late");
        await slack.SubmitAsync();
        await slack.Form.GetByText("I can't read").WaitForAsync();
        await slack.FillAsync("At what time?", "10:20");
        await slack.SubmitAsync();
        await slack.Button("✓ 10:20").WaitForAsync();

        await slack.Button("Back to settings").ClickAsync();
        await slack.Button("Practices").ClickAsync();
        await slack.Message("Which practices come").WaitForAsync();
        await slack.Button("✓ Speak early").ClickAsync();
        await slack.Message("22 of 23 are on.").WaitForAsync();
        await slack.ScreenshotAsync("slack-settings-3-practices");

        await slack.Button("Back to settings").ClickAsync();
        await slack.Button("Time zone").ClickAsync();
        await slack.Button("Another city").ClickAsync();
        await slack.Form.WaitForAsync();
        await slack.FillAsync("Which city's clock?", "Seattle");
        await slack.SubmitAsync();
        await slack.Message("in Los Angeles, as you chose").WaitForAsync();
        // The app on a phone has no sidebar.
        await slack.Page.AddStyleTagAsync(new Microsoft.Playwright.PageAddStyleTagOptions { Content = ".sidebar { display: none }" });
        await slack.Page.SetViewportSizeAsync(390, 844);
        await slack.ScreenshotAsync("slack-settings-4-zone-phone");

        await slack.Button("Back to settings").ClickAsync();
        await slack.Message("Los Angeles, chosen by you").WaitForAsync();
        await slack.ScreenshotAsync("slack-settings-5-phone");
        Assert.Single(await _coach.Anna.MessagesAsync(), message => message.Shown.Contains("Your settings", StringComparison.Ordinal));
    }
}
