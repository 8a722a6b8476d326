using BotCoach.Chat;
using BotCoach.Coaching;
using BotCoach.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BotCoach.Scheduling.Tests;

/// <summary>The weekly digest goes the way of every nudge.</summary>
public sealed class DigestDispatchTests
{
    /// <summary>Friday 27 November 2026, 09:00 in Berlin.</summary>
    private static readonly DateTimeOffset _fridayMorning = new(2026, 11, 27, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task It_comes_once_at_its_time_and_its_delivery_is_recorded()
    {
        await using var world = await OpenAsync(onAzurite: false);
        world.Desk.Clock.MoveTo(_fridayMorning.AddHours(-12));
        Assert.Equal(0, await RunAsync(world));
        world.Desk.Clock.MoveTo(_fridayMorning.AddSeconds(-1));
        Assert.Equal(0, await RunAsync(world));
        world.Desk.Clock.MoveTo(_fridayMorning);
        Assert.Equal(1, await RunAsync(world));
        Assert.Equal(0, await RunAsync(world));

        Assert.Equal("Your groups, 16\u201322 Nov 2026", world.Desk.Last.Card.Title);
        var key = new NudgeKey(new DateOnly(2026, 11, 27), "digest", "2026-W48");
        Assert.Equal(DeliveryOutcome.Sent, (await world.Desk.Get<DeliveriesTable>().FindAsync(Zoe(world), key, default))?.Outcome);
    }

    [Fact]
    public async Task One_that_could_not_be_sent_is_tried_again()
    {
        await using var world = await OpenAsync(onAzurite: false);
        world.Desk.Clock.MoveTo(_fridayMorning);
        world.Desk.Channel.Answer = _ => new DeliveryResult.Failed("internal_error");
        Assert.Equal(0, await RunAsync(world));
        world.Desk.Channel.Answer = _ => null;
        world.Desk.Clock.MoveTo(_fridayMorning.AddMinutes(5));

        Assert.Equal(1, await RunAsync(world));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whoever_is_erased_while_it_is_being_sent_leaves_nothing(bool onAzurite)
    {
        await using var world = await OpenAsync(onAzurite);
        world.Desk.Clock.MoveTo(_fridayMorning);
        world.Desk.Channel.Sending = _ => world.Desk.Get<Erasures>().RunAsync(Zoe(world), default).GetAwaiter().GetResult();
        await RunAsync(world);

        Assert.Equal("Your groups, 16\u201322 Nov 2026", world.Desk.Last.Card.Title);
        world.Desk.Clock.MoveTo(_fridayMorning + Erasures.Again + TimeSpan.FromMinutes(1));
        await world.Desk.Get<Erasures>().RunAgainAsync(default);
        Assert.Empty(await world.FindAsync(CoachingServices.Tables, Zoe(world).Person));
        await world.Desk.Get<DigestsDue>().AddAsync(default);
        Assert.Empty(await world.FindAsync(CoachingServices.Tables, Zoe(world).Person));
    }

    // A lead whom the coach knows, a group, figures, and a digest that waits for its time.
    private static async Task<ScannedDesk> OpenAsync(bool onAzurite)
    {
        var world = await ScannedDesk.OpenAsync(onAzurite, services => services
            .AddSingleton<IOptions<SchedulingOptions>>(new OptionsWrapper<SchedulingOptions>(new SchedulingOptions { ClaimSeconds = 60 }))
            .AddSingleton<Dispatcher>());
        await world.Desk.Get<Leads>().NameFirstAsync(Zoe(world), default);
        await world.Desk.CommandAsync("coach", "group new Platform", Zoe(world));
        await world.Desk.Get<InsightsTable>().WriteAsync(
            Zoe(world).Home, [new GroupWeek(InsightsTable.Everyone, new IsoWeek(2026, 47), 40, new Dictionary<string, Figure>())], default);
        Assert.Equal(1, await world.Desk.Get<DigestsDue>().AddAsync(default));
        return world;
    }

    private static async Task<int> RunAsync(ScannedDesk world)
    {
        var sent = 0;
        for (var shard = 0; shard < world.Desk.Get<ShardMap>().Count; shard++)
        {
            sent += await world.Desk.Get<Dispatcher>().RunAsync(shard, default);
        }

        return sent;
    }

    private static PersonAddress Zoe(ScannedDesk world) => world.Desk.Anna with { Person = "zoe-4711" };
}
