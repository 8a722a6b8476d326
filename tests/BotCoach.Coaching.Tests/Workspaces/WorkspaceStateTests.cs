using BotCoach.Chat;

namespace BotCoach.Coaching.Tests;

public sealed class WorkspaceStateTests
{
    private static readonly WorkspaceAddress _home = new("chat", "T1");
    private static readonly DateTimeOffset _start = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Whatever_the_order_and_however_often_they_come_the_last_notice_counts()
    {
        var random = new Random(20);
        for (var round = 0; round < 500; round++)
        {
            List<WorkspaceNotice> notices = [.. Enumerable.Range(0, random.Next(1, 6)).Select(minute => Notice(
                random.Next(2) == 0 ? WorkspaceChange.Removed : WorkspaceChange.Installed, minute))];
            var mixed = notices.Concat(notices.Where(_ => random.Next(2) == 0)).ToArray();
            random.Shuffle(mixed);

            var state = mixed.Aggregate(new WorkspaceState(_home), (known, notice) => known.After(notice));

            Assert.Equal(notices[^1].Change is WorkspaceChange.Removed, state.RemovedAt is not null);
        }
    }

    [Fact]
    public void The_grace_counts_from_the_last_removal()
    {
        var state = new WorkspaceState(_home).After(Notice(WorkspaceChange.Removed, 0)).After(Notice(WorkspaceChange.Removed, 7)).After(Notice(WorkspaceChange.Removed, 3));

        Assert.Equal(_start.AddMinutes(7), state.RemovedAt);
    }

    [Fact]
    public void An_erasure_that_has_begun_is_not_stopped_but_who_comes_back_meanwhile_is_known()
    {
        var erasing = new WorkspaceState(_home) { RemovedAt = _start, ErasingSince = _start.AddDays(30) };

        Assert.Equal(erasing, erasing.After(Notice(WorkspaceChange.Removed, 60)));
        Assert.Equal(erasing with { InstalledAt = _start.AddMinutes(60) }, erasing.After(Notice(WorkspaceChange.Installed, 60)));
    }

    private static WorkspaceNotice Notice(WorkspaceChange change, int minutes) => new(_home, change, _start.AddMinutes(minutes));
}
