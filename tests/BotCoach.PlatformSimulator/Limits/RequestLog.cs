namespace BotCoach.PlatformSimulator;

/// <summary>When the requests that count against a quota were taken. One that was turned away does not count.</summary>
internal sealed class RequestLog
{
    // Ticks, oldest first; only as many are kept as the largest limit looks back.
    private readonly List<long> _taken = [];

    /// <summary>How long until a request could be taken; zero when it can be taken now.</summary>
    public TimeSpan WaitAt(DateTimeOffset now, IReadOnlyList<RateLimit> limits)
    {
        var wait = 0L;
        foreach (var limit in limits)
        {
            if (_taken.Count >= limit.Requests)
                wait = Math.Max(wait, _taken[^limit.Requests] + limit.Window.Ticks - now.UtcTicks);
        }

        return TimeSpan.FromTicks(wait);
    }

    /// <summary>Counts a request.</summary>
    public void Take(DateTimeOffset now, IReadOnlyList<RateLimit> limits)
    {
        _taken.Add(now.UtcTicks);
        var most = limits.Max(limit => limit.Requests);
        if (_taken.Count > 2 * most)
            _taken.RemoveRange(0, _taken.Count - most);
    }
}
