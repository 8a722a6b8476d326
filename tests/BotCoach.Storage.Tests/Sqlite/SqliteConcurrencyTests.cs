namespace BotCoach.Storage.Tests;

public sealed class SqliteConcurrencyTests : SqliteStoreTests
{
    [Fact]
    public async Task Writes_that_wait_together_share_a_commit()
    {
        await using var store = await OpenAsync(Options);
        var before = store.Writer.Commits;
        List<Task<WriteResult>> writes;
        using (Lock(Options))
        {
            writes = [.. Enumerable.Range(0, 1_000).Select(i => WriteAsync(store, Insert($"{i}")))];
            await UntilAsync(() => store.Writer.Waiting == 1_000);
        }

        Assert.All(await Task.WhenAll(writes), result => Assert.IsType<WriteResult.Written>(result));
        Assert.InRange(store.Writer.Commits - before, 1, 10);
    }

    [Fact]
    public async Task More_writes_than_the_queue_holds_all_take_place()
    {
        await using var store = await OpenAsync(Options);
        List<Task<WriteResult>> writes;
        using (Lock(Options))
        {
            writes = [.. Enumerable.Range(0, 3_000).Select(i => WriteAsync(store, Insert($"{i}")))];
        }

        Assert.All(await Task.WhenAll(writes), result => Assert.IsType<WriteResult.Written>(result));
    }

    [Fact]
    public async Task A_conflict_undoes_its_own_transaction_and_no_other_of_the_commit()
    {
        await using var store = await OpenAsync(Options);
        await WriteAsync(store, Insert("there"));
        var table = store.Table("Rows");
        Task<WriteResult> first, conflict, last;
        using (Lock(Options))
        {
            first = WriteAsync(store, Insert("first"));
            conflict = table.WriteAsync([Insert("undone"), Insert("there")], CancellationToken.None);
            last = table.WriteAsync([Insert("last"), new RowWrite.Delete { Key = Key("first") }], CancellationToken.None);
            await UntilAsync(() => store.Writer.Waiting == 3);
        }

        Assert.IsType<WriteResult.Written>(await first);
        Assert.Equal(new WriteResult.AlreadyExists(1), await conflict);
        Assert.IsType<WriteResult.Written>(await last);
        Assert.False(await IsThereAsync(store, "undone"));
        Assert.True(await IsThereAsync(store, "last"));
    }

    [Fact]
    public async Task A_write_that_is_cancelled_while_it_waits_does_not_take_place()
    {
        await using var store = await OpenAsync(Options);
        using var cancellation = new CancellationTokenSource();
        Task<WriteResult> kept;
        using (Lock(Options))
        {
            var cancelled = WriteAsync(store, Insert("cancelled"), cancellation.Token);
            kept = WriteAsync(store, Insert("kept"));
            await cancellation.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        }

        Assert.IsType<WriteResult.Written>(await kept);
        Assert.False(await IsThereAsync(store, "cancelled"));
    }

    [Fact]
    public async Task A_write_that_is_cancelled_after_it_was_taken_up_keeps_its_result()
    {
        var write = new PendingWrite<int>(_ => (7, true)) { Bytes = 0 };
        using var session = SqliteSession.OpenWriter(Options);

        Assert.True(write.TryTakeUp());
        write.Cancel(new CancellationToken(canceled: true));
        write.Run(session);
        write.Complete();

        Assert.Equal(7, await write.Task);
    }

    [Fact]
    public async Task Two_stores_on_one_file_lose_no_update()
    {
        await using var one = await OpenAsync(Options);
        await using var other = await OpenAsync(Options);
        await WriteAsync(one, new RowWrite.Insert { Key = Key("counter"), Properties = new() { { "Number", 0 } } });

        await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(() => IncrementAsync(i % 2 == 0 ? one : other, times: 10))));

        var row = await one.Table("Rows").ReadAsync(Key("counter"), CancellationToken.None);
        Assert.Equal(160, row?.Properties.Number("Number"));
    }

    [Fact]
    public async Task Two_stores_on_one_file_give_different_versions()
    {
        await using var one = await OpenAsync(Options);
        await using var other = await OpenAsync(Options);

        var results = await Task.WhenAll(Enumerable.Range(0, 400).Select(i => Task.Run(() => WriteAsync(
            i % 2 == 0 ? one : other, new RowWrite.Upsert { Key = Key("a"), Properties = [] }))));

        var versions = results.Select(result => Assert.IsType<WriteResult.Written>(result).Versions[0]);
        Assert.Equal(400, versions.Distinct().Count());
    }

    [Fact]
    public async Task What_one_store_wrote_another_reads_at_once()
    {
        await using var one = await OpenAsync(Options);
        await using var other = await OpenAsync(Options);
        for (var i = 0; i < 50; i++)
        {
            await WriteAsync(one, Insert($"{i}"));
            Assert.True(await IsThereAsync(other, $"{i}"));
        }
    }

    [Fact]
    public async Task A_reader_beside_the_writer_never_sees_half_a_transaction()
    {
        await using var store = await OpenAsync(Options);
        var table = store.Table("Rows");
        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < 200; i++)
            {
                var properties = new RowProperties { { "Number", i } };
                await table.WriteAsync(
                    [
                        new RowWrite.Upsert { Key = Key("a"), Properties = properties },
                        new RowWrite.Upsert { Key = Key("b"), Properties = properties },
                    ],
                    CancellationToken.None);
            }
        });

        do
        {
            var page = await table.QueryAsync(new RowRange("p"), 2, CancellationToken.None);
            Assert.True(page.Rows.Select(row => row.Properties.Number("Number")).Distinct().Count() <= 1);
        }
        while (!writing.IsCompleted);
        await writing;
    }

    private static async Task IncrementAsync(SqliteTableStore store, int times)
    {
        for (var done = 0; done < times;)
        {
            var row = (await store.Table("Rows").ReadAsync(Key("counter"), CancellationToken.None))!;
            var number = row.Properties.Number("Number")!.Value + 1;
            var result = await WriteAsync(store, new RowWrite.Replace
            {
                Key = row.Key,
                Version = row.Version,
                Properties = new() { { "Number", number } },
            });
            done += result is WriteResult.Written ? 1 : 0;
        }
    }
}
