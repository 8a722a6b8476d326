namespace BotCoach.Storage.Tests;

public abstract partial class TableContractTests
{
    [Fact]
    public async Task Deleting_a_range_of_partitions_leaves_the_others()
    {
        await WriteThreeEachAsync("a|1", "a|2", "a", "b|1");

        Assert.Equal(6, await Table.DeleteRangeAsync(PartitionRange.WithPrefix("a|"), CancellationToken.None));
        Assert.Equal(["a", "b|1"], await PartitionsAsync(new PartitionRange()));
        Assert.Equal(0, await Table.DeleteRangeAsync(PartitionRange.WithPrefix("a|"), CancellationToken.None));
    }

    [Fact]
    public async Task More_rows_than_a_page_are_deleted_as_well()
    {
        for (var some = 0; some < 11; some++)
        {
            await WriteAsync([.. Enumerable.Range(0, TableRules.MaxTransaction).Select(row => Insert($"{some:D2}{row:D2}", row))]);
        }

        Assert.Equal(550, await Table.DeleteRangeAsync(new RowRange("p"), row => row.Properties.Number("Number") % 2 == 0, CancellationToken.None));
        Assert.Equal(550, (await RowsAsync(new RowRange("p"))).Count);
        Assert.Equal(550, await Table.DeleteRangeAsync(new PartitionRange(), CancellationToken.None));
        Assert.Empty(await RowsAsync(new RowRange("p")));
    }

    [Fact]
    public async Task A_row_that_changed_or_went_since_it_was_read_is_passed_over()
    {
        await WriteAsync([.. "abcd".Select(row => Insert($"{row}", 1))]);
        var read = (await Table.QueryAsync(new RowRange("p"), 10, CancellationToken.None)).Rows;
        await WriteAsync(new RowWrite.Upsert { Key = Key("b"), Properties = Number(2) }, new RowWrite.Delete { Key = Key("c") });

        Assert.Equal(2, await Table.DeleteUnchangedAsync(read, CancellationToken.None));
        Assert.Equal(["b"], await RowsAsync(new RowRange("p")));
    }
}
