using BotCoach.Storage;

namespace BotCoach.Benchmarks;

/// <summary>The coach's own client.</summary>
internal sealed class CoachTableClient(string connectionString, string table) : TableClient, IAsyncDisposable
{
    private readonly AzureTableStore _store = new(new AzureTableStoreOptions { ConnectionString = connectionString }, TimeProvider.System);

    public override Task MakeTableAsync() => _store.EnsureTablesAsync([table], CancellationToken.None);

    public override Task UpsertAsync(DueColumns row) => WriteAsync([Upsert(row)]);

    public override Task TransactAsync(IReadOnlyList<DueColumns> rows) => WriteAsync([.. rows.Select(Upsert)]);

    public override async Task<DueColumns> ReadAsync(string partition, string key) =>
        Columns((await _store.Table(table).ReadAsync(new RowKey(partition, key), CancellationToken.None))!);

    public override async Task<IReadOnlyList<DueColumns>> QueryAsync(string partition) =>
        [.. (await _store.Table(table).QueryAsync(new RowRange(partition), TableRules.MaxPage, CancellationToken.None)).Rows.Select(Columns)];

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    private async Task WriteAsync(IReadOnlyList<RowWrite> writes)
    {
        if (await _store.Table(table).WriteAsync(writes, CancellationToken.None) is not WriteResult.Written)
        {
            throw new BenchmarkException("An upsert met a conflict.");
        }
    }

    private static RowWrite.Upsert Upsert(DueColumns row) => new()
    {
        Key = new RowKey(row.Partition, row.Key),
        Properties = new RowProperties
        {
            { nameof(row.Channel), row.Channel },
            { nameof(row.Workspace), row.Workspace },
            { nameof(row.Person), row.Person },
            { nameof(row.Kind), row.Kind },
            { nameof(row.Subject), row.Subject },
            { nameof(row.DueAt), row.DueAt },
            { nameof(row.Version), row.Version },
            { nameof(row.Sequence), row.Sequence },
            { nameof(row.SentToday), row.SentToday },
            { nameof(row.EndsPause), row.EndsPause },
            { nameof(row.Attempts), row.Attempts },
        },
    };

    private static DueColumns Columns(TableRow row) => new(
        row.Key.Partition,
        row.Key.Row,
        row.Properties.Text(nameof(DueColumns.Channel))!,
        row.Properties.Text(nameof(DueColumns.Workspace))!,
        row.Properties.Text(nameof(DueColumns.Person))!,
        row.Properties.Text(nameof(DueColumns.Kind))!,
        row.Properties.Text(nameof(DueColumns.Subject))!,
        row.Properties.Time(nameof(DueColumns.DueAt))!.Value,
        row.Properties.Text(nameof(DueColumns.Version))!,
        row.Properties.Number(nameof(DueColumns.Sequence))!.Value,
        row.Properties.Number(nameof(DueColumns.SentToday))!.Value,
        row.Properties.Flag(nameof(DueColumns.EndsPause))!.Value,
        row.Properties.Number(nameof(DueColumns.Attempts))!.Value);
}
