namespace BotCoach.Scheduling;

/// <summary>
/// How much a node asks of the store at the same time. More than the store can answer would wait there instead of here,
/// run into the deadlines of its calls, and be asked again.
/// </summary>
internal sealed class StoreLoad : IDisposable
{
    // Our own numbers. At 5 ms a call, reads allow for 6,000 people a second; at 40 ms for 100
    // rows, transactions come to the 20,000 rows a second that an account of Azure Table Storage takes.
    private const int MostReads = 32;
    private const int MostTransactions = 8;

    private readonly SemaphoreSlim _reads = new(MostReads);
    private readonly SemaphoreSlim _transactions = new(MostTransactions);

    /// <summary>Reads when it is its turn.</summary>
    public Task<T> ReadAsync<T>(Func<Task<T>> read) => TakeTurnAsync(_reads, read);

    /// <summary>Writes when it is its turn.</summary>
    public Task<T> WriteAsync<T>(Func<Task<T>> write) => TakeTurnAsync(_transactions, write);

    public void Dispose()
    {
        _reads.Dispose();
        _transactions.Dispose();
    }

    private static async Task<T> TakeTurnAsync<T>(SemaphoreSlim turns, Func<Task<T>> call)
    {
        await turns.WaitAsync(CancellationToken.None);
        try
        {
            return await call();
        }
        finally
        {
            turns.Release();
        }
    }
}
