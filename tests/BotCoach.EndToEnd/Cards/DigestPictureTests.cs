using BotCoach.Chat;
using BotCoach.Coaching;
using BotCoach.Teams;
using AdaptiveCard = BotCoach.Teams.TeamsMessage;

namespace BotCoach.EndToEnd;

/// <summary>The digest on both platforms' pages, where Teams draws the chart itself. The pictures are for people to look at.</summary>
public sealed class DigestPictureTests(Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly IsoWeek _week = new(2026, 47);

    [Fact]
    public async Task In_Slack_bars_are_signs_of_one_width()
    {
        await using var coach = await CoachOnSlack.StartAsync();
        var direct = await OpenAsync(coach.Channel, new PersonAddress("slack", LocalWorkspace.TeamId, LocalWorkspace.Anna.Id));
        Assert.IsType<DeliveryResult.Sent>(await coach.Channel.SendAsync(direct, Digest(), "digest", default));
        var page = await chromium.OpenAsync(coach.Slack, LocalWorkspace.Anna);
        await page.OpenDirectConversationAsync(LocalWorkspace.Anna);
        await page.Message("Of the nudges").WaitForAsync();
        await page.ScreenshotsAsync("digest-slack", page.Message("Of the nudges"));
    }

    [Fact]
    public async Task In_Teams_bars_are_drawn()
    {
        await using var coach = await CoachOnTeams.StartAsync();
        // Opening the page installs the bot.
        var page = await chromium.OpenAsync(coach.Teams);
        await page.Card("How much should I send?").WaitForAsync();
        await page.HideLogAsync();
        var direct = await OpenAsync(coach.Channel, new PersonAddress("teams", PlaygroundTenant.TenantId, PlaygroundTenant.Anna.ObjectId));
        Assert.IsType<DeliveryResult.Sent>(await coach.Channel.SendAsync(direct, Digest(), "digest", default));
        var card = page.Card("Of the nudges");
        await card.WaitForAsync();
        await page.ScreenshotAsync("digest-teams", card);
        Assert.Equal(4, await card.GetByRole(Microsoft.Playwright.AriaRole.Img).CountAsync());
    }

    [Fact]
    public async Task A_client_that_draws_no_charts_shows_them_in_signs()
    {
        await using var renderer = await AdaptiveCardRenderer.OpenAsync(chromium);
        var card = AdaptiveCard.Of(Digest()).Card.ToJsonString(TeamsJson.Options);

        Assert.Empty(await renderer.ProblemsAsync(card));
        Assert.All(await renderer.SheetsAsync("digest-signs", [new NamedCard("The digest", card)]), picture => Assert.True(File.Exists(picture)));
    }

    private static async Task<ConversationAddress> OpenAsync(IChatChannel channel, PersonAddress person) =>
        Assert.IsType<DirectConversation.Opened>(await channel.OpenDirectAsync(person, default)).Conversation;

    private static Card Digest()
    {
        var groups = SeededInsights.Groups(CardSamples.Now, "Platform", "Payments", "New managers in the Madrid and Porto offices", "Data & AI", "Mobile", "Support tools");
        return DigestCards.Of(groups, SeededInsights.Weeks(groups, _week, weeks: 2), _week);
    }
}
