namespace BotCoach.Storage.Tests;

/// <summary>Stores on one file, as the tests of SQLite itself use them.</summary>
public abstract class SqliteStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    internal SqliteTableStoreOptions Options => new() { Path = _folder.File("botcoach.db") };

    public void Dispose()
    {
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    internal static async Task<SqliteTableStore> OpenAsync(SqliteTableStoreOptions options)
    {
        var store = new SqliteTableStore(options);
        await store.EnsureTablesAsync(["Rows"], CancellationToken.None);
        return store;
    }

    /// <summary>Holds the file as another process that writes does, until it is disposed.</summary>
    internal static SqliteSession Lock(SqliteTableStoreOptions options)
    {
        var session = SqliteSession.OpenWriter(options);
        session.Begin();
        return session;
    }

    internal static RowKey Key(string row) => new("p", row);

    internal static RowWrite Insert(string row, int bytes = 0) =>
        new RowWrite.Insert { Key = Key(row), Properties = new() { { "Bytes", new byte[bytes] } } };

    internal static Task<WriteResult> WriteAsync(
        SqliteTableStore store, RowWrite write, CancellationToken cancellationToken = default) =>
        store.Table("Rows").WriteAsync([write], cancellationToken);

    internal static async Task<bool> IsThereAsync(SqliteTableStore store, string row) =>
        await store.Table("Rows").ReadAsync(Key(row), CancellationToken.None) is not null;

    /// <summary>Waits until something is so; fails when it is not within half a minute.</summary>
    internal static async Task UntilAsync(Func<bool> condition)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!condition())
        {
            await Task.Delay(5, deadline.Token);
        }
    }
}
