using System.Net;
using System.Text.RegularExpressions;
using BotCoach.Coaching;
using BotCoach.Host.Tests;
using BotCoach.Storage;

namespace BotCoach.EndToEnd;

/// <summary>The published folder, on nothing and on a store that the first release left behind.</summary>
public sealed partial class UpgradeTests(PublishedFolder published) : IClassFixture<PublishedFolder>, IAsyncLifetime, IDisposable
{
    private const string Secret = "local-signing-secret";

    private readonly TemporaryFolder _folder = new();
    private readonly int _port = FreePort.Next();
    private SlackApi _slack = null!;

    public async Task InitializeAsync() => _slack = await SlackApi.StartAsync();

    public async Task DisposeAsync() => await _slack.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_published_folder_starts_on_nothing_and_stops_when_asked()
    {
        await using var host = await StartAsync();

        Assert.Equal(0, await host.StopAsync());
        Assert.True(File.Exists(_folder.File("botcoach.db")));
    }

    [Fact]
    public async Task What_a_person_said_to_the_first_release_is_all_there_and_their_conversation_goes_on()
    {
        File.Copy(System.IO.Path.Combine(RepositoryRoot.Path, "tests", "BotCoach.EndToEnd", "Upgrade", "first-release.sqlite"), _folder.File("botcoach.db"));
        await using var host = await StartAsync();
        using var requests = new SlackRequests(host.Address, Secret);

        // The card that the first release sent and Anna left.
        await requests.PostAsync(SlackRequests.Tap(
            "U0ANNA", "D0ANNA", "1700000000.000011", "check-in.answer#0", "20261125.speak-early.2.try-ff0e4ba425cc7983|early", "1.2.now"));
        var plan = await requests.PostAsync(SlackRequests.Command("U0ANNA", "/coach", "plan", "1.2.plan"));
        var copy = await CopyOfEverythingAsync(requests);

        Assert.Contains("Every workday at 09:15", plan.Body, StringComparison.Ordinal);
        Assert.Contains("roadmap order changed on Friday", copy, StringComparison.Ordinal);
        Assert.Contains("exec staff", copy, StringComparison.Ordinal);
        Assert.All(
            ["agenda", "question1", "question2", "question3", "comment1", "comment2", "comment3", "first"],
            field => Assert.Contains($"What does the slip of {field} cost?", copy, StringComparison.Ordinal));
        Assert.Contains("one question, one insight", copy, StringComparison.Ordinal);
        Assert.Contains("Early", copy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_number_of_shards_that_the_first_release_fixed_stays_and_its_nudges_stay_due()
    {
        File.Copy(System.IO.Path.Combine(RepositoryRoot.Path, "tests", "BotCoach.EndToEnd", "Upgrade", "first-release.sqlite"), _folder.File("botcoach.db"));
        await using (var host = await StartAsync())
        {
            Assert.Equal(0, await host.StopAsync());
        }

        await using var store = new SqliteTableStore(new SqliteTableStoreOptions { Path = _folder.File("botcoach.db") });
        await store.EnsureTablesAsync(CoachingServices.Tables, default);

        Assert.Equal(4, (await ShardCount.ReadOrKeepAsync(store, 64, default)).Count);
    }

    private Task<HostProcess> StartAsync() => HostProcess.StartAsync(
        _port,
        new Dictionary<string, string>
        {
            ["Storage:Sqlite:Path"] = _folder.File("botcoach.db"),
            ["Keys:Path"] = _folder.File("keys"),
            ["Slack:ApiBaseUrl"] = _slack.Address,
            ["Slack:BotToken"] = "xoxb-local-coach",
            ["Slack:SigningSecret"] = Secret,
            ["Host:PublicUrl"] = HostProcess.AddressOn(_port).ToString(),
            ["Scheduling:PollSeconds"] = "1",
        },
        published.Path);

    /// <summary>What the link of <c>/coach export</c> leads to.</summary>
    private async Task<string> CopyOfEverythingAsync(SlackRequests requests)
    {
        var offer = await requests.PostAsync(SlackRequests.Command("U0ANNA", "/coach", "export", "1.2.export"));
        var link = Link().Match(offer.Body);
        Assert.True(link.Success, offer.Body);
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, CookieContainer = new CookieContainer() });
        using var opened = await http.PostAsync(new Uri(link.Value), null);
        return await http.GetStringAsync(new Uri(HostProcess.AddressOn(_port), "export/botcoach.md"));
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/links/[\w\-]+", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Link();
}
