using BotCoach.Storage;

namespace BotCoach.Testing;

/// <summary>A store in which something else happens just before one of its calls, or instead of it.</summary>
internal sealed class InterruptedStore(ITableStore store) : ITableStore
{
    private int _calls;
    private int _left = int.MinValue;
    private Func<Task>? _interruption;

    /// <summary>How many calls there were.</summary>
    public int Calls => Volatile.Read(ref _calls);

    /// <summary>Lets something happen before the call that comes after so many others, once. What it asks the store is not interrupted.</summary>
    public void After(int calls, Func<Task> interruption)
    {
        _interruption = interruption;
        Volatile.Write(ref _left, calls);
    }

    /// <summary>Lets every call after so many others find the store out of reach, until <see cref="Heal"/>.</summary>
    public void BreakAfter(int calls) => After(calls, () =>
    {
        BreakAfter(0);
        throw new TableUnavailableException();
    });

    /// <summary>Lets all calls through.</summary>
    public void Heal() => Volatile.Write(ref _left, int.MinValue);

    public ITable Table(string name) => new InterruptedTable(store.Table(name), this);

    public Task EnsureTablesAsync(IEnumerable<string> names, CancellationToken cancellationToken) => store.EnsureTablesAsync(names, cancellationToken);

    public Task CheckAsync(CancellationToken cancellationToken) => store.CheckAsync(cancellationToken);

    private Task ComeAsync()
    {
        Interlocked.Increment(ref _calls);
        return Interlocked.Decrement(ref _left) == -1 ? _interruption!() : Task.CompletedTask;
    }

    private sealed class InterruptedTable(ITable table, InterruptedStore store) : ITable
    {
        public string Name => table.Name;

        public async Task<TableRow?> ReadAsync(RowKey key, CancellationToken cancellationToken)
        {
            await store.ComeAsync();
            return await table.ReadAsync(key, cancellationToken);
        }

        public async Task<RowPage> QueryAsync(RowRange range, int take, CancellationToken cancellationToken)
        {
            await store.ComeAsync();
            return await table.QueryAsync(range, take, cancellationToken);
        }

        public async Task<IReadOnlyList<RowKey>> FirstKeysAsync(PartitionRange range, int take, CancellationToken cancellationToken)
        {
            await store.ComeAsync();
            return await table.FirstKeysAsync(range, take, cancellationToken);
        }

        public async Task<WriteResult> WriteAsync(IReadOnlyList<RowWrite> writes, CancellationToken cancellationToken)
        {
            await store.ComeAsync();
            return await table.WriteAsync(writes, cancellationToken);
        }
    }
}
