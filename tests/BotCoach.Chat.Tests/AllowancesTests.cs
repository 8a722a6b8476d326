using System.Globalization;
using BotCoach.Testing;

namespace BotCoach.Chat.Tests;

public sealed class AllowancesTests
{
    private static readonly TimeSpan _second = TimeSpan.FromSeconds(1);

    private readonly ManualClock _clock = new(new DateTimeOffset(2026, 11, 25, 9, 0, 0, TimeSpan.Zero));

    [Fact]
    public void A_burst_is_allowed_and_then_one_at_a_time()
    {
        var allowances = new Allowances<string>(3, _second, _clock);

        Assert.Equal([true, true, true, false, false], Take(allowances, 5));
        _clock.Advance(_second);
        Assert.Equal([true, false], Take(allowances, 2));
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal([true, true, true, false], Take(allowances, 4));
    }

    [Fact]
    public void One_who_takes_all_of_theirs_takes_nothing_from_others()
    {
        var allowances = new Allowances<string>(3, _second, _clock);
        Take(allowances, 5);

        Assert.False(allowances.HasLeft("anna"));
        Assert.True(allowances.HasLeft("ben"));
        Assert.True(allowances.TryTake("ben"));
    }

    [Fact]
    public void Asking_takes_nothing()
    {
        var allowances = new Allowances<string>(1, _second, _clock);

        Assert.All(Enumerable.Range(0, 10), _ => Assert.True(allowances.HasLeft("anna")));
        Assert.True(allowances.TryTake("anna"));
    }

    [Fact]
    public void A_clock_that_is_set_back_keeps_nobody_waiting()
    {
        var allowances = new Allowances<string>(3, _second, _clock);
        Take(allowances, 3);
        _clock.Advance(TimeSpan.FromDays(-1));

        Assert.True(allowances.TryTake("anna"));
    }

    [Fact]
    public async Task Of_many_who_take_at_once_exactly_the_burst_gets_one()
    {
        var allowances = new Allowances<string>(60, _second, _clock);

        var taken = await Task.WhenAll(Enumerable.Range(0, 500).Select(_ => Task.Run(() => allowances.TryTake("anna"))));

        Assert.Equal(60, taken.Count(got => got));
    }

    [Fact]
    public void However_many_come_they_take_no_more_memory()
    {
        var allowances = new Allowances<string>(1, _second, _clock);
        for (var number = 0; number < 3 * Allowances<string>.MostKept; number++)
        {
            Assert.True(allowances.TryTake(number.ToString(CultureInfo.InvariantCulture)));
        }

        Assert.False(allowances.HasLeft((3 * Allowances<string>.MostKept - 1).ToString(CultureInfo.InvariantCulture)));
    }

    private static IEnumerable<bool> Take(Allowances<string> allowances, int times) => [.. Enumerable.Range(0, times).Select(_ => allowances.TryTake("anna"))];
}
