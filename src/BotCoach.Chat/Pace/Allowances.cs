using System.Collections.Concurrent;

namespace BotCoach.Chat;

/// <summary>
/// How much each of many may do: some at once, and then one in each span of time. What is not used comes back at that pace.
/// Safe on several threads; nothing is kept of those who have all of theirs, and never of more than
/// <see cref="MostKept"/>.
/// </summary>
/// <param name="atOnce">How much each may do at once, from 1 on.</param>
/// <param name="each">How long it takes until one more is allowed.</param>
/// <param name="clock">The clock.</param>
public sealed class Allowances<TKey>(int atOnce, TimeSpan each, TimeProvider clock)
    where TKey : notnull
{
    /// <summary>How many are kept in mind, at some 150 bytes each. Beyond it all are forgotten: memory is worth more than a count.</summary>
    public const int MostKept = 10_000;

    // When all of it will be back (the generic cell rate algorithm, ITU-T I.371): one number says how much is left.
    private readonly ConcurrentDictionary<TKey, DateTimeOffset> _wholeAgain = new();

    /// <summary>Takes one.</summary>
    /// <returns>Whether there was one left.</returns>
    public bool TryTake(TKey key)
    {
        if (_wholeAgain.Count >= MostKept)
        {
            Forget();
        }

        while (true)
        {
            var now = clock.GetUtcNow();
            var isKept = _wholeAgain.TryGetValue(key, out var kept);
            var start = isKept && kept > now ? kept : now;
            if (!Allows(start, now))
            {
                return false;
            }

            if (isKept ? _wholeAgain.TryUpdate(key, start + each, kept) : _wholeAgain.TryAdd(key, start + each))
            {
                return true;
            }
        }
    }

    /// <summary>Whether one is left, without taking it.</summary>
    public bool HasLeft(TKey key) => !_wholeAgain.TryGetValue(key, out var kept) || Allows(kept, clock.GetUtcNow());

    // A clock that was set back must not keep anybody waiting longer than the whole of it takes.
    private bool Allows(DateTimeOffset wholeAgain, DateTimeOffset now) =>
        wholeAgain - now <= each * (atOnce - 1) || wholeAgain - now > each * (atOnce + 1);

    private void Forget()
    {
        var now = clock.GetUtcNow();
        foreach (var (key, wholeAgain) in _wholeAgain)
        {
            if (wholeAgain <= now)
            {
                _wholeAgain.TryRemove(new KeyValuePair<TKey, DateTimeOffset>(key, wholeAgain));
            }
        }

        if (_wholeAgain.Count >= MostKept)
        {
            _wholeAgain.Clear();
        }
    }
}
