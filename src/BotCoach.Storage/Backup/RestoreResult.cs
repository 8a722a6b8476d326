namespace BotCoach.Storage;

/// <summary>What became of a restore.</summary>
public abstract record RestoreResult
{
    private RestoreResult()
    {
    }

    /// <summary>The copy is in place.</summary>
    /// <param name="Kept">Where what was there is now; null when nothing was.</param>
    public sealed record Restored(string? Kept) : RestoreResult;

    /// <summary>A program has the store open; nothing was done.</summary>
    public sealed record InUse : RestoreResult;

    /// <summary>The copy is no whole store; nothing was done.</summary>
    /// <param name="Why">What is wrong with it, in a sentence.</param>
    public sealed record NotUsable(string Why) : RestoreResult;
}
