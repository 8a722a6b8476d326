namespace BotCoach.PlatformSimulator.Tests;

public sealed class SpedUpClockTests
{
    [Fact]
    public async Task Its_time_and_its_timers_go_faster_than_the_real_ones()
    {
        var real = TimeProvider.System;
        var clock = new SpedUpClock(speed: 1_000);
        var (start, before, realStart) = (clock.GetUtcNow(), clock.GetTimestamp(), real.GetTimestamp());

        await Task.Delay(TimeSpan.FromMinutes(1), clock);

        Assert.True(clock.GetUtcNow() - start >= TimeSpan.FromMinutes(1) - TimeSpan.FromSeconds(5));
        Assert.True(clock.GetElapsedTime(before) >= TimeSpan.FromMinutes(1) - TimeSpan.FromSeconds(5));
        Assert.True(real.GetElapsedTime(realStart) < TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void It_starts_with_the_real_one()
    {
        var before = TimeProvider.System.GetUtcNow();

        Assert.InRange(new SpedUpClock(speed: 1).GetUtcNow(), before, TimeProvider.System.GetUtcNow().AddSeconds(1));
    }

    [Fact]
    public void Two_that_left_the_real_one_at_the_same_time_agree()
    {
        var since = TimeProvider.System.GetUtcNow().AddMinutes(-1);
        var (one, other) = (new SpedUpClock(speed: 60, since), new SpedUpClock(speed: 60, since));

        var first = one.GetUtcNow();
        Assert.InRange(other.GetUtcNow(), first, first.AddMinutes(1));
        Assert.InRange(one.GetUtcNow() - since, TimeSpan.FromHours(1), TimeSpan.FromHours(2));
    }
}
