namespace BotCoach.Storage.Tests;

public abstract partial class TableContractTests
{
    // In the order of their UTF-16 code units. An emoji (U+1F600) begins with U+D83D, so it stands before U+E000 and U+FF5E,
    // where an order by code point would put it last.
    private static readonly string[] OddKeys =
    [
        "", " ", " a", "!", "\"", "$", "%", "%41", "&", "'", "''", "(a)", "+", ",", "-", ".", "..", "0", "10", "9", ":", ";",
        "<", "=", ">", "@", "A", "B", "[", "]", "^", "_", "`", "a", "a ", "aa", "ab", "b", "{", "|", "}", "~",
        "\u00a0", "\u00e4", "e\u0301"[1..], "\u4e2d", "\ud83d\ude00", "\ud83d\ude00a", "\ud83d\ude01", "\ue000", "\uff5e", "\ufffd",
    ];

    [Fact]
    public async Task Rows_come_in_the_order_of_their_utf16_code_units()
    {
        await WriteAsync([.. OddKeys.Reverse().Select(row => Insert(row, 1))]);

        Assert.Equal(OddKeys.Order(StringComparer.Ordinal), await RowsAsync(new RowRange("p")));
        Assert.Equal(OddKeys, await RowsAsync(new RowRange("p")));
    }

    [Fact]
    public async Task Every_bound_of_a_range_takes_the_rows_from_it_on_and_leaves_those_before_the_end()
    {
        await WriteAsync([.. OddKeys.Select(row => Insert(row, 1))]);

        for (var from = 0; from < OddKeys.Length; from += 3)
        {
            for (var before = from; before < OddKeys.Length; before += 7)
            {
                Assert.Equal(OddKeys[from..before], await RowsAsync(new RowRange("p", OddKeys[from], OddKeys[before])));
            }

            Assert.Equal(OddKeys[from..], await RowsAsync(new RowRange("p", OddKeys[from])));
        }
    }

    [Fact]
    public async Task A_row_with_odd_characters_in_its_key_is_found_by_that_key()
    {
        foreach (var key in OddKeys)
        {
            await WriteAsync(Insert(key, 1, key));
        }

        foreach (var key in OddKeys)
        {
            Assert.Equal(Key(key, key), (await ReadAsync(key, key))?.Key);
            Assert.Equal([key], await RowsAsync(new RowRange(key)));
        }
    }

    [Fact]
    public async Task A_query_for_some_values_gets_those_with_the_key_and_version_of_every_row()
    {
        var at = new DateTimeOffset(2026, 11, 23, 8, 2, 0, TimeSpan.Zero);
        await WriteAsync(
            new RowWrite.Insert { Key = Key("a"), Properties = new() { { "Words", "long" }, { "Number", 1 }, { "At", at }, { "Gr\u00f6\u00dfe", 4L } } },
            new RowWrite.Insert { Key = Key("b"), Properties = new() { { "Words", "longer" }, { "At", at.AddTicks(1) } } },
            new RowWrite.Insert { Key = Key("c"), Properties = new() { { "Words", "longest" } } });

        var rows = (await Table.QueryAsync(new RowRange("p") { Select = ["At", "Gr\u00f6\u00dfe", "Number"] }, 10, CancellationToken.None)).Rows;

        Assert.Equal(["a", "b", "c"], rows.Select(row => row.Key.Row));
        AssertSame(new() { { "Number", 1 }, { "At", at }, { "Gr\u00f6\u00dfe", 4L } }, rows[0].Properties);
        AssertSame(new() { { "At", at.AddTicks(1) } }, rows[1].Properties);
        AssertSame([], rows[2].Properties);
        foreach (var row in rows)
        {
            Assert.Equal((await ReadAsync(row.Key.Row))?.Version, row.Version);
        }
    }

    [Fact]
    public async Task A_query_for_no_values_gets_keys_page_by_page()
    {
        await WriteAsync([.. Enumerable.Range(0, 25).Select(i => Insert($"{i:D2}", i))]);

        Assert.Equal(25, (await RowsAsync(new RowRange("p") { Select = [] }, take: 10)).Count);
        Assert.All((await Table.QueryAsync(new RowRange("p") { Select = [] }, 10, CancellationToken.None)).Rows, row => Assert.Empty(row.Properties));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no name")]
    [InlineData("RowKey")]
    public async Task A_query_for_what_can_be_no_value_breaks_a_rule(string name) => await Assert.ThrowsAsync<ArgumentException>(
        () => Table.QueryAsync(new RowRange("p") { Select = ["Number", name] }, 10, CancellationToken.None));

    [Theory]
    [InlineData("a", "a,a.,a.b,ab")]
    [InlineData("a.", "a.,a.b")] // the range ends before "a/", which no key can hold
    [InlineData("ab", "ab")]
    [InlineData("b", "b")]
    [InlineData("c", "")]
    public async Task A_prefix_takes_the_rows_that_start_with_it(string prefix, string rows)
    {
        await WriteAsync(Insert("a", 1), Insert("a.", 1), Insert("a.b", 1), Insert("ab", 1), Insert("b", 1), Insert("B", 1));
        await WriteAsync(Insert("a", 1, "q"));

        Assert.Equal(rows, string.Join(',', await RowsAsync(RowRange.WithPrefix("p", prefix))));
    }

    [Fact]
    public async Task A_range_without_rows_is_one_empty_page()
    {
        await WriteAsync(Insert("a", 1));

        foreach (var range in new RowRange[] { new("q"), new("p", "b"), new("p", "", "a"), new("p", "b", "a"), new("p", "a", "a") })
        {
            Assert.Empty(await RowsAsync(range));
        }
    }

    [Theory]
    [InlineData(1, 20)]
    [InlineData(7, 20)]
    [InlineData(7, 21)]
    [InlineData(1_000, 1_001)]
    public async Task Pages_read_to_the_end_give_every_row_once(int take, int count)
    {
        var keys = Enumerable.Range(0, count).Select(i => $"{i:D5}").ToList();
        foreach (var chunk in keys.Chunk(TableRules.MaxTransaction))
        {
            await WriteAsync([.. chunk.Select(row => Insert(row, 1))]);
        }

        Assert.Equal(keys, await RowsAsync(new RowRange("p"), take));
        Assert.Equal(keys[3..^3], await RowsAsync(new RowRange("p", keys[3], keys[^3]), take));
    }

    [Fact]
    public async Task A_query_gives_keys_versions_and_values()
    {
        var versions = await WriteAsync(Insert("a", 1), Insert("b", 2));

        var page = await Table.QueryAsync(new RowRange("p"), 2, CancellationToken.None);

        Assert.Equal([Key("a"), Key("b")], page.Rows.Select(row => row.Key));
        Assert.Equal(versions, page.Rows.Select(row => (RowVersion?)row.Version));
        Assert.Equal([1, 2], page.Rows.Select(row => row.Properties.Number("Number")));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(TableRules.MaxPage + 1)]
    public async Task A_page_has_one_to_a_thousand_rows(int take)
    {
        await Assert.ThrowsAsync<ArgumentException>(
            () => Table.QueryAsync(new RowRange("p"), take, CancellationToken.None));
    }
}
