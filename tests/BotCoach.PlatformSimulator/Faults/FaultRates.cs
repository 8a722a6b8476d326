namespace BotCoach.PlatformSimulator;

/// <summary>How often what goes wrong: shares from 0 to 1.</summary>
public sealed record FaultRates
{
    /// <summary>Nothing goes wrong.</summary>
    public static FaultRates None { get; } = new();

    /// <summary>Requests answered with 500, 502, 503 or 504 and not carried out.</summary>
    public double ServerError { get; init; }

    /// <summary>Requests answered with 429 although no limit was broken, and not carried out.</summary>
    public double Throttled { get; init; }

    /// <summary>Requests that are carried out, and the connection closed before the answer.</summary>
    public double LostAnswer { get; init; }

    /// <summary>Requests that are carried out, and answered late.</summary>
    public double Slow { get; init; }

    /// <summary>People who blocked the bot: 403 MessageWritesBlocked in Teams, user_disabled in Slack.</summary>
    public double Blocked { get; init; }

    /// <summary>People whose first conversation is gone: 404 in Teams, channel_not_found in Slack; opened anew it is there.</summary>
    public double Gone { get; init; }

    /// <summary>By how much slow answers are late.</summary>
    public TimeSpan SlowBy { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>What Retry-After says when no limit was broken, in seconds.</summary>
    public int RetryAfterSeconds { get; init; } = 1;
}
