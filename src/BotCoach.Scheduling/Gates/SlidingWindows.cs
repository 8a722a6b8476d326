using BotCoach.Chat;

namespace BotCoach.Scheduling;

/// <summary>
/// Remembers when messages left, as long as that matters to some windows, and says when the next one may leave. Exact:
/// no window ever holds more than its count, wherever it begins. Moments are UTC ticks. Not for several threads at once.
/// </summary>
/// <param name="windows">The windows; each holds by itself.</param>
internal sealed class SlidingWindows(IReadOnlyList<RateWindow> windows)
{
    /// <summary>The moment at which nothing that is known lets a message leave: somebody who is on the way decides.</summary>
    public const long Unknown = long.MaxValue;

    private readonly int _mostStamps = windows.Count == 0 ? 0 : windows.Max(window => window.Count);

    // A ring: the stamp of the message number n stands at n modulo the length.
    private long[] _stamps = [];
    private long _next;
    private long _first;
    private int _expected;

    /// <summary>The longest of the windows.</summary>
    public long Span { get; } = windows.Count == 0 ? 0 : windows.Max(window => window.Span.Ticks);

    /// <summary>When the next message may leave, if no other does before; <see cref="Unknown"/> while too many are expected.</summary>
    public long OpensAt()
    {
        var opens = 0L;
        foreach (var window in windows)
        {
            var back = window.Count - _expected;
            if (back <= 0)
            {
                return Unknown;
            }

            if (_next - _first >= back)
            {
                opens = Math.Max(opens, _stamps[(_next - back) % _stamps.Length] + window.Span.Ticks);
            }
        }

        return opens;
    }

    /// <summary>Keeps a place for a message that is about to leave.</summary>
    public void Expect() => _expected++;

    /// <summary>Gives the place back: the message does not leave.</summary>
    public void GiveBack() => _expected--;

    /// <summary>An expected message leaves.</summary>
    /// <param name="arrivesAt">When it arrives at the latest; from then on windows are counted.</param>
    /// <returns>The message's number.</returns>
    public long Leave(long arrivesAt)
    {
        _expected--;
        if (_mostStamps == 0)
        {
            return 0;
        }

        if (_next - _first == _mostStamps)
        {
            _first++;
        }
        else if (_next - _first == _stamps.Length)
        {
            Grow();
        }

        _stamps[_next % _stamps.Length] = arrivesAt;
        return _next++;
    }

    /// <summary>A message arrived, sooner than it might have.</summary>
    public void Arrive(long number, long at)
    {
        if (number >= _first && number < _next)
        {
            ref var stamp = ref _stamps[number % _stamps.Length];
            stamp = Math.Min(stamp, at);
        }
    }

    /// <summary>Whether some window is half full or more at a moment, the message that has just left among it.</summary>
    public bool IsHalfFull(long now) => windows.Any(window => 2 * CountSince(now - window.Span.Ticks) > window.Count);

    /// <summary>Whether nothing that left matters any more at a moment.</summary>
    public bool IsIdle(long now) => _expected == 0 && (_next == _first || _stamps[(_next - 1) % _stamps.Length] + Span <= now);

    private int CountSince(long start)
    {
        var count = 0;
        for (var number = _next - 1; number >= _first && _stamps[number % _stamps.Length] > start; number--)
        {
            count++;
        }

        return count;
    }

    private void Grow()
    {
        var longer = new long[Math.Min(_mostStamps, Math.Max(1, 2 * _stamps.Length))];
        for (var number = _first; number < _next; number++)
        {
            longer[number % longer.Length] = _stamps[number % _stamps.Length];
        }

        _stamps = longer;
    }
}
