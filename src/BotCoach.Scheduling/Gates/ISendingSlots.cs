namespace BotCoach.Scheduling;

/// <summary>
/// The places in time at which messages to one workspace may leave, evenly spread, so that a platform that counts with a
/// clock of its own never sees a crowd. Moments are UTC ticks. Called by one thread at a time.
/// </summary>
internal interface ISendingSlots
{
    /// <summary>Takes the slot of now.</summary>
    /// <param name="now">The present.</param>
    /// <param name="waiting">How many messages wait, this one among them.</param>
    /// <param name="slot">
    /// The moment of the slot; when there is none now, the moment at which to ask again, which is
    /// <see cref="SlidingWindows.Unknown"/> when word will come.
    /// </param>
    bool TryTake(long now, int waiting, out long slot);

    /// <summary>Whether it is too late to leave in a slot that was taken.</summary>
    bool IsOver(long slot, long now);

    /// <summary>The message that took a slot does not leave: another may have it.</summary>
    void GiveBack(long slot);

    /// <summary>Nobody waits: what passes unused from here on is gone.</summary>
    void Idle();

    /// <summary>Nothing may leave before a moment.</summary>
    void Rest(long until);
}
