namespace BotCoach.Storage.Tests;

public sealed class SqliteFailureTests : SqliteStoreTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_full_disk_fails_the_write_and_the_store_works_on(bool inMemory)
    {
        var path = inMemory ? SqliteTableStoreOptions.InMemory : Options.Path;
        await using var store = await OpenAsync(Options with { Path = path, MaxPages = 40 });
        await WriteAsync(store, Insert("first", 60_000));
        await WriteAsync(store, Insert("second", 60_000));

        await Assert.ThrowsAsync<TableUnavailableException>(() => WriteAsync(store, Insert("third", 60_000)));
        Assert.False(await IsThereAsync(store, "third"));

        Assert.IsType<WriteResult.Written>(await WriteAsync(store, Insert("small", 10)));
        Assert.IsType<WriteResult.Written>(await WriteAsync(store, new RowWrite.Delete { Key = Key("first") }));
        Assert.IsType<WriteResult.Written>(await WriteAsync(store, Insert("third", 60_000)));
        Assert.True(await IsThereAsync(store, "small"));
    }

    [Fact]
    public async Task A_file_that_stays_locked_fails_all_that_wait_and_the_store_works_on()
    {
        await using var store = await OpenAsync(Options with { BusyTime = TimeSpan.FromMilliseconds(100) });
        using (Lock(Options))
        {
            var writes = Enumerable.Range(0, 10).Select(i => WriteAsync(store, Insert($"{i}"))).ToList();
            await Assert.ThrowsAsync<TableUnavailableException>(() => Task.WhenAll(writes));
            Assert.All(writes, write => Assert.IsType<TableUnavailableException>(write.Exception?.InnerException));
            await Assert.ThrowsAsync<TableUnavailableException>(() => store.CheckAsync(CancellationToken.None));

            Assert.False(await IsThereAsync(store, "0")); // one may read meanwhile
        }

        Assert.IsType<WriteResult.Written>(await WriteAsync(store, Insert("0")));
        await store.CheckAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_file_that_cannot_be_opened_is_unavailable_until_it_can()
    {
        var path = Options.Path;
        Directory.CreateDirectory(path);
        await using var store = new SqliteTableStore(Options);
        await Assert.ThrowsAsync<TableUnavailableException>(() => store.EnsureTablesAsync(["Rows"], CancellationToken.None));

        Directory.Delete(path);
        await store.EnsureTablesAsync(["Rows"], CancellationToken.None);

        Assert.IsType<WriteResult.Written>(await WriteAsync(store, Insert("a")));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_unavailable()
    {
        await File.WriteAllTextAsync(Options.Path, "a file where the folder should be");
        await using var store = new SqliteTableStore(Options with { Path = Path.Combine(Options.Path, "botcoach.db") });

        await Assert.ThrowsAsync<TableUnavailableException>(() => store.CheckAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_merge_that_makes_too_large_a_row_is_refused_alone()
    {
        await using var store = await OpenAsync(Options);
        var properties = new RowProperties();
        for (var i = 0; i < TableRules.MaxValues; i++)
        {
            properties.Add($"V{i}", i);
        }

        await WriteAsync(store, new RowWrite.Insert { Key = Key("full"), Properties = properties });

        var beside = WriteAsync(store, Insert("beside"));
        await Assert.ThrowsAsync<ArgumentException>(
            () => store.Table("Rows").WriteAsync(
                [Insert("before"), new RowWrite.Merge { Key = Key("full"), Properties = new() { { "New", 1 } } }],
                CancellationToken.None));
        Assert.IsType<WriteResult.Written>(await beside);

        Assert.False(await IsThereAsync(store, "before"));
        Assert.Equal(
            TableRules.MaxValues,
            (await store.Table("Rows").ReadAsync(Key("full"), CancellationToken.None))?.Properties.Count);
    }
}
