namespace BotCoach.Storage.Tests;

public sealed class SqliteBackupTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string StorePath => _folder.File("botcoach.db");

    private string Copy => _folder.File("copy.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_copy_that_is_taken_while_rows_are_written_holds_all_that_was_acknowledged_before()
    {
        await using var store = await OpenAsync(StorePath);
        await WriteAsync(store, 0, 500);
        using var stop = new CancellationTokenSource();
        var writing = KeepWritingAsync(store, stop.Token);

        SqliteBackup.Take(StorePath, Copy);

        await stop.CancelAsync();
        var written = await writing;
        var copied = await RowsAsync(Copy);
        Assert.True(written > 0, "Nothing was written meanwhile.");
        Assert.InRange(copied.Count, 500, 500 + written);
        Assert.Equal(Enumerable.Range(0, copied.Count).Select(Name), copied);
    }

    [Fact]
    public async Task A_copy_is_one_file_that_others_cannot_read()
    {
        await using var store = await OpenAsync(StorePath);
        await WriteAsync(store, 0, 1);

        SqliteBackup.Take(StorePath, Copy);

        Assert.Equal(["copy.db"], Directory.GetFiles(_folder.Path, "copy*").Select(Path.GetFileName));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Copy));
        }
    }

    [Fact]
    public async Task A_file_that_is_there_already_is_not_written_over()
    {
        await using var store = await OpenAsync(StorePath);
        await File.WriteAllTextAsync(Copy, "Minutes.");

        Assert.Throws<IOException>(() => SqliteBackup.Take(StorePath, Copy));
        Assert.Equal("Minutes.", await File.ReadAllTextAsync(Copy));
    }

    [Fact]
    public async Task A_restored_store_is_what_the_copy_was_and_what_was_there_is_kept()
    {
        await using (var store = await OpenAsync(StorePath))
        {
            await WriteAsync(store, 0, 3);
            SqliteBackup.Take(StorePath, Copy);
            await WriteAsync(store, 3, 2);
        }

        var result = SqliteBackup.Restore(Copy, StorePath, _folder.File("kept.db"));

        Assert.Equal(new RestoreResult.Restored(_folder.File("kept.db")), result);
        Assert.Equal(3, (await RowsAsync(StorePath)).Count);
        Assert.Equal(5, (await RowsAsync(_folder.File("kept.db"))).Count);
        Assert.True(File.Exists(Copy));
    }

    [Fact]
    public async Task A_store_that_is_open_is_not_replaced()
    {
        await using var store = await OpenAsync(StorePath);
        await WriteAsync(store, 0, 3);
        SqliteBackup.Take(StorePath, Copy);
        await WriteAsync(store, 3, 2);

        Assert.Equal(new RestoreResult.InUse(), SqliteBackup.Restore(Copy, StorePath, _folder.File("kept.db")));
        Assert.Equal(5, (await ReadAsync(store)).Count);
        Assert.False(File.Exists(_folder.File("kept.db")));
    }

    [Fact]
    public async Task A_damaged_copy_is_refused_and_the_store_stays()
    {
        await using (var store = await OpenAsync(StorePath))
        {
            await WriteAsync(store, 0, 2_000);
            SqliteBackup.Take(StorePath, Copy);
        }

        var bytes = await File.ReadAllBytesAsync(Copy);
        Array.Fill(bytes, (byte)0x5A, bytes.Length / 2, 4_096);
        await File.WriteAllBytesAsync(Copy, bytes);

        Assert.IsType<RestoreResult.NotUsable>(SqliteBackup.Restore(Copy, StorePath, _folder.File("kept.db")));
        Assert.Equal(2_000, (await RowsAsync(StorePath)).Count);
    }

    [Fact]
    public async Task A_file_of_another_kind_is_refused()
    {
        await File.WriteAllTextAsync(Copy, string.Join('\n', Enumerable.Repeat("Minutes of the last meeting.", 1_000)));

        Assert.IsType<RestoreResult.NotUsable>(SqliteBackup.Restore(Copy, StorePath, _folder.File("kept.db")));
        Assert.False(File.Exists(StorePath));
    }

    [Fact]
    public async Task A_store_that_is_damaged_itself_is_put_away_for_the_copy()
    {
        await using (var store = await OpenAsync(StorePath))
        {
            await WriteAsync(store, 0, 3);
            SqliteBackup.Take(StorePath, Copy);
        }

        await File.WriteAllBytesAsync(StorePath, new byte[8_192].Select((_, at) => (byte)at).ToArray());

        Assert.IsType<RestoreResult.Restored>(SqliteBackup.Restore(Copy, StorePath, _folder.File("kept.db")));
        Assert.Equal(3, (await RowsAsync(StorePath)).Count);
    }

    private static async Task<SqliteTableStore> OpenAsync(string path)
    {
        var store = new SqliteTableStore(new SqliteTableStoreOptions { Path = path });
        await store.EnsureTablesAsync(["Notes"], default);
        return store;
    }

    private static async Task<int> KeepWritingAsync(SqliteTableStore store, CancellationToken stop)
    {
        var written = 0;
        do
        {
            await WriteAsync(store, 500 + written++, 1);
        }
        while (!stop.IsCancellationRequested);

        return written;
    }

    private static async Task WriteAsync(SqliteTableStore store, int first, int count)
    {
        foreach (var some in Enumerable.Range(first, count).Chunk(TableRules.MaxTransaction))
        {
            Assert.IsType<WriteResult.Written>(await store.Table("Notes").WriteAsync(
                [.. some.Select(number => new RowWrite.Insert { Key = new RowKey("all", Name(number)), Properties = new RowProperties { { "Text", new string('x', 200) } } })],
                default));
        }
    }

    private static async Task<List<string>> RowsAsync(string path)
    {
        await using var store = await OpenAsync(path);
        return await ReadAsync(store);
    }

    private static async Task<List<string>> ReadAsync(SqliteTableStore store)
    {
        List<string> rows = [];
        await foreach (var row in store.Table("Notes").ReadRangeAsync(new RowRange("all"), default))
        {
            rows.Add(row.Key.Row);
        }

        return rows;
    }

    private static string Name(int number) => number.ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
}
