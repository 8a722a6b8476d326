using System.Diagnostics;

namespace BotCoach.Storage.Tests;

public sealed class SqliteDurabilityTests : SqliteStoreTests
{
    [Fact]
    public async Task Rows_and_versions_outlive_the_store()
    {
        RowVersion? version;
        await using (var store = await OpenAsync(Options))
        {
            version = Assert.IsType<WriteResult.Written>(await WriteAsync(store, Insert("a"))).Versions[0];
            await WriteAsync(store, Insert("b"));
            await WriteAsync(store, new RowWrite.Delete { Key = Key("b") });
        }

        await using var again = await OpenAsync(Options);

        Assert.Equal(version, (await again.Table("Rows").ReadAsync(Key("a"), CancellationToken.None))?.Version);
        var next = Assert.IsType<WriteResult.Written>(await WriteAsync(again, Insert("b"))).Versions[0];
        Assert.NotEqual(version, next);
        Assert.Equal("3", next?.Value); // the deleted row had the second
    }

    [Fact]
    public async Task Disposing_writes_what_was_accepted()
    {
        var store = await OpenAsync(Options);
        var writes = Enumerable.Range(0, 500).Select(i => WriteAsync(store, Insert($"{i}"))).ToList();
        await store.DisposeAsync();

        Assert.All(await Task.WhenAll(writes), result => Assert.IsType<WriteResult.Written>(result));
        await using var again = await OpenAsync(Options);
        Assert.Equal(500, (await again.Table("Rows").QueryAsync(new RowRange("p"), 1_000, CancellationToken.None)).Rows.Count);
    }

    [Fact]
    public async Task A_disposed_store_says_so()
    {
        var store = await OpenAsync(Options);
        await store.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => WriteAsync(store, Insert("a")));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => IsThereAsync(store, "a"));
        await store.DisposeAsync();
    }

    [Fact]
    public async Task Every_acknowledged_write_of_a_killed_process_is_there_whole()
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["exec", typeof(KilledWriter).Assembly.Location, Options.Path])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        })!;
        var acknowledged = new List<string>();
        while (acknowledged.Count < 1_000 && await process.StandardOutput.ReadLineAsync() is { } row)
        {
            acknowledged.Add(row);
        }

        process.Kill();
        var rest = (await process.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        acknowledged.AddRange(rest.Where(row => row.Length == 8)); // the last line may be cut off
        await process.WaitForExitAsync();

        Assert.True(acknowledged.Count >= 1_000);
        await using var store = await OpenAsync(Options);
        var rows = new HashSet<string>(StringComparer.Ordinal);
        for (string? from = ""; from is not null;)
        {
            var page = await store.Table("Rows").QueryAsync(new RowRange("p", from), 1_000, CancellationToken.None);
            rows.UnionWith(page.Rows.Select(row => row.Key.Row));
            from = page.Next;
        }

        Assert.Empty(acknowledged.Except(rows));
        Assert.All(rows, row => Assert.Contains(row.Length == 8 ? $"{row} twin" : row[..8], rows));
    }

    [Fact]
    public void Every_commit_is_synced_to_the_disk()
    {
        using var session = SqliteSession.OpenWriter(Options);

        Assert.Equal("wal", session.Setting("journal_mode"));
        Assert.Equal("2", session.Setting("synchronous")); // FULL
    }

    [Fact]
    public async Task A_file_of_a_format_that_is_not_known_is_left_alone()
    {
        using (var session = SqliteSession.OpenWriter(Options))
        {
            session.Setting("user_version = 2");
        }

        await using var store = new SqliteTableStore(Options);

        await Assert.ThrowsAsync<TableUnavailableException>(() => store.EnsureTablesAsync(["Rows"], CancellationToken.None));
    }
}
