namespace BotCoach.Storage;

/// <summary>Deleting rows of a range.</summary>
public static class RangeDeleting
{
    /// <summary>Deletes those rows of a range that are meant, a transaction at a time; rows that are gone already are passed over.</summary>
    /// <param name="table">The table.</param>
    /// <param name="range">The range.</param>
    /// <param name="isMeant">Which of its rows.</param>
    /// <param name="cancellationToken">Gives up; what was deleted by then stays deleted.</param>
    /// <returns>How many rows were deleted.</returns>
    public static async Task<int> DeleteRangeAsync(
        this ITable table, RowRange range, Func<TableRow, bool> isMeant, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(isMeant);
        var deleted = 0;
        List<RowKey> meant = [];
        await foreach (var row in table.ReadRangeAsync(range, cancellationToken))
        {
            if (isMeant(row))
            {
                meant.Add(row.Key);
            }
        }

        foreach (var chunk in meant.Chunk(TableRules.MaxTransaction))
        {
            List<RowWrite> rest = [.. chunk.Select(key => new RowWrite.Delete { Key = key })];
            while (rest.Count > 0 && await table.WriteAsync(rest, cancellationToken) is WriteResult.NotFound gone)
            {
                rest.RemoveAt(gone.Index);
            }

            deleted += rest.Count;
        }

        return deleted;
    }
}
