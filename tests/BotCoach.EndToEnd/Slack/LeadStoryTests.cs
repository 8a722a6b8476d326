using System.Globalization;
using BotCoach.Chat;
using BotCoach.Coaching;
using BotCoach.Storage;
using Microsoft.Playwright;

namespace BotCoach.EndToEnd;

/// <summary>
/// A programme lead's month: a group is made and invited, people decide for themselves, weeks go by, figures and a digest come, a
/// holiday is kept, and somebody leaves. The pictures are for people to look at.
/// </summary>
public sealed class LeadStoryTests(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    private static readonly TimeSpan _patience = 3 * Poll.Patience;

    private CoachOnSlack _coach = null!;
    private IReadOnlyList<SlackMember> _team = [];

    private SlackMember Anna => _coach.Anna;

    public async Task InitializeAsync()
    {
        _coach = await CoachOnSlack.StartAsync(new Dictionary<string, string>
        {
            ["environment"] = "Development",
            ["Programme:Leads"] = $"slack:{LocalWorkspace.TeamId}:{LocalWorkspace.Anna.Id}",
        });
        _team = [.. LocalWorkspace.Team.Select(_coach.Slack.Member)];
    }

    public async Task DisposeAsync() => await _coach.DisposeAsync();

    [Fact]
    public async Task A_lead_invites_reads_figures_gets_the_digest_and_keeps_a_holiday()
    {
        var first = NextMonday();
        _coach.Clock.MoveTo(At(first, 10));
        await Anna.WriteAsync("hello");
        await Anna.WaitForMessageAsync(Shows("How much should I send?"));
        var direct = await Anna.DirectConversationAsync();
        var slack = await chromium.OpenAsync(_coach.Slack, LocalWorkspace.Anna);
        await slack.OpenDirectConversationAsync(LocalWorkspace.Anna);

        await Anna.CommandAsync("/coach group new Platform", direct);
        await Anna.CommandAsync($"/coach group Platform add {string.Join(' ', _team.Append(_coach.Slack.Ben).Select(member => $"<@{member.Person.Id}>"))}", direct);
        await Anna.WaitForMessageInAsync(direct, Shows("13 people invited"));
        await LookAsync(slack, "lead-1-invited", "13 people invited");
        await DecideAsync();

        // The week after is the first that counts. Its Monday brings everybody a nudge.
        var second = first.AddDays(7);
        _coach.Clock.MoveTo(At(second, 11));
        foreach (var member in _team)
        {
            var nudge = await member.WaitForMessageAsync(Shows("Check alignment with your manager"), _patience);
            await member.PressAsync(nudge, "4");
        }

        var third = second.AddDays(7);
        _coach.Clock.MoveTo(At(third, 14));
        await using var figures = await FiguresAsync(IsoWeek.Of(second));
        await Anna.CommandAsync("/coach insights", direct);
        await ReadFiguresAsync(await Anna.WaitForMessageInAsync(direct, Shows("What helps your groups")));

        await DueAsync(figures.Store, NudgeKind.Digest, LocalWorkspace.Anna, "the digest to be due", _ => true);
        _coach.Clock.MoveTo(At(third.AddDays(4), 10));
        var digest = await Anna.WaitForMessageAsync(Shows("Your groups,"), _patience);
        Assert.Matches(@"People who count\W+10 or more", digest.Shown);
        Assert.Contains("Platform · ", digest.Shown, StringComparison.Ordinal);
        await LookAsync(slack, "lead-2-digest", "Your groups,");
        await Anna.PressAsync(digest, "Open insights");
        await Anna.WaitForMessageAsync(message => message.Ts != digest.Ts && message.Buttons.Any(button => button is { Label: "Open insights", Url: not null }));

        await Anna.CommandAsync($"/coach group Platform pause {Day(third.AddDays(7))} to {Day(third.AddDays(11))}", direct);
        await Anna.WaitForMessageInAsync(direct, Shows("Nudges rest"));
        await LookAsync(slack, "lead-3-group", "Nudges rest");
        var before = (await _team[0].MessagesAsync()).Count;
        _coach.Clock.MoveTo(At(third.AddDays(7), 11));
        await DueAsync(figures.Store, NudgeKind.Practice, _team[0].Person, "the nudge to wait for the end of the pause", due => due.DueAt >= At(third.AddDays(14), 0));
        Assert.Equal(before, (await _team[0].MessagesAsync()).Count);

        await _team[0].CommandAsync("/coach groups", await _team[0].DirectConversationAsync());
        var mine = await _team[0].WaitForMessageInAsync(await _team[0].DirectConversationAsync(), Shows("Your groups"));
        await _team[0].PressAsync(mine, "Leave");
        await _team[0].WaitForMessageInAsync(await _team[0].DirectConversationAsync(), Shows("You left Platform"));
    }

    // Everybody of the team says yes and takes the lightest plan; Ben says no.
    private async Task DecideAsync()
    {
        foreach (var member in _team)
        {
            await member.PressAsync(await member.WaitForMessageAsync(Shows("You are invited: Platform"), _patience), "Accept");
            var offer = await member.WaitForMessageAsync(message => message.Buttons.Any(button => button.Label == "Light"));
            await member.PressAsync(offer, "Light");
        }

        var ben = _coach.Slack.Ben;
        await ben.PressAsync(await ben.WaitForMessageAsync(Shows("You are invited: Platform"), _patience), "No thanks");
        await ben.WaitForMessageAsync(Shows("Platform: no"));
    }

    private async Task ReadFiguresAsync(SlackMessage message)
    {
        var page = await chromium.OpenAsync(new Uri(message.Buttons.Single(button => button.Label == "Open insights").Url!));
        await page.GetByRole(AriaRole.Button, new() { Name = "Open insights" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Everyone together" }).WaitForAsync();
        Assert.Contains("10 or more", await page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Platform" }).InnerTextAsync(), StringComparison.Ordinal);
        await page.CloseAsync();
    }

    private async Task<OpenedStore> FiguresAsync(IsoWeek week)
    {
        var store = new OpenedStore(_coach.OpenStore());
        await store.Store.EnsureTablesAsync(CoachingServices.Tables, default);
        var insights = new InsightsTable(store.Store);
        await Poll.UntilAsync(
            async () => (await insights.OverviewAsync(new WorkspaceAddress("slack", LocalWorkspace.TeamId), week, week, default)).Count > 0,
            _patience,
            "the figures of the week");
        return store;
    }

    private static async Task DueAsync(ITableStore store, NudgeKind kind, SlackPerson person, string what, Func<DueNudge, bool> wanted)
    {
        var shards = await ShardCount.ReadOrKeepAsync(store, 4, default);
        var address = new PersonAddress("slack", LocalWorkspace.TeamId, person.Id);
        var due = new DueTable(store, shards);
        await Poll.UntilAsync(
            async () => (await due.ReadDueAsync(shards.Of(address), DateTimeOffset.MaxValue.AddDays(-1), "", default)).Rows
                .Any(row => row.Nudge.Person == address && row.Nudge.Kind == kind && wanted(row.Nudge)),
            _patience,
            what);
    }

    private static async Task LookAsync(SlackPage slack, string name, string message)
    {
        await slack.Message(message).Last.WaitForAsync();
        await slack.ScreenshotsAsync(name, slack.Message(message).Last);
    }

    private static Func<SlackMessage, bool> Shows(string words) => message => message.Shown.Contains(words, StringComparison.Ordinal);

    private static string Day(DateOnly day) => day.ToString("d MMM", CultureInfo.InvariantCulture);

    private DateOnly NextMonday()
    {
        var today = DateOnly.FromDateTime(_coach.Clock.GetUtcNow().UtcDateTime);
        return IsoWeek.Of(today).Plus(1).Monday;
    }

    private static DateTimeOffset At(DateOnly day, int hour) =>
        new(day.ToDateTime(new TimeOnly(hour, 0)), TimeZoneInfo.FindSystemTimeZoneById("Europe/London").GetUtcOffset(day.ToDateTime(new TimeOnly(hour, 0))));

    private sealed class OpenedStore(ITableStore store) : IAsyncDisposable
    {
        public ITableStore Store => store;

        public ValueTask DisposeAsync() => store is IAsyncDisposable disposable ? disposable.DisposeAsync() : ValueTask.CompletedTask;
    }
}
