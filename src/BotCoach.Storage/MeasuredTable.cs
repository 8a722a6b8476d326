using System.Diagnostics;

namespace BotCoach.Storage;

/// <summary>A table that tells how its calls went. While nobody listens it hands them on as they are.</summary>
/// <param name="table">The table.</param>
/// <param name="system">What stands behind it, as <c>db.system.name</c>.</param>
internal sealed class MeasuredTable(ITable table, string system) : ITable
{
    public string Name => table.Name;

    public Task<TableRow?> ReadAsync(RowKey key, CancellationToken cancellationToken) => StorageMetrics.Calls.Enabled
        ? MeasureAsync("read", table.ReadAsync(key, cancellationToken), row => row is null ? "not_found" : "found")
        : table.ReadAsync(key, cancellationToken);

    public Task<RowPage> QueryAsync(RowRange range, int take, CancellationToken cancellationToken) => StorageMetrics.Calls.Enabled
        ? MeasureAsync("query", table.QueryAsync(range, take, cancellationToken), _ => "found")
        : table.QueryAsync(range, take, cancellationToken);

    public Task<IReadOnlyList<RowKey>> FirstKeysAsync(PartitionRange range, int take, CancellationToken cancellationToken) => StorageMetrics.Calls.Enabled
        ? MeasureAsync("query", table.FirstKeysAsync(range, take, cancellationToken), _ => "found")
        : table.FirstKeysAsync(range, take, cancellationToken);

    public Task<WriteResult> WriteAsync(IReadOnlyList<RowWrite> writes, CancellationToken cancellationToken) => StorageMetrics.Calls.Enabled
        ? MeasureAsync("write", table.WriteAsync(writes, cancellationToken), Outcome)
        : table.WriteAsync(writes, cancellationToken);

    private static string Outcome(WriteResult result) => result switch
    {
        WriteResult.Written => "written",
        WriteResult.AlreadyExists => "already_exists",
        WriteResult.NotFound => "not_found",
        _ => "changed",
    };

    private async Task<T> MeasureAsync<T>(string operation, Task<T> call, Func<T, string> outcome)
    {
        // Real time: whatever clock the rest goes by, this is how long somebody waited.
        var start = TimeProvider.System.GetTimestamp();
        var tags = new TagList
        {
            { "db.system.name", system },
            { "db.operation.name", operation },
            { "db.collection.name", table.Name },
        };
        try
        {
            var result = await call;
            tags.Add("botcoach.outcome", outcome(result));
            return result;
        }
        catch (Exception error)
        {
            tags.Add("botcoach.outcome", error is OperationCanceledException ? "cancelled" : "failed");
            tags.Add("error.type", error.GetType().FullName);
            throw;
        }
        finally
        {
            StorageMetrics.Calls.Record(TimeProvider.System.GetElapsedTime(start).TotalSeconds, tags);
        }
    }
}
