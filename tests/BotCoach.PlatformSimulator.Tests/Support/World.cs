namespace BotCoach.PlatformSimulator.Tests;

/// <summary>A simulator by a clock that a test moves.</summary>
internal sealed class World : IAsyncDisposable
{
    private World(Simulator simulator, ManualClock clock) => (Simulator, Clock, Bot) = (simulator, clock, new PlatformClient(simulator));

    public Simulator Simulator { get; }

    public ManualClock Clock { get; }

    public PlatformClient Bot { get; }

    public static async Task<World> StartAsync(SimulatorOptions? options = null)
    {
        var clock = new ManualClock(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
        return new World(await Simulator.StartAsync(options, clock), clock);
    }

    public static Task<World> FailingAsync(FaultRates faults, long seed = 1) =>
        StartAsync(new SimulatorOptions { Seed = seed, Faults = faults, EnforceLimits = false });

    public async ValueTask DisposeAsync()
    {
        Bot.Dispose();
        await Simulator.DisposeAsync();
    }
}
