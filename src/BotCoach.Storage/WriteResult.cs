namespace BotCoach.Storage;

/// <summary>What became of a transaction: all of it took place, or nothing.</summary>
public abstract record WriteResult
{
    private WriteResult()
    {
    }

    /// <summary>Every write took place.</summary>
    /// <param name="Versions">
    /// The new state of each row, in the order of the writes; null for a row that was deleted.
    /// </param>
    public sealed record Written(IReadOnlyList<RowVersion?> Versions) : WriteResult;

    /// <summary>A row to insert was there already.</summary>
    /// <param name="Index">Which of the writes failed, counted from 0.</param>
    public sealed record AlreadyExists(int Index) : WriteResult;

    /// <summary>A row to change or delete was not there.</summary>
    /// <param name="Index">Which of the writes failed, counted from 0.</param>
    public sealed record NotFound(int Index) : WriteResult;

    /// <summary>A row was not in the state that the write asked for.</summary>
    /// <param name="Index">Which of the writes failed, counted from 0.</param>
    public sealed record Changed(int Index) : WriteResult;
}
