namespace BotCoach.Storage.Tests;

public abstract partial class TableContractTests
{
    [Fact]
    public async Task A_transaction_gives_the_versions_in_the_order_of_its_writes()
    {
        await WriteAsync(Insert("b", 1), Insert("c", 1), Insert("d", 1));

        var versions = await WriteAsync(
            Insert("e", 2),
            new RowWrite.Delete { Key = Key("d") },
            new RowWrite.Merge { Key = Key("c"), Properties = Number(2) },
            new RowWrite.Replace { Key = Key("b"), Properties = Number(2) },
            new RowWrite.Upsert { Key = Key("a"), Properties = Number(2) });

        Assert.Equal(
            [(await ReadAsync("e"))!.Version, null, (await ReadAsync("c"))!.Version, (await ReadAsync("b"))!.Version, (await ReadAsync("a"))!.Version],
            versions);
    }

    [Fact]
    public async Task A_conflict_leaves_nothing_behind()
    {
        await WriteAsync(Insert("deleted", 1), Insert("merged", 1), Insert("replaced", 1), Insert("there", 1));

        var result = await TryWriteAsync(
            Insert("inserted", 2),
            new RowWrite.Upsert { Key = Key("upserted"), Properties = Number(2) },
            new RowWrite.Delete { Key = Key("deleted") },
            new RowWrite.Merge { Key = Key("merged"), Properties = Number(2) },
            new RowWrite.Replace { Key = Key("replaced"), Properties = Number(2) },
            Insert("there", 2));

        Assert.Equal(new WriteResult.AlreadyExists(5), result);
        Assert.Equal(["deleted", "merged", "replaced", "there"], await RowsAsync(new RowRange("p")));
        foreach (var row in (await Table.QueryAsync(new RowRange("p"), 10, CancellationToken.None)).Rows)
        {
            AssertSame(Number(1), row.Properties);
        }
    }

    [Fact]
    public async Task The_first_of_several_conflicts_is_reported()
    {
        var old = Assert.Single(await WriteAsync(Insert("a", 1)));
        await WriteAsync(new RowWrite.Replace { Key = Key("a"), Properties = Number(2) });
        RowWrite fine = Insert("fine", 1);
        RowWrite exists = Insert("a", 3);
        RowWrite missing = new RowWrite.Delete { Key = Key("missing") };
        RowWrite changed = new RowWrite.Merge { Key = Key("a"), Properties = Number(3), Version = old };

        Assert.Equal(new WriteResult.AlreadyExists(1), await TryWriteAsync(fine, exists, missing));
        Assert.Equal(new WriteResult.NotFound(1), await TryWriteAsync(fine, missing, exists));
        Assert.Equal(new WriteResult.Changed(0), await TryWriteAsync(changed, missing, fine));
        Assert.Equal(new WriteResult.NotFound(0), await TryWriteAsync(missing, fine, changed));
        Assert.Null(await ReadAsync("fine"));
    }

    [Fact]
    public async Task A_transaction_holds_a_hundred_writes_and_not_one_more()
    {
        var writes = Enumerable.Range(0, TableRules.MaxTransaction + 1).Select(i => Insert($"{i:D3}", i)).ToArray();

        await Assert.ThrowsAsync<ArgumentException>(() => TryWriteAsync(writes));
        Assert.Empty(await RowsAsync(new RowRange("p")));

        var versions = await WriteAsync(writes[..TableRules.MaxTransaction]);
        Assert.Equal(TableRules.MaxTransaction, versions.Count);
        Assert.DoesNotContain(versions, version => version is null);
        Assert.Equal(TableRules.MaxTransaction, (await RowsAsync(new RowRange("p"))).Count);
    }

    [Fact]
    public async Task A_transaction_without_a_write_is_refused()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => TryWriteAsync());
    }

    [Fact]
    public async Task A_transaction_is_in_one_partition()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => TryWriteAsync(Insert("a", 1, "p"), Insert("b", 1, "q")));

        Assert.Null(await ReadAsync("a", "p"));
        Assert.Null(await ReadAsync("b", "q"));
    }

    [Fact]
    public async Task A_transaction_names_a_row_once()
    {
        await Assert.ThrowsAsync<ArgumentException>(
            () => TryWriteAsync(Insert("a", 1), Insert("b", 1), new RowWrite.Delete { Key = Key("a") }));

        Assert.Empty(await RowsAsync(new RowRange("p")));
    }

    [Fact]
    public async Task Increments_of_many_callers_at_once_are_all_counted()
    {
        const int Callers = 32;
        const int Each = 5;
        await WriteAsync(Insert("a", 0));

        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(async () =>
        {
            for (var done = 0; done < Each;)
            {
                var row = (await ReadAsync("a"))!;
                var result = await TryWriteAsync(new RowWrite.Replace
                {
                    Key = row.Key,
                    Version = row.Version,
                    Properties = Number(row.Properties.Number("Number")!.Value + 1),
                });
                done += result is WriteResult.Written ? 1 : 0;
            }
        })));

        Assert.Equal(Callers * Each, await NumberAsync("a"));
    }

    [Fact]
    public async Task Of_many_callers_that_insert_the_same_row_one_succeeds()
    {
        var results = await Task.WhenAll(
            Enumerable.Range(0, 32).Select(i => Task.Run(() => TryWriteAsync(Insert("a", i), Insert($"mine {i}", i)))));

        var winner = Assert.Single(Enumerable.Range(0, 32), i => results[i] is WriteResult.Written);
        Assert.Equal(31, results.Count(result => result == new WriteResult.AlreadyExists(0)));
        Assert.Equal(["a", $"mine {winner}"], await RowsAsync(new RowRange("p")));
    }

    [Fact]
    public async Task A_token_that_is_cancelled_before_stops_reads_and_writes()
    {
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Table.WriteAsync([Insert("a", 1)], cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Table.ReadAsync(Key("a"), cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Table.QueryAsync(new RowRange("p"), 1, cancelled));
        Assert.Null(await ReadAsync("a"));
    }
}
