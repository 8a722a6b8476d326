using BotCoach.Chat;
using BotCoach.Coaching;
using BotCoach.Testing;

namespace BotCoach.Scheduling.Tests;

public sealed class RemovedWorkspaceDispatchTests
{
    [Fact]
    public async Task Nothing_is_sent_to_a_workspace_that_removed_the_app_and_all_of_it_again_when_it_is_back()
    {
        await using var world = await DispatchWorld.OpenAsync(SendingLimits.None);
        await world.EnrolAsync("T1", 5);
        await world.EnrolAsync("T2", 5);
        await NoticeAsync(world, WorkspaceChange.Removed);

        world.Run([world.Node()], sends: 10, TimeSpan.FromHours(1));
        Assert.Equal(["T2", "T2", "T2", "T2", "T2"], world.Sends.Select(send => send.Conversation.Workspace));

        await NoticeAsync(world, WorkspaceChange.Installed);
        world.Run([world.Node()], sends: 15, TimeSpan.FromDays(3));
        Assert.Equal(5, world.Sends.Count(send => send.Conversation.Workspace == "T1" && send.At > CoachDesk.MondayMorning.AddDays(1)));
    }

    private static Task NoticeAsync(DispatchWorld world, WorkspaceChange change) => world.Get<IWorkspaceNoticeHandler>().HandleAsync(
        new WorkspaceNotice(new WorkspaceAddress(RecordingChannel.ChannelName, "T1"), change, world.Clock.GetUtcNow()), CancellationToken.None);
}
