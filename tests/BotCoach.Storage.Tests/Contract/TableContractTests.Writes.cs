namespace BotCoach.Storage.Tests;

public abstract partial class TableContractTests
{
    [Fact]
    public async Task A_row_that_was_never_written_is_not_there()
    {
        Assert.Null(await ReadAsync("a"));
    }

    [Fact]
    public async Task An_inserted_row_reads_back_with_its_key_version_and_values()
    {
        var versions = await WriteAsync(Insert("a", 1));

        var row = await ReadAsync("a");

        Assert.NotNull(row);
        Assert.Equal(Key("a"), row.Key);
        Assert.Equal(Assert.Single(versions), row.Version);
        AssertSame(Number(1), row.Properties);
    }

    [Fact]
    public async Task A_row_can_have_no_values_and_an_empty_key()
    {
        await WriteAsync(new RowWrite.Insert { Key = Key("", ""), Properties = [] });

        Assert.Equal(0, (await ReadAsync("", ""))?.Properties.Count);
    }

    [Fact]
    public async Task The_same_row_key_in_another_partition_is_another_row()
    {
        await WriteAsync(Insert("a", 1, "p"));
        await WriteAsync(Insert("a", 2, "P"));

        Assert.Equal(1, (await ReadAsync("a", "p"))?.Properties.Number("Number"));
        Assert.Equal(2, (await ReadAsync("a", "P"))?.Properties.Number("Number"));
    }

    [Fact]
    public async Task Inserting_a_row_that_is_there_changes_nothing()
    {
        await WriteAsync(Insert("a", 1));

        Assert.Equal(new WriteResult.AlreadyExists(0), await TryWriteAsync(Insert("a", 2)));

        Assert.Equal(1, await NumberAsync("a"));
    }

    [Fact]
    public async Task An_upsert_puts_a_row_in_place_whether_one_was_there_or_not()
    {
        await WriteAsync(new RowWrite.Upsert { Key = Key("a"), Properties = new() { { "Number", 1 }, { "Old", true } } });
        await WriteAsync(new RowWrite.Upsert { Key = Key("a"), Properties = Number(2) });

        AssertSame(Number(2), (await ReadAsync("a"))?.Properties);
    }

    [Fact]
    public async Task A_replace_drops_the_values_that_it_does_not_name()
    {
        await WriteAsync(new RowWrite.Insert { Key = Key("a"), Properties = new() { { "Number", 1 }, { "Old", true } } });

        await WriteAsync(new RowWrite.Replace { Key = Key("a"), Properties = Number(2) });

        AssertSame(Number(2), (await ReadAsync("a"))?.Properties);
    }

    [Fact]
    public async Task A_merge_keeps_the_values_that_it_does_not_name()
    {
        await WriteAsync(new RowWrite.Insert { Key = Key("a"), Properties = new() { { "Number", 1 }, { "Old", true } } });

        await WriteAsync(new RowWrite.Merge { Key = Key("a"), Properties = new() { { "Number", 2L }, { "New", "n" } } });

        AssertSame(new() { { "Number", 2L }, { "Old", true }, { "New", "n" } }, (await ReadAsync("a"))?.Properties);
    }

    [Fact]
    public async Task A_deleted_row_is_gone_and_has_no_version()
    {
        await WriteAsync(Insert("a", 1));

        Assert.Null(Assert.Single(await WriteAsync(new RowWrite.Delete { Key = Key("a") })));

        Assert.Null(await ReadAsync("a"));
        Assert.Empty(await RowsAsync(new RowRange("p")));
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_change_of_a_row_that_is_not_there_is_not_found(string change)
    {
        Assert.Equal(new WriteResult.NotFound(0), await TryWriteAsync(Change(change, "a", null)));
        Assert.Null(await ReadAsync("a"));
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_change_with_the_version_that_was_read_takes_place(string change)
    {
        await WriteAsync(Insert("a", 1));

        await WriteAsync(Change(change, "a", (await ReadAsync("a"))!.Version));

        Assert.Equal(change == nameof(RowWrite.Delete) ? null : 9, await NumberAsync("a"));
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_change_with_an_older_version_changes_nothing(string change)
    {
        var old = Assert.Single(await WriteAsync(Insert("a", 1)));
        await WriteAsync(new RowWrite.Merge { Key = Key("a"), Properties = Number(2) });

        Assert.Equal(new WriteResult.Changed(0), await TryWriteAsync(Change(change, "a", old)));

        Assert.Equal(2, await NumberAsync("a"));
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task The_version_of_a_deleted_row_does_not_fit_the_row_that_follows_it(string change)
    {
        var old = Assert.Single(await WriteAsync(Insert("a", 1)));
        await WriteAsync(new RowWrite.Delete { Key = Key("a") });

        Assert.Equal(new WriteResult.NotFound(0), await TryWriteAsync(Change(change, "a", old)));
        await WriteAsync(Insert("a", 1));
        Assert.Equal(new WriteResult.Changed(0), await TryWriteAsync(Change(change, "a", old)));
    }

    [Fact]
    public async Task Every_write_makes_a_new_version_even_of_the_same_values()
    {
        var versions = new List<RowVersion?>(await WriteAsync(Insert("a", 1)));
        for (var i = 0; i < 10; i++)
        {
            versions.AddRange(await WriteAsync(new RowWrite.Upsert { Key = Key("a"), Properties = Number(1) }));
            versions.AddRange(await WriteAsync(new RowWrite.Replace { Key = Key("a"), Properties = Number(1) }));
            versions.AddRange(await WriteAsync(new RowWrite.Merge { Key = Key("a"), Properties = [] }));
            await WriteAsync(new RowWrite.Delete { Key = Key("a") });
            versions.AddRange(await WriteAsync(Insert("a", 1)));
        }

        Assert.Equal(versions.Count, versions.Distinct().Count());
        Assert.Equal(versions[^1], (await ReadAsync("a"))?.Version);
    }

    public static TheoryData<string> Changes => [nameof(RowWrite.Replace), nameof(RowWrite.Merge), nameof(RowWrite.Delete)];

    /// <summary>A change that sets the number to 9, or deletes.</summary>
    private static RowWrite Change(string change, string row, RowVersion? version) => change switch
    {
        nameof(RowWrite.Replace) => new RowWrite.Replace { Key = Key(row), Properties = Number(9), Version = version },
        nameof(RowWrite.Merge) => new RowWrite.Merge { Key = Key(row), Properties = Number(9), Version = version },
        _ => new RowWrite.Delete { Key = Key(row), Version = version },
    };
}
