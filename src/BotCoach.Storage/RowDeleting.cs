namespace BotCoach.Storage;

/// <summary>Deleting many rows.</summary>
public static class RowDeleting
{
    /// <summary>Deletes rows, a transaction at a time; those that are gone already are passed over.</summary>
    /// <param name="table">The table.</param>
    /// <param name="rows">The rows, of whatever partitions.</param>
    /// <param name="cancellationToken">Gives up; what was deleted by then stays deleted.</param>
    public static async Task DeleteAsync(this ITable table, IEnumerable<RowKey> rows, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(table);
        foreach (var chunk in rows.GroupBy(row => row.Partition, StringComparer.Ordinal).SelectMany(partition => partition.Chunk(TableRules.MaxTransaction)))
        {
            List<RowWrite> rest = [.. chunk.Select(key => new RowWrite.Delete { Key = key })];
            while (rest.Count > 0 && await table.WriteAsync(rest, cancellationToken) is WriteResult.NotFound gone)
            {
                rest.RemoveAt(gone.Index);
            }
        }
    }
}
