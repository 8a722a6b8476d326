using BotCoach.Chat;
using BotCoach.Testing;

namespace BotCoach.Scheduling.Tests;

public sealed class EarlyTimerTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    /// <summary>The system's timers go by a coarser clock than the time that is compared with, and ring early now and then.</summary>
    [Fact]
    public async Task Who_waits_gets_through_although_the_timer_rings_a_moment_early()
    {
        var time = new SteppedClock(Start);
        var limits = new SendingLimits { Workspace = [new RateWindow(1, TimeSpan.FromSeconds(1))] };
        using var gate = new WorkspaceGate(limits, mostUnderWay: 8, _ => new EvenSlots(TimeSpan.TicksPerSecond), new EarlyClock(time));
        (await gate.EnterAsync("anna", Start.AddMinutes(1), CancellationToken.None))!.TryLeave();

        var next = gate.EnterAsync("ben", Start.AddMinutes(1), CancellationToken.None).AsTask();
        Assert.False(next.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(5));

        Assert.NotNull(await next.WaitAsync(TimeSpan.FromSeconds(20)));
    }

    private sealed class EarlyClock(SteppedClock clock) : TimeProvider
    {
        private static readonly TimeSpan _early = TimeSpan.FromMilliseconds(0.4);

        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            new EarlyTimer(clock.CreateTimer(callback, state, Early(dueTime), period));

        private static TimeSpan Early(TimeSpan dueTime) => dueTime > _early ? dueTime - _early : dueTime;

        private sealed class EarlyTimer(ITimer timer) : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(Early(dueTime), period);

            public void Dispose() => timer.Dispose();

            public ValueTask DisposeAsync() => timer.DisposeAsync();
        }
    }
}
