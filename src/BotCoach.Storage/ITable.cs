namespace BotCoach.Storage;

/// <summary>
/// A table after the rules of Azure Table Storage, which every implementation keeps, whatever stands behind it.
/// A conflict is a result; a broken rule (<see cref="TableRules"/>) is an <see cref="ArgumentException"/>; a store that
/// cannot be reached is a <see cref="TableUnavailableException"/>.
/// </summary>
public interface ITable
{
    /// <summary>The table's name.</summary>
    string Name { get; }

    /// <summary>Reads one row.</summary>
    /// <returns>The row, or null when it is not there.</returns>
    Task<TableRow?> ReadAsync(RowKey key, CancellationToken cancellationToken);

    /// <summary>Reads a page of a range, ordered by row key.</summary>
    /// <param name="range">Which rows.</param>
    /// <param name="take">How many rows at most, from 1 to <see cref="TableRules.MaxPage"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <remarks>The next page is the range that starts at <see cref="RowPage.Next"/>.</remarks>
    Task<RowPage> QueryAsync(RowRange range, int take, CancellationToken cancellationToken);

    /// <summary>
    /// The first keys of a range of partitions, ordered by partition key and then by row key. This looks at no other
    /// partition, but it is slower than a query of one; it is for work that has the whole night.
    /// </summary>
    /// <param name="range">Which partitions.</param>
    /// <param name="take">How many keys at most, from 1 to <see cref="TableRules.MaxPage"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The keys; fewer than asked for only where there are no more.</returns>
    Task<IReadOnlyList<RowKey>> FirstKeysAsync(PartitionRange range, int take, CancellationToken cancellationToken);

    /// <summary>Writes up to <see cref="TableRules.MaxTransaction"/> rows of one partition, all or none.</summary>
    /// <param name="writes">The writes; each row at most once.</param>
    /// <param name="cancellationToken">Gives up; what was written by then may or may not stay.</param>
    /// <remarks>When this returns <see cref="WriteResult.Written"/>, the rows are on disk.</remarks>
    Task<WriteResult> WriteAsync(IReadOnlyList<RowWrite> writes, CancellationToken cancellationToken);
}
