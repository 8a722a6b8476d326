using System.Runtime.CompilerServices;

namespace BotCoach.Storage;

/// <summary>
/// Moves a SQLite store into Azure Table Storage. Nobody may write to either meanwhile: stop the service first. A copy that
/// was interrupted is run again; it writes every row again, so a row that is there already is no harm.
/// </summary>
/// <remarks>
/// The table <c>StoreCopies</c> of the account keeps when the copy began and when it was finished. A copy goes only into
/// empty tables or on with one that it began.
/// </remarks>
public sealed class StoreCopy(SqliteTableStore from, AzureTableStore to, TimeProvider clock)
{
    private const string MarkTable = "StoreCopies";

    // Partitions are written beside each other. Ours: well below the 20,000 rows a second that an account takes.
    private const int Writers = 16;

    private static readonly RowKey Mark = new("copy", "sqlite");

    /// <summary>Copies tables and counts them.</summary>
    /// <param name="tables">Their names.</param>
    /// <param name="progress">Is told of every transaction.</param>
    /// <param name="cancellationToken">Gives up; run it again to go on.</param>
    /// <exception cref="TableUnavailableException">One of the stores failed; run it again to go on.</exception>
    public async Task<StoreCopyResult> RunAsync(
        IReadOnlyList<string> tables, IProgress<StoreCopyProgress> progress, CancellationToken cancellationToken)
    {
        await from.EnsureTablesAsync(tables, cancellationToken);
        await to.EnsureTablesAsync([.. tables, MarkTable], cancellationToken);
        if (await BeginAsync(tables, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var copied = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            copied[table] = await CopyAsync(table, progress, cancellationToken);
            var there = await to.AzureTable(table).CountAsync(long.MaxValue, cancellationToken);
            if (there != copied[table])
            {
                return new StoreCopyResult.Differs(table, copied[table], there);
            }
        }

        await MarkAsync(new RowWrite.Merge { Key = Mark, Properties = new() { { "Finished", clock.GetUtcNow() } } }, cancellationToken);
        return new StoreCopyResult.Copied(copied);
    }

    /// <returns>Why the copy may not begin; null when it may.</returns>
    private async Task<StoreCopyResult?> BeginAsync(IReadOnlyList<string> tables, CancellationToken cancellationToken)
    {
        if (await to.Table(MarkTable).ReadAsync(Mark, cancellationToken) is { } mark)
        {
            return mark.Properties.Time("Finished") is { } finished ? new StoreCopyResult.DoneBefore(finished) : null;
        }

        foreach (var table in tables)
        {
            if (await to.AzureTable(table).CountAsync(atLeast: 1, cancellationToken) > 0)
            {
                return new StoreCopyResult.NotEmpty(table);
            }
        }

        await MarkAsync(new RowWrite.Upsert { Key = Mark, Properties = new() { { "Begun", clock.GetUtcNow() } } }, cancellationToken);
        return null;
    }

    private async Task<long> CopyAsync(string table, IProgress<StoreCopyProgress> progress, CancellationToken cancellationToken)
    {
        var rows = 0L;
        var target = to.Table(table);
        await Parallel.ForEachAsync(
            TransactionsAsync(table, cancellationToken),
            new ParallelOptions { MaxDegreeOfParallelism = Writers, CancellationToken = cancellationToken },
            async (writes, token) =>
            {
                if (await target.WriteAsync(writes, token) is not WriteResult.Written)
                {
                    throw new InvalidOperationException("An upsert met a conflict.");
                }

                progress.Report(new StoreCopyProgress(table, Interlocked.Add(ref rows, writes.Count)));
            });
        return rows;
    }

    /// <summary>The rows of a table, as upserts, as many to a transaction as it holds.</summary>
    private async IAsyncEnumerable<IReadOnlyList<RowWrite>> TransactionsAsync(
        string table, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var source = from.SqliteTable(table);
        await foreach (var partition in source.PartitionsAsync(new PartitionRange(), cancellationToken))
        {
            var writes = new List<RowWrite>();
            var bytes = RowSize.TransactionOverhead;
            for (RowRange? range = new(partition); range is not null;)
            {
                var page = await source.QueryAsync(range, TableRules.MaxPage, cancellationToken);
                foreach (var row in page.Rows)
                {
                    var write = new RowWrite.Upsert { Key = row.Key, Properties = row.Properties };
                    var size = RowSize.InTransaction(write);
                    if (writes.Count == TableRules.MaxTransaction || bytes + size > TableRules.MaxTransactionBytes)
                    {
                        yield return writes;
                        (writes, bytes) = ([], RowSize.TransactionOverhead);
                    }

                    writes.Add(write);
                    bytes += size;
                }

                range = page.Next is null ? null : range with { From = page.Next };
            }

            yield return writes;
        }
    }

    private async Task MarkAsync(RowWrite write, CancellationToken cancellationToken)
    {
        var result = await to.Table(MarkTable).WriteAsync([write], cancellationToken);
        if (result is not WriteResult.Written)
        {
            throw new TableUnavailableException($"The table {MarkTable} was changed while the copy ran.");
        }
    }
}
