using BotCoach.Storage;

namespace BotCoach.Scheduling.Tests;

/// <summary>A store that counts what it is asked, and is away when told so.</summary>
internal sealed class WatchedStore(ITableStore store) : ITableStore
{
    private int _underWay;
    private int _reads;
    private int _writes;

    /// <summary>How many calls are under way.</summary>
    public int UnderWay => Volatile.Read(ref _underWay);

    /// <summary>How many reads there were.</summary>
    public int Reads => Volatile.Read(ref _reads);

    /// <summary>How many transactions there were.</summary>
    public int Writes => Volatile.Read(ref _writes);

    /// <summary>Whether a call to a table finds the store out of reach.</summary>
    public Func<string, bool> IsAway { get; set; } = _ => false;

    public ITable Table(string name) => new WatchedTable(store.Table(name), this);

    public Task EnsureTablesAsync(IEnumerable<string> names, CancellationToken cancellationToken) => store.EnsureTablesAsync(names, cancellationToken);

    public Task CheckAsync(CancellationToken cancellationToken) => store.CheckAsync(cancellationToken);

    private async Task<T> WatchAsync<T>(string table, Func<Task<T>> call)
    {
        Interlocked.Increment(ref _underWay);
        try
        {
            return IsAway(table) ? throw new TableUnavailableException() : await call();
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }
    }

    private sealed class WatchedTable(ITable table, WatchedStore store) : ITable
    {
        public string Name => table.Name;

        public Task<TableRow?> ReadAsync(RowKey key, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref store._reads);
            return store.WatchAsync(Name, () => table.ReadAsync(key, cancellationToken));
        }

        public Task<RowPage> QueryAsync(RowRange range, int take, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref store._reads);
            return store.WatchAsync(Name, () => table.QueryAsync(range, take, cancellationToken));
        }

        public Task<IReadOnlyList<RowKey>> FirstKeysAsync(PartitionRange range, int take, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref store._reads);
            return store.WatchAsync(Name, () => table.FirstKeysAsync(range, take, cancellationToken));
        }

        public Task<WriteResult> WriteAsync(IReadOnlyList<RowWrite> writes, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref store._writes);
            return store.WatchAsync(Name, () => table.WriteAsync(writes, cancellationToken));
        }
    }
}
