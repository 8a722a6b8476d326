using BotCoach.Storage;

namespace BotCoach.Benchmarks;

/// <summary>The rows that went between a program and its store.</summary>
/// <param name="Read">Rows that were read.</param>
/// <param name="Written">Rows that were written.</param>
/// <param name="Calls">Calls of the store.</param>
internal sealed record StoreTraffic(long Read, long Written, long Calls);

/// <summary>
/// A store that counts what goes through it, and can be made to fail for a while. Of the writes that it fails then, every other
/// one is carried out all the same, as happens when a store's answers are lost.
/// </summary>
internal sealed class ObservedStore(ITableStore store) : ITableStore
{
    private long _read;
    private long _written;
    private long _calls;
    private long _failed;
    private long _failsUntil;

    public StoreTraffic Traffic => new(Interlocked.Read(ref _read), Interlocked.Read(ref _written), Interlocked.Read(ref _calls));

    /// <summary>Makes it fail.</summary>
    /// <param name="length">For how long, by the real clock.</param>
    public void Fail(TimeSpan length) => Interlocked.Exchange(
        ref _failsUntil, TimeProvider.System.GetTimestamp() + (long)(length.TotalSeconds * TimeProvider.System.TimestampFrequency));

    public ITable Table(string name) => new ObservedTable(store.Table(name), this);

    public Task EnsureTablesAsync(IEnumerable<string> names, CancellationToken cancellationToken) => store.EnsureTablesAsync(names, cancellationToken);

    public Task CheckAsync(CancellationToken cancellationToken) => IsFailing ? throw Unavailable() : store.CheckAsync(cancellationToken);

    private bool IsFailing => TimeProvider.System.GetTimestamp() < Interlocked.Read(ref _failsUntil);

    private static TableUnavailableException Unavailable() => new("The store is made to fail.");

    private sealed class ObservedTable(ITable table, ObservedStore observed) : ITable
    {
        public string Name => table.Name;

        public async Task<TableRow?> ReadAsync(RowKey key, CancellationToken cancellationToken)
        {
            Call();
            var row = await table.ReadAsync(key, cancellationToken);
            Interlocked.Add(ref observed._read, row is null ? 0 : 1);
            return row;
        }

        public async Task<RowPage> QueryAsync(RowRange range, int take, CancellationToken cancellationToken)
        {
            Call();
            var page = await table.QueryAsync(range, take, cancellationToken);
            Interlocked.Add(ref observed._read, page.Rows.Count);
            return page;
        }

        public Task<IReadOnlyList<RowKey>> FirstKeysAsync(PartitionRange range, int take, CancellationToken cancellationToken)
        {
            Call();
            return table.FirstKeysAsync(range, take, cancellationToken);
        }

        public async Task<WriteResult> WriteAsync(IReadOnlyList<RowWrite> writes, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref observed._calls);
            var fails = observed.IsFailing;
            if (fails && Interlocked.Increment(ref observed._failed) % 2 == 0)
                throw Unavailable();
            var result = await table.WriteAsync(writes, cancellationToken);
            Interlocked.Add(ref observed._written, writes.Count);
            return fails ? throw Unavailable() : result;
        }

        private void Call()
        {
            Interlocked.Increment(ref observed._calls);
            if (observed.IsFailing)
                throw Unavailable();
        }
    }
}
