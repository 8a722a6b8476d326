namespace BotCoach.Storage.Tests;

/// <summary>
/// What every table promises, whatever stands behind it. An implementation inherits it, says how a store is made, and is
/// finished when it passes. Each test has a table of its own.
/// </summary>
public abstract partial class TableContractTests : IAsyncLifetime
{
    private readonly string _name = $"Contract{Guid.NewGuid():N}";

    /// <summary>The store under test; made once for each test.</summary>
    protected ITableStore Store { get; private set; } = null!;

    /// <summary>An empty table.</summary>
    protected ITable Table => Store.Table(_name);

    public async Task InitializeAsync()
    {
        Store = CreateStore();
        await Store.EnsureTablesAsync([_name], CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        if (Store is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync();
        }
    }

    [Fact]
    public async Task Making_a_table_again_keeps_its_rows()
    {
        await WriteAsync(Insert("a", 1));

        await Store.EnsureTablesAsync([_name, $"Other{Guid.NewGuid():N}"], CancellationToken.None);

        Assert.Equal(1, await NumberAsync("a"));
    }

    [Fact]
    public async Task Tables_do_not_share_rows()
    {
        var other = $"Other{Guid.NewGuid():N}";
        await Store.EnsureTablesAsync([other], CancellationToken.None);

        await WriteAsync(Insert("a", 1));

        Assert.Null(await Store.Table(other).ReadAsync(Key("a"), CancellationToken.None));
    }

    [Fact]
    public async Task A_table_that_was_not_made_cannot_be_used()
    {
        var missing = Store.Table($"Missing{Guid.NewGuid():N}");

        await Assert.ThrowsAsync<InvalidOperationException>(() => missing.ReadAsync(Key("a"), CancellationToken.None));
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => missing.WriteAsync([Insert("a", 1)], CancellationToken.None));
    }

    [Fact]
    public async Task A_store_that_works_passes_its_check_again_and_again()
    {
        await Store.CheckAsync(CancellationToken.None);
        await Store.CheckAsync(CancellationToken.None);
    }

    protected abstract ITableStore CreateStore();

    protected static RowKey Key(string row, string partition = "p") => new(partition, row);

    protected static RowProperties Number(int number) => new() { { "Number", number } };

    protected static RowWrite Insert(string row, int number, string partition = "p") =>
        new RowWrite.Insert { Key = Key(row, partition), Properties = Number(number) };

    /// <summary>Writes, and is sure that it happened.</summary>
    protected async Task<IReadOnlyList<RowVersion?>> WriteAsync(params RowWrite[] writes) =>
        Assert.IsType<WriteResult.Written>(await TryWriteAsync(writes)).Versions;

    protected Task<WriteResult> TryWriteAsync(params RowWrite[] writes) => Table.WriteAsync(writes, CancellationToken.None);

    protected Task<TableRow?> ReadAsync(string row, string partition = "p") =>
        Table.ReadAsync(Key(row, partition), CancellationToken.None);

    protected async Task<int?> NumberAsync(string row) => (await ReadAsync(row))?.Properties.Number("Number");

    /// <summary>The row keys of a range, read page by page to the end.</summary>
    protected async Task<List<string>> RowsAsync(RowRange range, int take = TableRules.MaxPage)
    {
        var rows = new List<string>();
        for (RowRange? rest = range; rest is not null;)
        {
            var page = await Table.QueryAsync(rest, take, CancellationToken.None);
            Assert.InRange(page.Rows.Count, 0, take);
            rows.AddRange(page.Rows.Select(row => row.Key.Row));
            rest = page.Next is null ? null : rest with { From = page.Next };
        }

        return rows;
    }

    /// <summary>The same names, with values of the same types and the same content.</summary>
    protected static void AssertSame(RowProperties expected, RowProperties? actual)
    {
        Assert.NotNull(actual);
        Assert.Equal(expected.Select(p => p.Key).Order(StringComparer.Ordinal), actual.Select(p => p.Key).Order(StringComparer.Ordinal));
        foreach (var (name, value) in expected)
        {
            Assert.IsType(value.GetType(), actual.Value(name));
            Assert.Equal(value, actual.Value(name));
        }
    }
}
