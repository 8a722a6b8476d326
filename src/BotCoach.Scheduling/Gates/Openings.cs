using BotCoach.Chat;

namespace BotCoach.Scheduling;

/// <summary>
/// The right to open direct conversations in one workspace. Who is turned away is told when to come back, each at a time
/// of their own, so that they do not all come back at once. Moments are UTC ticks. Not for several threads at once.
/// </summary>
/// <param name="windows">The windows; null where opening counts as a message.</param>
internal sealed class Openings(IReadOnlyList<RateWindow>? windows)
{
    private readonly SlidingWindows _windows = new(windows ?? []);
    private readonly long _interval = windows is null or [] ? 0 : windows.Max(window => window.Interval.Ticks);
    private long _pausedUntil;
    private long _lastPromise;

    /// <summary>Whether opening a conversation counts as a message.</summary>
    public bool CountAsMessages => windows is null;

    /// <summary>Takes the right to open one now.</summary>
    /// <returns>Zero when it is given, else how long to wait before asking again.</returns>
    public TimeSpan Take(long now)
    {
        var opens = Math.Max(_pausedUntil, _windows.OpensAt());
        if (opens <= now)
        {
            _windows.Expect();
            _windows.Leave(now);
            return TimeSpan.Zero;
        }

        _lastPromise = Math.Max(opens, _lastPromise + _interval);
        return TimeSpan.FromTicks(_lastPromise - now);
    }

    /// <summary>Nothing may be opened before a moment.</summary>
    public void Pause(long until) => _pausedUntil = Math.Max(_pausedUntil, until);
}
