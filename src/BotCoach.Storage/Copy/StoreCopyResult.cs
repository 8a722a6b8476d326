namespace BotCoach.Storage;

/// <summary>What became of a copy of a store.</summary>
public abstract record StoreCopyResult
{
    private StoreCopyResult()
    {
    }

    /// <summary>Every row is there, and each table was counted on both sides.</summary>
    /// <param name="Rows">How many rows each table has.</param>
    public sealed record Copied(IReadOnlyDictionary<string, long> Rows) : StoreCopyResult;

    /// <summary>
    /// A table has another number of rows than the one that it was copied from: somebody wrote to one of them meanwhile, or
    /// between two runs. Remove the tables from the account, and copy again.
    /// </summary>
    /// <param name="Table">The first table that differs.</param>
    /// <param name="From">How many rows were read.</param>
    /// <param name="To">How many rows there are now.</param>
    public sealed record Differs(string Table, long From, long To) : StoreCopyResult;

    /// <summary>A table has rows, and no copy was begun there: nothing was written, lest those rows be lost.</summary>
    /// <param name="Table">The table.</param>
    public sealed record NotEmpty(string Table) : StoreCopyResult;

    /// <summary>A copy was finished there before: nothing was written, since the rows may have changed since.</summary>
    /// <param name="At">When.</param>
    public sealed record DoneBefore(DateTimeOffset At) : StoreCopyResult;
}

/// <summary>How far a copy is.</summary>
/// <param name="Table">The table that is being copied.</param>
/// <param name="Rows">How many of its rows are.</param>
public sealed record StoreCopyProgress(string Table, long Rows);
