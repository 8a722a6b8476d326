namespace BotCoach.Storage;

/// <summary>Deleting whatever stands in a range, a page at a time, so that the memory it takes is that of a page.</summary>
public static class RangeDeletion
{
    /// <summary>Deletes every row of a range of partitions. What is cut short is gone on with by doing it again.</summary>
    /// <param name="table">The table.</param>
    /// <param name="range">Which partitions.</param>
    /// <param name="cancellationToken">Gives up; what was deleted by then stays deleted.</param>
    /// <returns>How many rows there were.</returns>
    public static async Task<long> DeleteRangeAsync(this ITable table, PartitionRange range, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(table);
        var deleted = 0L;
        while (await table.FirstKeysAsync(range, TableRules.MaxPage, cancellationToken) is { Count: > 0 } keys)
        {
            await table.DeleteAsync(keys, cancellationToken);
            deleted += keys.Count;
        }

        return deleted;
    }

    /// <summary>Deletes rows of a range of one partition, whatever becomes of them meanwhile.</summary>
    /// <param name="table">The table.</param>
    /// <param name="range">The range, which selects what <paramref name="goes"/> looks at.</param>
    /// <param name="goes">Whether a row goes; null for every row.</param>
    /// <param name="cancellationToken">Gives up; what was deleted by then stays deleted.</param>
    /// <returns>How many rows went.</returns>
    public static async Task<long> DeleteRangeAsync(
        this ITable table, RowRange range, Func<TableRow, bool>? goes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(table);
        var deleted = 0L;
        for (RowRange? rest = range; rest is not null;)
        {
            var page = await table.QueryAsync(rest, TableRules.MaxPage, cancellationToken);
            List<RowKey> keys = [.. page.Rows.Where(row => goes is null || goes(row)).Select(row => row.Key)];
            await table.DeleteAsync(keys, cancellationToken);
            deleted += keys.Count;
            rest = page.Next is { } from ? rest with { From = from } : null;
        }

        return deleted;
    }

    /// <summary>Deletes rows as they were read: one that changed since then stays.</summary>
    /// <param name="table">The table.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="cancellationToken">Gives up; what was deleted by then stays deleted.</param>
    /// <returns>How many rows went.</returns>
    public static async Task<long> DeleteUnchangedAsync(this ITable table, IEnumerable<TableRow> rows, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(table);
        var deleted = 0L;
        foreach (var transaction in rows.Select(row => new RowWrite.Delete { Key = row.Key, Version = row.Version }).InTransactions())
        {
            List<RowWrite> rest = [.. transaction];
            while (rest.Count > 0)
            {
                switch (await table.WriteAsync(rest, cancellationToken))
                {
                    case WriteResult.NotFound gone:
                        rest.RemoveAt(gone.Index);
                        continue;
                    case WriteResult.Changed changed:
                        rest.RemoveAt(changed.Index);
                        continue;
                }

                deleted += rest.Count;
                break;
            }
        }

        return deleted;
    }
}
