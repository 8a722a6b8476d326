using System.Security.Cryptography;

namespace BotCoach.Slack;

/// <summary>
/// How long to wait before another try: twice as long each time, and never quite as long as another node that lost its
/// connection at the same moment.
/// </summary>
/// <param name="first">The wait after the first failure, at most.</param>
/// <param name="longest">The longest wait.</param>
internal sealed class BackOff(TimeSpan first, TimeSpan longest)
{
    private int _failures;

    /// <summary>The wait before the next try: between half of what has been reached and all of it.</summary>
    public TimeSpan Next()
    {
        var reached = Math.Min(longest.TotalMilliseconds, first.TotalMilliseconds * Math.Pow(2, _failures++));
        return TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32((int)(reached / 2), (int)reached + 1));
    }

    /// <summary>Starts again with the first wait.</summary>
    public void Reset() => _failures = 0;
}
