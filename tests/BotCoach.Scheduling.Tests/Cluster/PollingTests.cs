using BotCoach.Testing;

namespace BotCoach.Scheduling.Tests;

/// <summary>How often a node alone looks.</summary>
public sealed class PollingTests
{
    [Fact]
    public async Task Every_shard_is_looked_at_again_and_again()
    {
        await using var node = await Node.StartAsync(new SchedulingOptions { PollSeconds = 1 }, shards: 5);
        await Poll.UntilAsync(
            () => Task.FromResult(node.Looked.GroupBy(shard => shard).Count(looks => looks.Count() >= 3) == 5), Poll.Patience, "three looks at every shard");
    }

    [Fact]
    public async Task A_look_that_takes_long_holds_up_no_other_shard_and_leaves_nothing_to_make_up_for()
    {
        const int Missed = 5;
        await using var node = await Node.StartAsync(new SchedulingOptions { PollSeconds = 1 }, shards: 20);
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        node.Gate = gate.Task;
        var start = TimeProvider.System.GetTimestamp();
        await Poll.UntilAsync(
            () => Task.FromResult(TimeProvider.System.GetElapsedTime(start) > TimeSpan.FromSeconds(Missed) && node.Begun >= 20),
            Poll.Patience,
            "every look to have begun, and five intervals to have passed");

        var before = node.Looked.Count;
        var released = TimeProvider.System.GetTimestamp();
        gate.SetResult();
        await Poll.UntilAsync(() => Task.FromResult(node.Looked.Count >= before + 40), Poll.Patience, "the looks to end, and the next ones");
        var took = TimeProvider.System.GetElapsedTime(released);

        // Twenty end at once, and the next twenty begin an interval later; looks made up for would have come at once.
        Assert.InRange(took, TimeSpan.FromSeconds(0.9), Poll.Patience);
    }
}
