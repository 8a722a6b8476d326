using System.Runtime.CompilerServices;

namespace BotCoach.Storage;

/// <summary>Reading a range to its end.</summary>
public static class RangeReading
{
    /// <summary>The rows of a range, in order, read page by page as they are asked for.</summary>
    /// <param name="table">The table.</param>
    /// <param name="range">Which rows.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async IAsyncEnumerable<TableRow> ReadRangeAsync(
        this ITable table, RowRange range, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(table);
        for (var rest = range; rest is not null;)
        {
            var page = await table.QueryAsync(rest, TableRules.MaxPage, cancellationToken);
            foreach (var row in page.Rows)
            {
                yield return row;
            }

            rest = page.Next is { } from ? rest with { From = from } : null;
        }
    }

    /// <summary>The keys of the partitions of a range that have rows, in order, looked for one by one as they are asked for.</summary>
    /// <param name="table">The table.</param>
    /// <param name="range">Which partitions.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async IAsyncEnumerable<string> PartitionsAsync(
        this ITable table, PartitionRange range, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(table);
        for (var rest = range; rest is not null;)
        {
            if (await table.FirstKeysAsync(rest, take: 1, cancellationToken) is not [{ Partition: var partition }])
            {
                yield break;
            }

            yield return partition;
            rest = TableUri.KeyAfter(partition) is { } from ? rest with { From = from } : null;
        }
    }
}
