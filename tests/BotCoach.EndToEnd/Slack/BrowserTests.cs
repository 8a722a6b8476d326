namespace BotCoach.EndToEnd;

/// <summary>What a manager sees on the workspace's page. The pictures are for people to look at.</summary>
public sealed class BrowserTests(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    private CoachOnSlack _coach = null!;

    public async Task InitializeAsync() => _coach = await CoachOnSlack.StartAsync();

    public async Task DisposeAsync() => await _coach.DisposeAsync();

    [Fact]
    public async Task A_manager_taps_through_the_welcome_a_nudge_and_a_meeting()
    {
        await _coach.Anna.WriteAsync("hello");
        var slack = await chromium.OpenAsync(_coach.Slack, LocalWorkspace.Anna);
        await slack.OpenDirectConversationAsync(LocalWorkspace.Anna);
        await slack.Message("How much should I send?").WaitForAsync();
        await slack.ScreenshotAsync("slack-1-welcome");

        await slack.Button("Standard").ClickAsync();
        await slack.Message("You're on Standard").WaitForAsync();

        await _coach.Anna.CommandAsync("/coach try align-with-manager", await _coach.Anna.DirectConversationAsync());
        await slack.Message("Check alignment with your manager").First.WaitForAsync();
        await slack.ScreenshotAsync("slack-2-nudge");
        await slack.Button("3").ClickAsync();
        await slack.Message("You said 3 of 5").WaitForAsync();
        await _coach.Anna.WriteAsync("roadmap order changed on Friday");
        await slack.Message("roadmap order changed on Friday").Last.WaitForAsync();
        await slack.ScreenshotAsync("slack-3-answered");

        await _coach.Anna.CommandAsync("/prep meeting Exec staff tomorrow 10:00", await _coach.Anna.DirectConversationAsync());
        await slack.Form.WaitForAsync();
        // The peer's page gives back only what was typed, so the prefilled fields are typed over; Slack gives them all.
        await slack.FillAsync("Which meeting?", "Executive staff");
        await slack.FillAsync("Paste the agenda", "We ask the meeting to move two engineers to the migration until February. Gross margin is 71 %, two points below budget.");
        await slack.ScreenshotAsync("slack-4-form");
        await slack.FillAsync("When?", "next thurs-ish");
        await slack.SubmitAsync();
        await slack.Form.GetByText("I can't read").WaitForAsync();
        await slack.ScreenshotAsync("slack-5-form-error");
        await slack.FillAsync("When?", "tomorrow 10:00");
        await slack.SubmitAsync();
        await slack.Message("Key points").WaitForAsync();
        Chromium.Keep(await slack.ScreenshotAsync("slack-6-sheet"), "slack.png");

        await slack.OpenHomeAsync();
        await slack.Page.Locator(".home").GetByText("Meetings ahead").WaitForAsync();
        await slack.ScreenshotAsync("slack-7-home");
    }

    [Fact]
    public async Task The_home_tab_is_worked_on_in_place_at_a_desk_and_on_a_phone()
    {
        await _coach.Anna.CommandAsync("/prep meeting Exec staff in 3 hours");
        await _coach.Anna.WaitForFormAsync();
        await _coach.Anna.SubmitFormAsync();
        await _coach.Anna.OpenHomeAsync();
        var slack = await chromium.OpenAsync(_coach.Slack, LocalWorkspace.Anna);
        await slack.OpenHomeAsync();
        await slack.Button("Standard").ClickAsync();
        await LookAsync("Next nudges", "slack-home-1-plan");
        await slack.Page.Locator(".home").GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Pause", Exact = true }).First.ClickAsync();
        await LookAsync("Until when?", "slack-home-2-pause");
        await slack.Button("Until I resume").ClickAsync();
        await slack.Page.Locator(".home").GetByText("Nudges rest until").First.WaitForAsync();
        await slack.Button("Resume now").ClickAsync();
        await slack.Page.Locator(".home").GetByText("Next nudges").WaitForAsync();
        await slack.Button("Open").ClickAsync();
        await LookAsync("Back to the overview", "slack-home-3-sheet");
        await slack.Button("Help").ClickAsync();
        await LookAsync("What you can ask for", "slack-home-4-help");

        async Task LookAsync(string words, string name)
        {
            await slack.Page.Locator(".home").GetByText(words).First.WaitForAsync();
            foreach (var width in new[] { 1280, 390 })
            {
                await slack.Page.SetViewportSizeAsync(width, 1400);
                await slack.ScreenshotAsync($"{name}-{width}");
            }

            await slack.Page.SetViewportSizeAsync(1280, 900);
        }
    }

    [Fact]
    public async Task The_start_page_says_what_is_set_up()
    {
        var page = await chromium.OpenAsync(_coach.Address);
        await page.GetByText("BotCoach is running").WaitForAsync();
        await Chromium.ScreenshotAsync(page, "start-page");
        await page.EmulateMediaAsync(new Microsoft.Playwright.PageEmulateMediaOptions { ColorScheme = Microsoft.Playwright.ColorScheme.Dark });
        await page.SetViewportSizeAsync(390, 844);
        await Chromium.ScreenshotAsync(page, "start-page-dark-phone");

        Assert.Contains("Requests are taken on /slack/events", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }
}
