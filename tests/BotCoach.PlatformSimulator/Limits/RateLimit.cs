namespace BotCoach.PlatformSimulator;

/// <summary>At most so many requests in any window of a length: one that comes a whole window after the first of them is taken.</summary>
/// <param name="Requests">How many.</param>
/// <param name="Window">The length.</param>
internal sealed record RateLimit(int Requests, TimeSpan Window)
{
    public static RateLimit PerSecond(int requests) => new(requests, TimeSpan.FromSeconds(1));

    public static RateLimit PerMinute(int requests) => new(requests, TimeSpan.FromMinutes(1));
}

/// <summary>Limits that a request counts against.</summary>
/// <param name="Of">What they are counted for, such as a channel or a method.</param>
/// <param name="Limits">The limits, all of which hold.</param>
internal sealed record Quota(string Of, params IReadOnlyList<RateLimit> Limits);
