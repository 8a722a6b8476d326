using BotCoach.Chat;
using BotCoach.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace BotCoach.Coaching.Tests;

#pragma warning disable CA1001 // xunit disposes it, through IAsyncLifetime
public sealed class SampleHistoryTests : IAsyncLifetime
#pragma warning restore CA1001
{
    private const int Weeks = 8;

    private static readonly IsoWeek _last = new(2026, 47);
    private static readonly ShardMap _shards = new(4);

    private readonly SqliteTableStore _store = new(new SqliteTableStoreOptions { Path = SqliteTableStoreOptions.InMemory });
    private readonly SampleCompany _company = new()
    {
        Home = new WorkspaceAddress("chat", "T1"),
        People = 90,
        Weeks = Weeks,
        Groups = SampleCompany.GroupNames(3),
        RepliesFactor = 2,
    };

    public Task InitializeAsync() => _store.EnsureTablesAsync(CoachingServices.Tables, CancellationToken.None);

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Fact]
    public async Task Every_group_and_everybody_together_have_figures_of_every_week()
    {
        Assert.True(await WriteAsync(_company) > 0);
        var figures = await new InsightsTable(_store).OverviewAsync(_company.Home, _last.Plus(1 - Weeks), _last, CancellationToken.None);

        Assert.Equal(Weeks * (1 + _company.Groups.Count), figures.Count);
        Assert.All(figures.Where(week => week.Group == InsightsTable.Everyone), week => Assert.All(
            new[] { "active", "response", "delivered", "answered" }, measure => Assert.IsType<Figure.Shown>(week.Figures[measure])));
    }

    [Fact]
    public async Task It_gets_better_over_time()
    {
        await WriteAsync(_company with { Weeks = 20, People = 150 });
        var everyone = await new InsightsTable(_store).OfGroupAsync(_company.Home, InsightsTable.Everyone, _last.Plus(-19), _last, CancellationToken.None);
        var response = everyone.Select(week => ((Figure.Shown)week.Figures["response"]).Value).ToList();

        Assert.True(response[^6..].Average() > response[..6].Average() + 0.05);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_company_and_another_seed_another()
    {
        await WriteAsync(_company);
        var first = await RowsAsync(_company.Home);
        var twin = _company with { Home = new WorkspaceAddress("chat", "T2") };
        await WriteAsync(twin);
        var other = _company with { Home = new WorkspaceAddress("chat", "T3"), Seed = 2 };
        await WriteAsync(other);

        Assert.True(first.Count > 20);
        Assert.Equal(first, await RowsAsync(twin.Home));
        Assert.NotEqual(first, await RowsAsync(other.Home));
    }

    [Fact]
    public async Task A_workspace_that_has_rows_is_left_alone()
    {
        await WriteAsync(_company);
        var before = await RowsAsync(_company.Home);

        Assert.Null(await WriteAsync(_company with { Seed = 2 }));
        Assert.Equal(before, await RowsAsync(_company.Home));
    }

    [Fact]
    public async Task A_workspace_with_a_single_person_and_no_group_is_left_alone()
    {
        var anna = new PersonAddress(_company.Home.Channel, _company.Home.Workspace, "anna");
        var profile = new Profile { Person = anna, MetAt = DateTimeOffset.UnixEpoch };
        await _store.Table(PeopleTable.Name).WriteAsync(
            [new RowWrite.Insert { Key = PeopleTable.Profile(anna), Properties = ProfileRow.Write(profile) }], CancellationToken.None);

        Assert.Null(await WriteAsync(_company));
    }

    [Fact]
    public async Task Replies_grow_with_their_factor_and_figures_do_not()
    {
        var more = _company with { Home = new WorkspaceAddress("chat", "T2"), RepliesFactor = 20 };
        var (few, many) = (await WriteAsync(_company), await WriteAsync(more));

        Assert.InRange((double)many!.Value / few!.Value, 9, 11);
        Assert.Equal((await FiguresAsync(_company.Home)).Count, (await FiguresAsync(more.Home)).Count);
    }

    [Fact]
    public async Task Nothing_is_due_to_anybody()
    {
        await WriteAsync(_company);
        foreach (var shard in Enumerable.Range(0, _shards.Count))
        {
            var due = await new DueTable(_store, _shards).ReadDueAsync(shard, new DateTimeOffset(2126, 1, 1, 0, 0, 0, TimeSpan.Zero), from: "", CancellationToken.None);
            Assert.Empty(due.Rows);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    [InlineData(200)]
    public void Each_group_has_a_name_of_its_own(int count) => Assert.Equal(count, SampleCompany.GroupNames(count).Distinct(StringComparer.Ordinal).Count());

    private Task<int?> WriteAsync(SampleCompany company) =>
        new SampleHistory(_store, _shards, new EphemeralDataProtectionProvider(), company, _last).WriteAsync(counted: null, CancellationToken.None);

    private Task<IReadOnlyList<GroupWeek>> FiguresAsync(WorkspaceAddress home) =>
        new InsightsTable(_store).OverviewAsync(home, _last.Plus(1 - Weeks), _last, CancellationToken.None);

    // The rows of the first three people, as they read.
    private async Task<IReadOnlyList<string>> RowsAsync(WorkspaceAddress home)
    {
        List<string> rows = [];
        foreach (var number in Enumerable.Range(1, 3))
        {
            var person = new PersonAddress(home.Channel, home.Workspace, $"USAMPLE{number:D5}");
            await foreach (var row in _store.Table(PeopleTable.Name).ReadRangeAsync(new RowRange(PeopleTable.PartitionOf(person)), CancellationToken.None))
            {
                rows.Add($"{row.Key.Row} {string.Join(' ', row.Properties.Select(value => $"{value.Key}={value.Value}"))}");
            }
        }

        return rows;
    }
}
