using BotCoach.Chat;
using BotCoach.Coaching;
using BotCoach.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace BotCoach.Scheduling.Tests;

public sealed class SqliteWorkspaceErasureTests : WorkspaceErasureTests
{
    protected override string? Azure => null;
}

public sealed class AzuriteWorkspaceErasureTests(AzuriteWorkspaceErasureTests.Server server)
    : WorkspaceErasureTests, IClassFixture<AzuriteWorkspaceErasureTests.Server>
{
    protected override string? Azure => server.Azurite.ConnectionString;

    public sealed class Server : IAsyncLifetime
    {
        public Azurite Azurite { get; private set; } = null!;

        public async Task InitializeAsync() => Azurite = await Azurite.StartAsync(inMemory: true);

        public async Task DisposeAsync() => await Azurite.DisposeAsync();
    }
}

/// <summary>What is left of a workspace that removed the app, on every store.</summary>
public abstract class WorkspaceErasureTests : IAsyncLifetime
{
    // The ids of one workspace may begin with those of another. They differ from test to test, since a server is shared.
    private readonly string _id = $"W{Guid.NewGuid():N}";

    private UpkeepWorld _world = null!;

    protected abstract string? Azure { get; }

    private CoachDesk Desk => _world.Desk;

    private WorkspaceAddress Gone => new(RecordingChannel.ChannelName, _id);

    private WorkspaceAddress Stays => new(RecordingChannel.ChannelName, $"{_id}-0");

    public async Task InitializeAsync()
    {
        _world = await UpkeepWorld.OpenAsync(Azure, Person(Gone, "anna"), Person(Stays, "anna"));
        foreach (var workspace in new[] { Gone, Stays })
        {
            await _world.LiveAsync(Person(workspace, "anna"), Person(workspace, "zoe"));
        }

        // Two weeks later the week in which they belonged to the group is counted.
        Desk.Clock.MoveTo(new DateTimeOffset(2026, 12, 7, 13, 0, 0, TimeSpan.Zero));
        foreach (var workspace in new[] { Gone, Stays })
        {
            await _world.CountAsync(workspace);
        }
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task After_thirty_days_no_row_of_any_table_names_it_and_another_workspace_has_every_row_that_it_had()
    {
        await NoticeAsync(WorkspaceChange.Removed);
        var (gone, stays) = await RowsAsync();
        Assert.Equal(UpkeepWorld.Tables.Order(StringComparer.Ordinal), gone.Select(row => row.Table).Distinct().Order(StringComparer.Ordinal));

        Desk.Clock.Advance(Removals.Grace);
        await RunAsync();
        Desk.Clock.Advance(WorkspaceErasureJob.Interval);
        await RunAsync();

        var (left, stayed) = await RowsAsync();
        Assert.Empty(left);
        Assert.Equal(stays.Select(row => row.Text), stayed.Select(row => row.Text));
    }

    [Fact]
    public async Task Before_that_everything_is_there()
    {
        await NoticeAsync(WorkspaceChange.Removed);
        var (before, _) = await RowsAsync();
        Desk.Clock.Advance(Removals.Grace - TimeSpan.FromSeconds(1));
        await RunAsync();
        await RunAsync();

        Assert.Equal(before.Select(row => row.Text), (await RowsAsync()).Gone.Select(row => row.Text));
    }

    [Fact]
    public async Task A_workspace_that_comes_back_in_time_is_not_erased_ever()
    {
        await NoticeAsync(WorkspaceChange.Removed);
        Desk.Clock.Advance(Removals.Grace - TimeSpan.FromHours(1));
        await NoticeAsync(WorkspaceChange.Installed);
        var (before, _) = await RowsAsync();
        for (var day = 0; day < 40; day++)
        {
            Desk.Clock.Advance(TimeSpan.FromDays(1));
            await RunAsync();
        }

        Assert.Equal(before.Select(row => row.Text), (await RowsAsync()).Gone.Select(row => row.Text));
    }

    [Fact]
    public async Task Whoever_comes_back_while_it_is_erased_is_there_as_somebody_new_and_stays()
    {
        await NoticeAsync(WorkspaceChange.Removed);
        Desk.Clock.Advance(Removals.Grace);
        await RunAsync();
        await NoticeAsync(WorkspaceChange.Installed);
        Desk.Clock.Advance(WorkspaceErasureJob.Interval);
        await RunAsync();
        Assert.Equal(["Workspaces"], (await RowsAsync()).Gone.Select(row => row.Table));

        await Desk.SayAsync("hello", Person(Gone, "zoe"));
        Assert.Equal("A coach for the part of your job beyond your own team", Desk.Last.Card.Title);
        Desk.Clock.Advance(Removals.Grace + Removals.Grace);
        await RunAsync();
        await RunAsync();
        Assert.Contains((await RowsAsync()).Gone, row => row.Table == PeopleTable.Name);
    }

    [Fact]
    public async Task An_erasure_that_is_cut_short_again_and_again_comes_to_its_end()
    {
        await NoticeAsync(WorkspaceChange.Removed);
        var (_, stays) = await RowsAsync();
        Desk.Clock.Advance(Removals.Grace);
        await RunAsync();
        Desk.Clock.Advance(WorkspaceErasureJob.Interval);

        // Each run gets some calls further than the last one, through every table.
        var allowed = 0;
        for (var isDone = false; !isDone;)
        {
            allowed += 2;
            var left = allowed;
            _world.Store.IsAway = _ => left-- <= 0;
            isDone = await Record.ExceptionAsync(RunAsync) is null;
            _world.Store.IsAway = _ => false;
        }

        var (gone, stayed) = await RowsAsync();
        Assert.True(allowed > 20, $"It was cut short after {allowed} calls at most.");
        Assert.Empty(gone);
        Assert.Equal(stays.Select(row => row.Text), stayed.Select(row => row.Text));
    }

    private static PersonAddress Person(WorkspaceAddress workspace, string person) => new(workspace.Channel, workspace.Workspace, person);

    private Task NoticeAsync(WorkspaceChange change) =>
        Desk.Get<IWorkspaceNoticeHandler>().HandleAsync(new WorkspaceNotice(Gone, change, Desk.Clock.GetUtcNow()), CancellationToken.None);

    private async Task RunAsync()
    {
        var job = new WorkspaceErasureJob(Desk.Get<WorkspaceErasure>(), _world.Store, NullLogger<WorkspaceErasureJob>.Instance);
        await job.Execute(null!, CancellationToken.None);
    }

    private async Task<(IReadOnlyList<StoreScan.Trace> Gone, IReadOnlyList<StoreScan.Trace> Stays)> RowsAsync()
    {
        var all = await _world.ScanAsync();
        return (
            [.. all.Where(row => row.Text.Replace(Stays.Workspace, "", StringComparison.Ordinal).Contains(_id, StringComparison.Ordinal))],
            [.. all.Where(row => row.Text.Contains(Stays.Workspace, StringComparison.Ordinal))]);
    }
}
