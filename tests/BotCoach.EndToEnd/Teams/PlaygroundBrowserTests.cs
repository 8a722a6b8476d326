namespace BotCoach.EndToEnd;

/// <summary>What a manager sees on Playground's page, with a real client's cards. The pictures are for people to look at.</summary>
public sealed class PlaygroundBrowserTests(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    private CoachOnTeams _coach = null!;

    public async Task InitializeAsync() => _coach = await CoachOnTeams.StartAsync();

    public async Task DisposeAsync() => await _coach.DisposeAsync();

    [Fact]
    public async Task A_manager_installs_chooses_a_plan_answers_a_nudge_and_prepares_a_meeting()
    {
        // Opening the page installs the bot.
        var teams = await chromium.OpenAsync(_coach.Teams);
        var welcome = teams.Card("How much should I send?");
        await welcome.WaitForAsync();
        await teams.HideLogAsync();
        await teams.ScreenshotAsync("teams-1-welcome", welcome);

        await PlaygroundPage.Button(welcome, "Standard").ClickAsync();
        await teams.Card("You're on Standard").WaitForAsync();
        Assert.Equal(1, await teams.Cards.CountAsync());

        await teams.WriteAsync("try align with manager");
        var nudge = teams.Card("Check alignment with your manager");
        await nudge.WaitForAsync();
        await teams.ScreenshotAsync("teams-2-nudge", nudge);

        await PlaygroundPage.Button(nudge, "3").ClickAsync();
        var answered = teams.Card("You said 3 of 5");
        await answered.WaitForAsync();
        await PlaygroundPage.Field(answered, "Add a line").FillAsync("roadmap order **changed** on [Friday](javascript:alert(1))");
        await PlaygroundPage.Button(answered, "Save").ClickAsync();
        await teams.Card("“roadmap order **changed** on [Friday](javascript:alert(1))”").WaitForAsync();
        await teams.ScreenshotAsync("teams-3-answered", answered);

        await teams.WriteAsync("prep meeting Exec staff tomorrow 10:00");
        var offer = teams.Card("Prepare a meeting");
        await PlaygroundPage.Button(offer, "Open the form").ClickAsync();
        var form = teams.Card("Which meeting?");
        await form.WaitForAsync();
        await PlaygroundPage.Field(form, "Paste the agenda or the pre-read").FillAsync(PreReads.BusinessReview);
        await PlaygroundPage.Field(form, "When?").FillAsync("next thurs-ish");
        await teams.ScreenshotAsync("teams-4-form", form);
        await PlaygroundPage.Button(form, "Make the sheet").ClickAsync();
        await form.GetByText("I can't read “next thurs-ish”").WaitForAsync();
        Assert.Equal(PreReads.BusinessReview, await PlaygroundPage.Field(form, "Paste the agenda or the pre-read").InputValueAsync());
        await teams.ScreenshotAsync("teams-5-form-error", form);

        await PlaygroundPage.Field(form, "When?").FillAsync("tomorrow 10:00");
        await PlaygroundPage.Button(form, "Make the sheet").ClickAsync();
        var sheet = teams.Card("Key points");
        await sheet.WaitForAsync();
        await teams.ScreenshotAsync("teams-6-sheet", sheet);

        Assert.DoesNotContain(_coach.Teams.Log, entry => entry.IsError);
        Assert.Empty(await teams.Page.Locator(".ac-adaptiveCard a").AllAsync());
    }
}
