using Microsoft.Azure.Cosmos.Table;

namespace BotCoach.Benchmarks;

/// <summary>The yardstick: Microsoft's last client of Azure Table Storage that restores, at its usual settings.</summary>
/// <remarks>Rows are <see cref="DynamicTableEntity"/>, which needs no reflection: its quickest way, and the like of ours.</remarks>
internal sealed class CosmosTableClient : TableClient
{
    private readonly CloudTable _table;

    public CosmosTableClient(string connectionString, string table) =>
        _table = CloudStorageAccount.Parse(connectionString).CreateCloudTableClient(new TableClientConfiguration()).GetTableReference(table);

    public override Task MakeTableAsync() => _table.CreateIfNotExistsAsync();

    public override Task UpsertAsync(DueColumns row) => _table.ExecuteAsync(TableOperation.InsertOrReplace(Entity(row)));

    public override Task TransactAsync(IReadOnlyList<DueColumns> rows)
    {
        var batch = new TableBatchOperation();
        foreach (var row in rows)
        {
            batch.InsertOrReplace(Entity(row));
        }

        return _table.ExecuteBatchAsync(batch);
    }

    public override async Task<DueColumns> ReadAsync(string partition, string key) =>
        Columns((DynamicTableEntity)(await _table.ExecuteAsync(TableOperation.Retrieve(partition, key))).Result);

    public override async Task<IReadOnlyList<DueColumns>> QueryAsync(string partition)
    {
        var query = new TableQuery().Where(TableQuery.GenerateFilterCondition("PartitionKey", QueryComparisons.Equal, partition)).Take(QueriedRows);
        var segment = await _table.ExecuteQuerySegmentedAsync(query, token: null);
        return [.. segment.Results.Select(Columns)];
    }

    private static DynamicTableEntity Entity(DueColumns row) => new(row.Partition, row.Key)
    {
        Properties = new Dictionary<string, EntityProperty>(StringComparer.Ordinal)
        {
            [nameof(row.Channel)] = new(row.Channel),
            [nameof(row.Workspace)] = new(row.Workspace),
            [nameof(row.Person)] = new(row.Person),
            [nameof(row.Kind)] = new(row.Kind),
            [nameof(row.Subject)] = new(row.Subject),
            [nameof(row.DueAt)] = new(row.DueAt),
            [nameof(row.Version)] = new(row.Version),
            [nameof(row.Sequence)] = new(row.Sequence),
            [nameof(row.SentToday)] = new(row.SentToday),
            [nameof(row.EndsPause)] = new(row.EndsPause),
            [nameof(row.Attempts)] = new(row.Attempts),
        },
    };

    private static DueColumns Columns(DynamicTableEntity row) => new(
        row.PartitionKey,
        row.RowKey,
        row[nameof(DueColumns.Channel)].StringValue,
        row[nameof(DueColumns.Workspace)].StringValue,
        row[nameof(DueColumns.Person)].StringValue,
        row[nameof(DueColumns.Kind)].StringValue,
        row[nameof(DueColumns.Subject)].StringValue,
        row[nameof(DueColumns.DueAt)].DateTimeOffsetValue!.Value,
        row[nameof(DueColumns.Version)].StringValue,
        row[nameof(DueColumns.Sequence)].Int32Value!.Value,
        row[nameof(DueColumns.SentToday)].Int32Value!.Value,
        row[nameof(DueColumns.EndsPause)].BooleanValue!.Value,
        row[nameof(DueColumns.Attempts)].Int32Value!.Value);
}
