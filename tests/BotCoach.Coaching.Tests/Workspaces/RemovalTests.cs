using BotCoach.Chat;
using BotCoach.Storage;
using BotCoach.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace BotCoach.Coaching.Tests;

public sealed class RemovalTests : IAsyncLifetime
{
    private CoachDesk _desk = null!;

    private WorkspaceAddress Home => _desk.Anna.Home;

    public async Task InitializeAsync() => _desk = await CoachDesk.OpenAsync();

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task A_workspace_that_removed_the_app_is_known_at_once_and_another_is_not_touched()
    {
        Assert.False(await IsRemovedAsync(Home));
        await RemoveAsync();

        Assert.True(await IsRemovedAsync(Home));
        Assert.False(await IsRemovedAsync(Home with { Workspace = "T10" }));
    }

    [Fact]
    public async Task Another_node_knows_it_within_seconds()
    {
        var other = OnAnotherNode();
        Assert.False(await other.IsRemovedAsync(Home, CancellationToken.None));
        await RemoveAsync();
        _desk.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.True(await other.IsRemovedAsync(Home, CancellationToken.None));
    }

    [Fact]
    public async Task Installing_it_again_makes_all_as_it_was()
    {
        await _desk.CommandAsync("coach", "plan active");
        var before = await _desk.RowsAsync();
        await RemoveAsync();
        _desk.Clock.Advance(TimeSpan.FromDays(29));
        await NoticeAsync(WorkspaceChange.Installed);

        Assert.False(await IsRemovedAsync(Home));
        Assert.Equal(before.Select(row => (row.Key, row.Version)), (await _desk.RowsAsync()).Select(row => (row.Key, row.Version)));
    }

    [Fact]
    public async Task Whoever_speaks_to_the_coach_has_taken_the_app_back()
    {
        await RemoveAsync();
        _desk.Clock.Advance(TimeSpan.FromDays(3));
        await _desk.SayAsync("hello");

        Assert.False(await IsRemovedAsync(Home));
        Assert.Equal("A coach for the part of your job beyond your own team", _desk.Last.Card.Title);
    }

    [Fact]
    public async Task A_turn_that_was_on_its_way_when_the_app_was_removed_takes_nothing_back()
    {
        await RemoveAsync();
        _desk.Clock.Advance(TimeSpan.FromMinutes(9));
        await _desk.SayAsync("hello");

        Assert.True(await IsRemovedAsync(Home));
    }

    [Fact]
    public async Task Nor_does_a_person_for_whom_it_was_removed()
    {
        await RemoveAsync();
        _desk.Clock.Advance(TimeSpan.FromDays(3));
        await _desk.TakeAsync(new UninstalledTurn { Id = "u", Person = _desk.Anna, Conversation = RecordingChannel.Direct(_desk.Anna), At = _desk.Clock.GetUtcNow() });

        Assert.True(await IsRemovedAsync(Home));
    }

    [Fact]
    public async Task A_person_for_whom_it_is_installed_takes_it_back_at_once()
    {
        await RemoveAsync();
        await _desk.TakeAsync(new InstalledTurn { Id = "i", Person = _desk.Anna, Conversation = RecordingChannel.Direct(_desk.Anna), At = _desk.Clock.GetUtcNow() });

        Assert.False(await IsRemovedAsync(Home));
    }

    [Fact]
    public async Task A_removal_that_is_delivered_again_after_the_app_came_back_changes_nothing()
    {
        var removedAt = _desk.Clock.GetUtcNow();
        await RemoveAsync();
        _desk.Clock.Advance(TimeSpan.FromMinutes(1));
        await NoticeAsync(WorkspaceChange.Installed);
        await _desk.Get<IWorkspaceNoticeHandler>().HandleAsync(new WorkspaceNotice(Home, WorkspaceChange.Removed, removedAt), CancellationToken.None);

        Assert.False(await IsRemovedAsync(Home));
    }

    [Fact]
    public async Task A_plan_goes_on_in_silence_and_what_belongs_to_a_moment_is_dropped()
    {
        await _desk.CommandAsync("coach", "plan active");
        var due = await DueAsync();
        await RemoveAsync();
        _desk.Clock.MoveTo(due.DueAt);

        var moved = Assert.IsType<NudgeDecision.Move>(await DecideAsync(due));
        Assert.Equal(due with { DueAt = new DateTimeOffset(2026, 11, 24, 8, 15, 0, TimeSpan.Zero) }, moved.To);
        Assert.IsType<NudgeDecision.Drop>(await DecideAsync(due with { Version = "old" }));
        Assert.IsType<NudgeDecision.Drop>(await DecideAsync(due with { IsRetry = true }));
        Assert.IsType<NudgeDecision.Drop>(await DecideAsync(due with { Kind = NudgeKind.MeetingCheck, Subject = "m" }));
        Assert.Equal(
            due.DueAt.AddDays(1), Assert.IsType<NudgeDecision.Move>(await DecideAsync(due with { Kind = NudgeKind.Invitation, Subject = "g" })).To.DueAt);

        await NoticeAsync(WorkspaceChange.Installed);
        _desk.Clock.MoveTo(moved.To.DueAt);
        Assert.IsType<NudgeDecision.Send>(await DecideAsync(moved.To));
    }

    [Fact]
    public async Task While_a_workspace_is_erased_turns_fail_so_that_nothing_is_acknowledged_and_lost()
    {
        await RemoveAsync();
        _desk.Clock.Advance(Removals.Grace);
        Assert.Empty(await _desk.Get<WorkspaceErasure>().DueAsync(CancellationToken.None));
        _desk.Clock.Advance(TimeSpan.FromSeconds(5));

        await Assert.ThrowsAsync<TableUnavailableException>(() => _desk.SayAsync("hello"));
        Assert.Empty(await _desk.RowsAsync());
    }

    private Removals OnAnotherNode() => new(
        _desk.Get<WorkspacesTable>(), _desk.Clock, NullLogger<Removals>.Instance);

    private async Task<DueNudge> DueAsync()
    {
        var shard = _desk.Get<ShardMap>().Of(_desk.Anna);
        var page = await _desk.Get<DueTable>().ReadDueAsync(shard, _desk.Clock.GetUtcNow().AddDays(7), "", CancellationToken.None);
        return Assert.Single(page.Rows).Nudge;
    }

    private Task<NudgeDecision> DecideAsync(DueNudge nudge) =>
        _desk.Get<NudgeDecider>().DecideAsync(nudge, _desk.Clock.GetUtcNow(), CancellationToken.None);

    private Task<bool> IsRemovedAsync(WorkspaceAddress workspace) => _desk.Get<Removals>().IsRemovedAsync(workspace, CancellationToken.None);

    private Task RemoveAsync() => NoticeAsync(WorkspaceChange.Removed);

    private Task NoticeAsync(WorkspaceChange change) =>
        _desk.Get<IWorkspaceNoticeHandler>().HandleAsync(new WorkspaceNotice(Home, change, _desk.Clock.GetUtcNow()), CancellationToken.None);
}
