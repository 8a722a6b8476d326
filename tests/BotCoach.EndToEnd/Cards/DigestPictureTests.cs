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
        (string Name, Figure Figure)[] groups =
        [
            ("Platform", Shown(0.125, FigureBound.AtMost)), ("Payments", Shown(0.58)), ("New managers in the Madrid and Porto offices", new Figure.Withheld(WithheldReason.TooFew)),
            ("Data & AI", new Figure.Withheld(WithheldReason.TooClose)), ("Mobile", Shown(0.33)), ("Support tools", Shown(0.7)),
        ];
        return DigestCards.Of(
            Language.English,
            [.. groups.Select(group => new Group(group.Name, group.Name, Plan: null, CardSamples.Now))],
            [
                Everybody(_week, 0.59, 2.6), Everybody(_week.Plus(-1), 0.47, 2.4),
                .. groups.Select(group => new GroupWeek(group.Name, _week, 20, new Dictionary<string, Figure> { ["response"] = group.Figure })),
            ],
            _week);
    }

    private static GroupWeek Everybody(IsoWeek week, double response, double alignment) => new(InsightsTable.Everyone, week, 120, new Dictionary<string, Figure>
    {
        ["response"] = Shown(response),
        ["alignment"] = Shown(alignment),
        ["spoke-early"] = Shown(0.884, FigureBound.AtLeast),
        ["goal-met"] = new Figure.Withheld(WithheldReason.TooFew),
    });

    private static Figure.Shown Shown(double value, FigureBound bound = FigureBound.About) => new(value, bound, 20);
}
