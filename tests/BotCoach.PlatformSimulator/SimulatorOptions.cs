namespace BotCoach.PlatformSimulator;

/// <summary>What the simulated platforms allow, and how they fail.</summary>
public sealed class SimulatorOptions
{
    /// <summary>Which requests meet which fault. The same seed and the same requests give the same faults, in whatever order they come.</summary>
    public long Seed { get; set; } = 1;

    /// <summary>How many times faster than the real one the clock of a simulator goes that runs as its own process.</summary>
    public double Speed { get; set; } = 1;

    /// <summary>When that clock showed the same time as the real one; its start unless told otherwise.</summary>
    public DateTimeOffset? Since { get; set; }

    /// <summary>Whether limits hold. Without them every request is taken, for measuring what is not about limits.</summary>
    public bool EnforceLimits { get; set; } = true;

    /// <summary>Slack's limits.</summary>
    public SlackLimits Slack { get; set; } = new();

    /// <summary>The Bot Connector's limits.</summary>
    public TeamsLimits Teams { get; set; } = new();

    /// <summary>How often what goes wrong.</summary>
    public FaultRates Faults { get; set; } = new();
}
