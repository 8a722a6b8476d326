using BotCoach.Chat;

namespace BotCoach.Scheduling;

/// <summary>
/// The conversations of a workspace that were written to lately. One that its windows have forgotten is forgotten here
/// too, so that memory follows what is sent and not how many people there are. Not for several threads at once.
/// </summary>
/// <param name="windows">The windows of each conversation.</param>
internal sealed class ConversationGates(IReadOnlyList<RateWindow> windows)
{
    // Two conversations of one hash share windows, which is stricter than it need be and happens to nobody twice.
    private readonly Dictionary<int, ConversationGate> _gates = [];
    private int _sweepAt = 1_000;

    /// <summary>How many are known at present.</summary>
    public int Count => _gates.Count;

    /// <summary>The gate of a conversation; null when conversations have no limits.</summary>
    /// <param name="conversation">Names it within the workspace.</param>
    /// <param name="now">The present, in UTC ticks.</param>
    public ConversationGate? Find(string conversation, long now)
    {
        if (windows.Count == 0)
        {
            return null;
        }

        var hash = string.GetHashCode(conversation, StringComparison.Ordinal);
        if (!_gates.TryGetValue(hash, out var gate))
        {
            Sweep(now);
            _gates.Add(hash, gate = new ConversationGate(new SlidingWindows(windows)));
        }

        return gate;
    }

    // Each time that the number has doubled since the last sweep: a look at each costs each arrival two looks.
    private void Sweep(long now)
    {
        if (_gates.Count < _sweepAt)
        {
            return;
        }

        foreach (var (hash, gate) in _gates)
        {
            if (gate.PausedUntil <= now && gate.Windows.IsIdle(now))
            {
                _gates.Remove(hash);
            }
        }

        _sweepAt = Math.Max(1_000, 2 * _gates.Count);
    }
}
