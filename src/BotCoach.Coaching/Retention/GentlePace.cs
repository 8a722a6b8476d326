namespace BotCoach.Coaching;

/// <summary>
/// Keeps work that has all day from slowing anybody down: it asks the store one thing at a time, and rests for as long as it
/// has worked.
/// </summary>
/// <param name="clock">The time.</param>
public sealed class GentlePace(TimeProvider clock)
{
    // Shorter rests are not worth a timer.
    private static readonly TimeSpan Work = TimeSpan.FromMilliseconds(50);

    private long _since = clock.GetTimestamp();

    /// <summary>Rests, if it is time to.</summary>
    public async Task RestAsync(CancellationToken cancellationToken)
    {
        var worked = clock.GetElapsedTime(_since);
        if (worked >= Work)
        {
            await Task.Delay(worked, clock, cancellationToken);
            _since = clock.GetTimestamp();
        }
    }
}
