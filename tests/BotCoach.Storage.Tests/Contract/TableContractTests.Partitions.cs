namespace BotCoach.Storage.Tests;

public abstract partial class TableContractTests
{
    [Fact]
    public async Task The_first_keys_of_a_range_of_partitions_come_in_order()
    {
        var written = await WriteThreeEachAsync([.. OddKeys.Where(key => key.Length > 0)]);

        Assert.Equal(written, await KeysAsync(new PartitionRange(), TableRules.MaxPage));
        Assert.Equal(written[..10], await KeysAsync(new PartitionRange(), 10));
    }

    [Fact]
    public async Task Every_bound_of_a_range_of_partitions_takes_those_from_it_on_and_leaves_those_before_the_end()
    {
        string[] partitions = ["a|b", "a|b|1", "a|b|2", "a|c|1", "a|\ud83d\ude00", "a|\ue000", "b"];
        var written = await WriteThreeEachAsync(partitions);

        for (var from = 0; from < partitions.Length; from++)
        {
            for (var before = from; before < partitions.Length; before++)
            {
                Assert.Equal(written[(3 * from)..(3 * before)], await KeysAsync(new PartitionRange(partitions[from], partitions[before]), TableRules.MaxPage));
            }

            Assert.Equal(written[(3 * from)..], await KeysAsync(new PartitionRange(partitions[from]), TableRules.MaxPage));
        }

        Assert.Equal(["a|b|1", "a|b|2"], await PartitionsAsync(PartitionRange.WithPrefix("a|b|")));
        Assert.Equal(["a|\ud83d\ude00"], await PartitionsAsync(PartitionRange.WithPrefix("a|\ud83d")));
    }

    [Fact]
    public async Task Partitions_are_listed_once_each_also_while_their_rows_are_deleted()
    {
        await WriteThreeEachAsync("1", "2", "3");
        List<string> listed = [];
        await foreach (var partition in Table.PartitionsAsync(new PartitionRange(), CancellationToken.None))
        {
            listed.Add(partition);
            await Table.DeleteAsync(await KeysAsync(new PartitionRange(partition), 3), CancellationToken.None);
        }

        Assert.Equal(["1", "2", "3"], listed);
        Assert.Empty(await PartitionsAsync(new PartitionRange()));
    }

    [Fact]
    public async Task A_range_of_partitions_has_the_bounds_and_the_page_of_any_range()
    {
        var tooLong = new string('p', TableRules.MaxKeyLength + 1);

        await Assert.ThrowsAsync<ArgumentException>(() => KeysAsync(new PartitionRange(tooLong), 1));
        await Assert.ThrowsAsync<ArgumentException>(() => KeysAsync(new PartitionRange("", tooLong), 1));
        await Assert.ThrowsAsync<ArgumentException>(() => KeysAsync(new PartitionRange(), 0));
        await Assert.ThrowsAsync<ArgumentException>(() => KeysAsync(new PartitionRange(), TableRules.MaxPage + 1));
    }

    private async Task<List<RowKey>> WriteThreeEachAsync(params string[] partitions)
    {
        foreach (var partition in partitions.Reverse())
        {
            await WriteAsync(Insert("2", 2, partition), Insert("1", 1, partition), Insert("3", 3, partition));
        }

        return [.. partitions.SelectMany(partition => new[] { Key("1", partition), Key("2", partition), Key("3", partition) })];
    }

    private async Task<IEnumerable<RowKey>> KeysAsync(PartitionRange range, int take) =>
        await Table.FirstKeysAsync(range, take, CancellationToken.None);

    private async Task<List<string>> PartitionsAsync(PartitionRange range)
    {
        List<string> partitions = [];
        await foreach (var partition in Table.PartitionsAsync(range, CancellationToken.None))
        {
            partitions.Add(partition);
        }

        return partitions;
    }
}
