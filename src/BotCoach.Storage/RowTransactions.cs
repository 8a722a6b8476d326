namespace BotCoach.Storage;

/// <summary>Writing more rows than a transaction holds, of whatever partitions.</summary>
public static class RowTransactions
{
    /// <summary>Puts writes together as transactions take them: of one partition, and no more than they hold.</summary>
    public static IEnumerable<RowWrite[]> InTransactions(this IEnumerable<RowWrite> writes) => writes
        .GroupBy(write => write.Key.Partition, StringComparer.Ordinal)
        .SelectMany(partition => partition.Chunk(TableRules.MaxTransaction));

    /// <summary>Writes rows, a transaction at a time; those to change or delete that are gone already are passed over.</summary>
    /// <param name="table">The table.</param>
    /// <param name="writes">The writes.</param>
    /// <param name="cancellationToken">Gives up; what was written by then stays.</param>
    public static async Task WriteUnlessGoneAsync(this ITable table, IEnumerable<RowWrite> writes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(table);
        foreach (var transaction in writes.InTransactions())
        {
            List<RowWrite> rest = [.. transaction];
            while (rest.Count > 0 && await table.WriteAsync(rest, cancellationToken) is WriteResult.NotFound gone)
            {
                rest.RemoveAt(gone.Index);
            }
        }
    }

    /// <summary>Deletes rows, a transaction at a time; those that are gone already are passed over.</summary>
    /// <param name="table">The table.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="cancellationToken">Gives up; what was deleted by then stays deleted.</param>
    public static Task DeleteAsync(this ITable table, IEnumerable<RowKey> rows, CancellationToken cancellationToken) =>
        table.WriteUnlessGoneAsync(rows.Select(row => new RowWrite.Delete { Key = row }), cancellationToken);
}
