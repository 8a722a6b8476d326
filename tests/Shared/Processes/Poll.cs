using System.Globalization;

namespace BotCoach.Testing;

/// <summary>Waiting for what another process does, with an end to it.</summary>
public static class Poll
{
    /// <summary>How long a test waits for something that normally takes well under a second, on a busy machine.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Looks until a condition holds.</summary>
    /// <exception cref="TimeoutException">It did not before the deadline.</exception>
    public static Task UntilAsync(Func<Task<bool>> condition, TimeSpan deadline, string what, Func<string>? seen = null) =>
        ForAsync(async () => await condition() ? "" : null, deadline, what, seen);

    /// <summary>Looks until there is something to see, and gives it back.</summary>
    /// <param name="look">One look; null means not yet.</param>
    /// <param name="deadline">How long to go on looking.</param>
    /// <param name="what">What is waited for, for the failure message.</param>
    /// <param name="seen">What there was to see instead, for the failure message.</param>
    /// <exception cref="TimeoutException">Nothing came before the deadline.</exception>
    public static async Task<T> ForAsync<T>(Func<Task<T?>> look, TimeSpan deadline, string what, Func<string>? seen = null)
        where T : class
    {
        var clock = TimeProvider.System;
        var start = clock.GetTimestamp();
        while (true)
        {
            if (await look() is { } found)
                return found;
            if (clock.GetElapsedTime(start) > deadline)
                throw new TimeoutException(Complaint(what, deadline, seen?.Invoke()));
            await Task.Delay(_pause, clock);
        }
    }

    private static string Complaint(string what, TimeSpan deadline, string? seen) => string.Create(
        CultureInfo.InvariantCulture,
        $"Waited {deadline.TotalSeconds:0.#} s in vain for {what}.{(seen is null ? "" : $"{Environment.NewLine}{seen}")}");
}
