namespace BotCoach.Storage.Tests;

public sealed class StoreCopyTests : IAsyncLifetime
{
    private static readonly string[] Tables = ["People", "Due", "Pulse"];

    private SqliteTableStore From { get; } = new(new SqliteTableStoreOptions { Path = SqliteTableStoreOptions.InMemory });

    private AzureTableStore To { get; set; } = null!;

    private Azurite Server { get; set; } = null!;

    public async Task InitializeAsync()
    {
        Server = await Azurite.StartAsync(inMemory: true);
        To = new AzureTableStore(new AzureTableStoreOptions { ConnectionString = Server.ConnectionString }, TimeProvider.System);
        await From.EnsureTablesAsync(Tables, CancellationToken.None);
        await FillAsync();
    }

    public async Task DisposeAsync()
    {
        await From.DisposeAsync();
        await To.DisposeAsync();
        await Server.DisposeAsync();
    }

    [Fact]
    public async Task Every_row_of_every_table_is_copied_and_counted()
    {
        var last = new Dictionary<string, long>(StringComparer.Ordinal);

        var copied = Assert.IsType<StoreCopyResult.Copied>(await CopyAsync(step =>
        {
            lock (last)
            {
                last[step.Table] = Math.Max(step.Rows, last.GetValueOrDefault(step.Table));
            }
        }));

        Assert.Equal(new() { ["People"] = 1_216, ["Due"] = 3, ["Pulse"] = 0 }, new Dictionary<string, long>(copied.Rows));
        Assert.Equal(copied.Rows.Where(table => table.Value > 0), last.OrderByDescending(table => table.Key));
        foreach (var partition in new[] { "", "p 5", "many", "large" })
        {
            await AssertSameRowsAsync("People", partition);
        }

        await AssertSameRowsAsync("Due", "\uffff");
    }

    [Fact]
    public async Task A_copy_that_was_interrupted_goes_on()
    {
        using var giveUp = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => CopyAsync(_ => giveUp.Cancel(), giveUp.Token));

        Assert.IsType<StoreCopyResult.Copied>(await CopyAsync());

        await AssertSameRowsAsync("People", "many");
    }

    [Fact]
    public async Task A_copy_that_is_finished_is_not_made_again()
    {
        await CopyAsync();
        await WriteAsync(To, new RowWrite.Delete { Key = new RowKey("p 5", "profile") });

        Assert.IsType<StoreCopyResult.DoneBefore>(await CopyAsync());

        Assert.Null(await To.Table("People").ReadAsync(new RowKey("p 5", "profile"), CancellationToken.None));
    }

    [Fact]
    public async Task Rows_that_are_there_already_are_not_touched()
    {
        await To.EnsureTablesAsync(Tables, CancellationToken.None);
        await WriteAsync(To, Row("p 5", "profile", 99));

        Assert.Equal(new StoreCopyResult.NotEmpty("People"), await CopyAsync());

        var row = await To.Table("People").ReadAsync(new RowKey("p 5", "profile"), CancellationToken.None);
        Assert.Equal(99, row?.Properties.Number("Number"));
    }

    [Fact]
    public async Task A_row_that_went_between_two_runs_is_noticed()
    {
        using var giveUp = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => CopyAsync(step => Stop(step.Table == "Due", giveUp), giveUp.Token));
        await WriteAsync(From, new RowWrite.Delete { Key = new RowKey("p 5", "profile") });

        Assert.Equal(new StoreCopyResult.Differs("People", 1_215, 1_216), await CopyAsync());
    }

    private static void Stop(bool now, CancellationTokenSource giveUp)
    {
        if (now)
        {
            giveUp.Cancel();
        }
    }

    private static RowWrite.Upsert Row(string partition, string row, int number) =>
        new() { Key = new RowKey(partition, row), Properties = new() { { "Number", number } } };

    private static async Task WriteAsync(ITableStore store, params RowWrite[] writes) =>
        Assert.IsType<WriteResult.Written>(await store.Table("People").WriteAsync(writes, CancellationToken.None));

    /// <summary>Many small partitions, one of many rows, one whose rows do not fit into one transaction, and odd keys.</summary>
    private async Task FillAsync()
    {
        for (var i = 0; i < 100; i++)
        {
            await WriteAsync(From, Row($"p {i}", "profile", i));
        }

        foreach (var rows in Enumerable.Range(0, 1_100).Chunk(TableRules.MaxTransaction))
        {
            await WriteAsync(From, [.. rows.Select(i => Row("many", $"{i:D4}", i))]);
        }

        await WriteAsync(From, Row("", "", 1));
        for (var i = 0; i < 15; i++)
        {
            var properties = new RowProperties();
            for (var value = 0; value < 4; value++)
            {
                properties.Add($"V{value}", new byte[TableRules.MaxValueBytes]);
            }

            await WriteAsync(From, new RowWrite.Upsert { Key = new RowKey("large", $"{i:D2}"), Properties = properties });
        }

        await From.Table("Due").WriteAsync([Row("\uffff", "a", 1), Row("\uffff", "\ud83d\ude00", 2), Row("\uffff", "\uffff", 3)], CancellationToken.None);
    }

    private Task<StoreCopyResult> CopyAsync(Action<StoreCopyProgress>? report = null, CancellationToken cancellationToken = default) =>
        new StoreCopy(From, To, TimeProvider.System).RunAsync(Tables, new Progress(report), cancellationToken);

    private async Task AssertSameRowsAsync(string table, string partition)
    {
        var expected = await RowsAsync(From, table, partition);
        Assert.NotEmpty(expected);
        Assert.Equal(expected, await RowsAsync(To, table, partition));
    }

    private static async Task<List<(RowKey, int?, int)>> RowsAsync(ITableStore store, string table, string partition)
    {
        var rows = new List<(RowKey, int?, int)>();
        for (RowRange? range = new(partition); range is not null;)
        {
            var page = await store.Table(table).QueryAsync(range, TableRules.MaxPage, CancellationToken.None);
            rows.AddRange(page.Rows.Select(row => (row.Key, row.Properties.Number("Number"), row.Properties.Count)));
            range = page.Next is null ? null : range with { From = page.Next };
        }

        return rows;
    }

    private sealed class Progress(Action<StoreCopyProgress>? report) : IProgress<StoreCopyProgress>
    {
        public void Report(StoreCopyProgress value) => report?.Invoke(value);
    }
}
