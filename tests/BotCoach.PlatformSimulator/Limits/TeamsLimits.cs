namespace BotCoach.PlatformSimulator;

/// <summary>The Bot Connector's limits in Teams (learn.microsoft.com, "Optimize your bot with rate limiting in Teams").</summary>
public sealed class TeamsLimits
{
    /// <summary>Requests a second of one app in one tenant, of whatever kind.</summary>
    public int TenantPerSecond { get; set; } = 50;

    /// <summary>The four windows of one conversation. Sending and updating count together, creating for itself.</summary>
    private static readonly RateLimit[] _conversation =
    [
        new(7, TimeSpan.FromSeconds(1)),
        new(8, TimeSpan.FromSeconds(2)),
        new(60, TimeSpan.FromSeconds(30)),
        new(1800, TimeSpan.FromHours(1)),
    ];

    /// <summary>What a request counts against.</summary>
    /// <param name="conversation">Where; for creating one, the person.</param>
    internal IReadOnlyList<Quota> Of(string conversation) =>
        [new($"conversation {conversation}", _conversation), new("tenant", RateLimit.PerSecond(TenantPerSecond))];
}
