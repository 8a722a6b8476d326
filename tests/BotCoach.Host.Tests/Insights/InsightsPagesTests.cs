using System.Net;
using System.Text.RegularExpressions;
using BotCoach.Chat;
using BotCoach.Coaching;
using Microsoft.Extensions.DependencyInjection;

namespace BotCoach.Host.Tests;

public sealed partial class InsightsPagesTests : IAsyncLifetime
{
    private static readonly PersonAddress _anna = new("slack", "T1", "anna");
    private static readonly PersonAddress _ben = new("slack", "T1", "ben");
    private static readonly PersonAddress _otto = new("slack", "T2", "otto");

    private readonly MovableClock _clock = new();
    private RunningHost _host = null!;
    private WebVisitor _visitor = null!;

    private IsoWeek Last => ClosedWeek.At(_clock.GetUtcNow());

    public async Task InitializeAsync()
    {
        _host = await RunningHost.StartAsync(_clock, ("environment", "Development"), ("Programme:Leads", "slack:T1:anna,slack:T2:otto"));
        _visitor = _host.Visitor();
    }

    public async Task DisposeAsync()
    {
        await _visitor.DisposeAsync();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Whoever_is_no_lead_gets_nothing_even_with_a_link()
    {
        await SeedAsync(_anna.Home, "Platform");
        var reply = await _visitor.SignInAsync(OneTimePage.Insights, _ben);
        Assert.Equal(HttpStatusCode.Forbidden, reply.Status);
        foreach (var path in new[] { "/insights", "/insights/overview.csv", "/insights/groups/g1", "/insights/groups/g1/weeks.csv", "/insights/groups/g1/practices.csv" })
        {
            var refused = await _visitor.GetAsync(path);
            Assert.Equal(HttpStatusCode.Unauthorized, refused.Status);
            Assert.DoesNotContain("Platform", refused.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_lead_who_was_removed_is_out_at_the_next_request()
    {
        var table = _host.Services.GetRequiredService<GroupsTable>();
        await table.WriteAsync([GroupsTable.WriteLead(_ben, _clock.GetUtcNow())], CancellationToken.None);
        await _visitor.SignInAsync(OneTimePage.Insights, _ben);
        Assert.Equal(HttpStatusCode.OK, (await _visitor.GetAsync("/insights")).Status);

        await table.WriteAsync([GroupsTable.DeleteLead(_ben)], CancellationToken.None);
        Assert.Equal(HttpStatusCode.Forbidden, (await _visitor.GetAsync("/insights")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _visitor.GetAsync("/insights")).Status);
    }

    [Fact]
    public async Task A_lead_sees_nothing_of_another_workspace_not_even_by_id()
    {
        await SeedAsync(_anna.Home, "Platform", "Payments");
        await SeedAsync(_otto.Home, "Rockets");
        var overview = await _visitor.SignInAsync(OneTimePage.Insights, _otto);
        Assert.Contains("Rockets", overview.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Platform", overview.Text, StringComparison.Ordinal);

        // The other workspace has a second group, and theirs has none of that id.
        foreach (var path in new[] { "/insights/groups/g2", "/insights/groups/g2/weeks.csv", "/insights/groups/g2/practices.csv", "/insights/groups/T1%7Cg1", "/insights/groups/..%2Fg1" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await _visitor.GetAsync(path)).Status);
        }
    }

    [Theory]
    [InlineData("/insights", "/insights/overview.csv", 0, 4)]
    [InlineData("/insights", "/insights/overview.csv", 0, 26)]
    [InlineData("/insights/groups/g1", "/insights/groups/g1/weeks.csv", 0, 12)]
    [InlineData("/insights/groups/g2", "/insights/groups/g2/weeks.csv", 0, 26)]
    [InlineData("/insights/groups/everyone", "/insights/groups/everyone/practices.csv", 1, 12)]
    public async Task A_file_holds_exactly_what_the_table_shows(string page, string file, int table, int weeks)
    {
        await SeedAsync(_anna.Home, "Platform", "Payments, \"new\"", "Data & AI");
        await _visitor.SignInAsync(OneTimePage.Insights, _anna);
        var shown = TableOf((await _visitor.GetAsync($"{page}?weeks={weeks}")).Text, table);
        var reply = await _visitor.GetAsync($"{file}?weeks={weeks}");

        Assert.Equal("text/csv; charset=utf-8", reply.Headers["Content-Type"]);
        Assert.StartsWith("attachment; filename=insights-", reply.Headers["Content-Disposition"], StringComparison.Ordinal);
        Assert.True(shown.Count > 3);
        Assert.Contains(shown, row => row.Any(cell => cell.EndsWith('%')));
        Assert.Equal(shown, Csv(reply.Text));
    }

    [Fact]
    public async Task A_name_is_a_text_on_the_page_and_in_a_spreadsheet()
    {
        await SeedAsync(_anna.Home, "<script>alert(1)</script>", "=HYPERLINK(\"http://x\")", "@sum", "-2+3");
        await _visitor.SignInAsync(OneTimePage.Insights, _anna);

        Assert.DoesNotContain("<script", (await _visitor.GetAsync("/insights")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", (await _visitor.GetAsync("/insights/groups/g1")).Text, StringComparison.Ordinal);
        var heads = Csv((await _visitor.GetAsync("/insights/overview.csv")).Text).Select(row => row[0]);
        Assert.Equal(["Group", "Everyone", "<script>alert(1)</script>", "'=HYPERLINK(\"http://x\")", "'@sum", "'-2+3"], heads);
    }

    [Fact]
    public async Task Browsers_are_told_to_load_nothing_and_keep_nothing()
    {
        await SeedAsync(_anna.Home, "Platform");
        await _visitor.SignInAsync(OneTimePage.Insights, _anna);
        foreach (var path in new[] { "/insights", "/insights/groups/g1", "/insights/overview.csv", "/insights/groups/none", "/export", "/links/forged" })
        {
            var reply = await _visitor.GetAsync(path);
            Assert.StartsWith("default-src 'none'; style-src 'sha256-", reply.Headers["Content-Security-Policy"], StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", reply.Headers["Content-Security-Policy"], StringComparison.Ordinal);
            Assert.Equal("no-store", reply.Headers["Cache-Control"]);
            Assert.Equal("nosniff", reply.Headers["X-Content-Type-Options"]);
            Assert.Equal("no-referrer", reply.Headers["Referrer-Policy"]);
            Assert.DoesNotMatch("<script|style=|https?://|//cdn", reply.Text);
        }
    }

    [Fact]
    public async Task A_page_without_figures_says_when_they_come()
    {
        Assert.Contains("No groups yet", (await _visitor.SignInAsync(OneTimePage.Insights, _anna)).Text, StringComparison.Ordinal);
        var group = new Coaching.Group("g1", "Platform", Plan: null, _clock.GetUtcNow());
        await _host.Services.GetRequiredService<GroupsTable>().WriteAsync([GroupsTable.Write(_anna.Home, group)], CancellationToken.None);
        Assert.Contains("No figures yet", (await _visitor.GetAsync("/insights")).Text, StringComparison.Ordinal);
        Assert.Contains("No figures in these weeks", (await _visitor.GetAsync("/insights/groups/g1")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await _visitor.GetAsync("/insights/overview.csv")).Status);
    }

    [Fact]
    public async Task A_figure_that_is_not_shown_says_why()
    {
        await SeedAsync(_anna.Home, "Platform", "Payments", "Data");
        await _visitor.SignInAsync(OneTimePage.Insights, _anna);
        List<string> pages = [];
        foreach (var group in new[] { "everyone", "g1", "g2", "g3" })
        {
            pages.Add((await _visitor.GetAsync($"/insights/groups/{group}?weeks=26")).Text);
        }

        Assert.Contains("<dt>too few</dt><dd>fewer than five people answered, or fewer than ten for a percentage.</dd>", pages[3], StringComparison.Ordinal);
        Assert.Contains(pages, page => page.Contains("<dt>held back</dt><dd>together with another figure", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("27")]
    [InlineData("-4")]
    [InlineData("x")]
    [InlineData("")]
    public async Task An_odd_number_of_weeks_counts_as_the_usual_one(string weeks)
    {
        await SeedAsync(_anna.Home, "Platform");
        await _visitor.SignInAsync(OneTimePage.Insights, _anna);
        Assert.Equal(1 + 12, TableOf((await _visitor.GetAsync($"/insights/groups/g1?weeks={weeks}")).Text, 0).Count);
    }

    private Task SeedAsync(WorkspaceAddress home, params string[] groups) => SampleFigures.WriteAsync(_host.Services, home, Last, groups);

    // The rows of a table as they read, without the small charts that a file cannot have.
    private static List<string[]> TableOf(string page, int table) =>
    [
        .. RowTag().Matches(TableTag().Matches(page)[table].Value).Select(row => CellTag().Matches(row.Value)
            .Where(cell => !cell.Groups["attributes"].Value.Contains("trend", StringComparison.Ordinal))
            .Select(cell => WebUtility.HtmlDecode(AnyTag().Replace(cell.Groups["text"].Value, ""))).ToArray()),
    ];

    private static List<string[]> Csv(string text) =>
    [
        .. text.TrimStart('\uFEFF').TrimEnd().Split("\r\n").Select(line => CsvField().Matches(line)
            .Select(field => field.Groups["quoted"].Success ? field.Groups["quoted"].Value.Replace("\"\"", "\"", StringComparison.Ordinal) : field.Groups["plain"].Value)
            .ToArray()),
    ];

    [GeneratedRegex("<table>.*?</table>", RegexOptions.Singleline, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex TableTag();

    [GeneratedRegex("<tr>.*?</tr>", RegexOptions.Singleline, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex RowTag();

    [GeneratedRegex("<t[hd](?<attributes>[^>]*)>(?<text>.*?)</t[hd]>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex CellTag();

    [GeneratedRegex("<[^>]+>", RegexOptions.None, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex AnyTag();

    [GeneratedRegex("(?<=^|,)(\"(?<quoted>(\"\"|[^\"])*)\"|(?<plain>[^,\"]*))(?=,|$)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex CsvField();
}
