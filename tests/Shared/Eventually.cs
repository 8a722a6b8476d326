namespace BotCoach.Testing;

/// <summary>Waits inside this process, no longer than it takes.</summary>
public static class Eventually
{
    /// <exception cref="OperationCanceledException">It did not hold in time, which a busy machine has plenty of.</exception>
    public static Task HoldsAsync(Func<bool> condition) => HoldsAsync(() => Task.FromResult(condition()));

    /// <exception cref="OperationCanceledException">It did not hold in time, which a busy machine has plenty of.</exception>
    public static async Task HoldsAsync(Func<Task<bool>> condition)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!await condition())
            await Task.Delay(10, deadline.Token);
    }
}
