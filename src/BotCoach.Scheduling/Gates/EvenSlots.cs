namespace BotCoach.Scheduling;

/// <summary>
/// The slots of a workspace that only this node sends to: one each interval. Slots that were missed while messages waited
/// (a busy machine, a collection of garbage) are made up for; the windows see to it that no limit is broken by that.
/// </summary>
/// <param name="interval">The ticks between two slots; 0 when there is no limit.</param>
internal sealed class EvenSlots(long interval) : ISendingSlots
{
    /// <summary>How much is made up for at most. Our own number: longer than a machine normally holds its breath.</summary>
    private static readonly TimeSpan _arrears = TimeSpan.FromMilliseconds(500);

    private long _next;
    private bool _isIdle = true;

    public bool TryTake(long now, int waiting, out long slot)
    {
        _next = Math.Max(_next, _isIdle ? now : now - _arrears.Ticks);
        _isIdle = false;
        slot = _next;
        if (_next > now)
        {
            return false;
        }

        _next += interval;
        return true;
    }

    // There is no other node whose messages this one could meet; the windows count it from when it leaves.
    public bool IsOver(long slot, long now) => false;

    public void GiveBack(long slot) => _next -= interval;

    public void Idle() => _isIdle = true;

    public void Rest(long until) => _next = Math.Max(_next, until);
}
