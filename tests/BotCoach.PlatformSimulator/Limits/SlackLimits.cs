namespace BotCoach.PlatformSimulator;

/// <summary>Slack's limits (docs.slack.dev, "Rate limits"): each method's tier counts for one app in one workspace.</summary>
public sealed class SlackLimits
{
    /// <summary>
    /// How many messages a channel takes at once, one a second being the rate. Slack says that it tolerates short bursts and
    /// promises nothing, so there are none unless asked for.
    /// </summary>
    public int ChannelBurst { get; set; } = 1;

    /// <summary>Messages a minute in the whole workspace; Slack says "several hundred" and gives no number.</summary>
    public int WorkspacePerMinute { get; set; } = 300;

    /// <summary>Requests a minute of a tier 3 method ("50+").</summary>
    public int Tier3PerMinute { get; set; } = 50;

    /// <summary>Requests a minute of a tier 4 method ("100+").</summary>
    public int Tier4PerMinute { get; set; } = 100;

    /// <summary>Requests a minute of auth.test, whose page says "hundreds".</summary>
    public int AuthTestPerMinute { get; set; } = 300;

    /// <summary>What a request counts against.</summary>
    /// <param name="method">The method's name; tiers are those on its page at docs.slack.dev.</param>
    /// <param name="channel">The channel of a message.</param>
    internal IReadOnlyList<Quota> Of(string method, string? channel) => method switch
    {
        "chat.postMessage" =>
        [
            new($"channel {channel}", new RateLimit(ChannelBurst, TimeSpan.FromSeconds(ChannelBurst))),
            new("messages", RateLimit.PerMinute(WorkspacePerMinute)),
        ],
        "auth.test" => [new(method, RateLimit.PerMinute(AuthTestPerMinute))],
        "users.info" or "chat.postEphemeral" or "views.open" or "views.publish" => [new(method, RateLimit.PerMinute(Tier4PerMinute))],
        _ => [new(method, RateLimit.PerMinute(Tier3PerMinute))],
    };
}
