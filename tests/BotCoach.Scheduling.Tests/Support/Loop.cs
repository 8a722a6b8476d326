using System.Collections.Concurrent;

namespace BotCoach.Scheduling.Tests;

/// <summary>Runs what is awaited on the thread of the test, in order, so that nothing happens behind its back.</summary>
internal sealed class Loop : SynchronizationContext
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly ConcurrentQueue<(SendOrPostCallback Callback, object? State)> _posted = new();

    public override void Post(SendOrPostCallback d, object? state) => _posted.Enqueue((d, state));

    /// <summary>What is begun from here on, until this is disposed, runs on the loop.</summary>
    public IDisposable Enter()
    {
        var before = Current;
        SetSynchronizationContext(this);
        return new Inside(before);
    }

    /// <summary>Runs what there is to run, until nothing is left and nothing is under way elsewhere.</summary>
    /// <param name="isQuiet">Whether nothing is under way elsewhere, such as in a store.</param>
    public void Settle(Func<bool> isQuiet) =>
        Assert.True(SpinWait.SpinUntil(() => RunAll() == 0 && isQuiet() && RunAll() == 0, Patience), "Something never ends.");

    /// <summary>Waits for what another thread, such as one that cancels, has yet to hand over.</summary>
    public void WaitForMore() => Assert.True(SpinWait.SpinUntil(() => !_posted.IsEmpty, Patience), "Something never ends.");

    private int RunAll()
    {
        var count = 0;
        for (; _posted.TryDequeue(out var next); count++)
        {
            next.Callback(next.State);
        }

        return count;
    }

    private sealed class Inside(SynchronizationContext? before) : IDisposable
    {
        public void Dispose() => SetSynchronizationContext(before);
    }
}
