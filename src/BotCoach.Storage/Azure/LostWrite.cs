namespace BotCoach.Storage;

/// <summary>
/// Finds out what became of a write whose answer was lost and which, sent again, met a conflict.
/// See docs/adr/0005-lost-answers-of-the-table-store.md.
/// </summary>
internal static class LostWrite
{
    // No ETag of the service looks so: a row that another write has changed since has no version that we could know, and
    // a write that asks for this one finds the row changed, which is the truth.
    private static readonly RowVersion Overtaken = new("W/\"overtaken\"");

    /// <param name="writes">The writes.</param>
    /// <param name="writeId">The id that they leave on their rows.</param>
    /// <param name="find">Reads a row.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="TableUnavailableException">Nothing tells whether the writes took place.</exception>
    public static async Task<WriteResult> ResolveAsync(
        IReadOnlyList<RowWrite> writes,
        Guid writeId,
        Func<RowKey, CancellationToken, Task<StampedRow?>> find,
        CancellationToken cancellationToken)
    {
        var rows = new List<StampedRow?>(writes.Count);
        foreach (var write in writes)
        {
            rows.Add(await find(write.Key, cancellationToken));
        }

        var isOurs = rows.Any(row => row?.WriteId == writeId);

        // A delete leaves nothing behind that could say whose it was; that the rows are gone is all that was asked for.
        var isGone = writes.All(write => write is RowWrite.Delete) && rows.TrueForAll(row => row is null);
        return isOurs || isGone
            ? new WriteResult.Written([.. writes.Zip(rows, (write, row) => VersionOf(write, row, writeId))])
            : throw new TableUnavailableException(
                "The answer to a write was lost, and the rows do not tell whether it took place: another write has changed them.");
    }

    private static RowVersion? VersionOf(RowWrite write, StampedRow? row, Guid writeId) =>
        write is RowWrite.Delete ? null : row?.WriteId == writeId ? row.Row.Version : Overtaken;
}
