namespace BotCoach.Storage.Tests;

public abstract partial class TableContractTests
{
    [Theory]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("#")]
    [InlineData("?")]
    [InlineData("\0")]
    [InlineData("\t")]
    [InlineData("\u001f")]
    [InlineData("\u007f")]
    [InlineData("\u009f")]
    [InlineData("\\ud83d")]
    [InlineData("a\\ude00")]
    public async Task A_key_with_a_character_that_none_may_hold_is_refused(string escaped)
    {
        // xunit replaces half a pair in inline data, so it comes escaped.
        var key = escaped.Replace("\\ud83d", "\ud83d", StringComparison.Ordinal).Replace("\\ude00", "\ude00", StringComparison.Ordinal);

        await RefusedAsync(() => TryWriteAsync(Insert(key, 1)));
        await RefusedAsync(() => TryWriteAsync(Insert("a", 1, key)));
        await RefusedAsync(() => ReadAsync(key));
        await RefusedAsync(() => ReadAsync("a", key));
        await RefusedAsync(() => RowsAsync(new RowRange(key)));
    }

    [Fact]
    public async Task A_key_has_at_most_512_code_units()
    {
        var longest = new string('\u4e2d', TableRules.MaxKeyLength);
        await WriteAsync(Insert(longest, 1, longest));
        Assert.Equal([longest], await RowsAsync(new RowRange(longest, longest)));

        await RefusedAsync(() => TryWriteAsync(Insert($"{longest}a", 1)));
        await RefusedAsync(() => TryWriteAsync(Insert("a", 1, $"{longest}a")));
        await RefusedAsync(() => ReadAsync($"{longest}a"));
        await RefusedAsync(() => RowsAsync(new RowRange("p", $"{longest}a")));
        await RefusedAsync(() => RowsAsync(new RowRange("p", "", $"{longest}a")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1a")]
    [InlineData("a b")]
    [InlineData("a-b")]
    [InlineData("a.b")]
    [InlineData("PartitionKey")]
    [InlineData("RowKey")]
    [InlineData("Timestamp")]
    [InlineData(TableRules.WriteIdName)]
    public async Task A_value_that_has_no_proper_name_is_refused(string name)
    {
        await RefusedAsync(() => TryWriteAsync(Row(new() { { name, 1 } })));
    }

    [Fact]
    public async Task A_name_has_at_most_255_characters()
    {
        var longest = new string('n', 255);
        await WriteAsync(Row(new() { { longest, 1 } }));
        Assert.Equal(1, (await ReadAsync("a"))?.Properties.Number(longest));

        await RefusedAsync(() => TryWriteAsync(Row(new() { { $"{longest}n", 1 } })));
    }

    [Fact]
    public async Task A_row_has_at_most_251_values()
    {
        var properties = new RowProperties();
        for (var i = 0; i < TableRules.MaxValues; i++)
        {
            properties.Add($"V{i}", i);
        }

        await WriteAsync(Row(properties));
        AssertSame(properties, (await ReadAsync("a"))?.Properties);

        properties.Add("Extra", 0);
        await RefusedAsync(() => TryWriteAsync(Row(properties)));
    }

    [Fact]
    public async Task A_value_has_at_most_64_kib()
    {
        var text = new string('\u4e2d', TableRules.MaxValueBytes / 2);
        var bytes = new byte[TableRules.MaxValueBytes];
        await WriteAsync(Row(new() { { "Text", text }, { "Bytes", bytes } }));
        AssertSame(new() { { "Text", text }, { "Bytes", bytes } }, (await ReadAsync("a"))?.Properties);

        await RefusedAsync(() => TryWriteAsync(Row(new() { { "Text", $"{text}a" } })));
        await RefusedAsync(() => TryWriteAsync(Row(new() { { "Bytes", (byte[])[.. bytes, 0] } })));
    }

    /// <summary>The largest row that the store behind the table takes: an emulator may count it differently.</summary>
    protected virtual int RowBytesTaken => TableRules.MaxRowBytes;

    [Fact]
    public async Task A_row_has_at_most_one_mib()
    {
        var largest = LargestRow(RowBytesTaken - TableRules.MaxRowBytes);
        await WriteAsync(Row(largest));
        AssertSame(largest, (await ReadAsync("a"))?.Properties);

        await RefusedAsync(() => TryWriteAsync(Row(LargestRow(extra: 1))));
    }

    [Fact]
    public async Task A_transaction_has_at_most_four_mib()
    {
        // On their way bytes take a third more: two such rows fit into 4 MiB, four do not.
        await RefusedAsync(() => TryWriteAsync([.. Enumerable.Range(0, 4).Select(i => Row(LargestRow(), $"{i}"))]));
        Assert.Empty(await RowsAsync(new RowRange("p")));

        var largest = LargestRow(RowBytesTaken - TableRules.MaxRowBytes);
        await WriteAsync(Row(largest, "0"), Row(largest, "1"), Insert("2", 1));
        Assert.Equal(["0", "1", "2"], await RowsAsync(new RowRange("p")));
    }

    [Fact]
    public async Task A_time_is_not_before_the_year_1601()
    {
        var earliest = new DateTimeOffset(1601, 1, 1, 0, 0, 0, TimeSpan.Zero);

        await RefusedAsync(() => TryWriteAsync(Row(new() { { "Time", earliest.AddTicks(-1) } })));
    }

    [Fact]
    public async Task A_version_that_stands_for_any_is_refused()
    {
        await RefusedAsync(() => TryWriteAsync(new RowWrite.Delete { Key = Key("a"), Version = new RowVersion("*") }));
        await RefusedAsync(() => TryWriteAsync(new RowWrite.Delete { Key = Key("a"), Version = new RowVersion("") }));
    }

    [Theory]
    [InlineData("ab")]
    [InlineData("1ab")]
    [InlineData("a_b")]
    [InlineData("a b")]
    [InlineData("\u00e4bc")]
    [InlineData("tables")]
    [InlineData("a234567890123456789012345678901234567890123456789012345678901234")]
    public async Task A_table_without_a_proper_name_is_refused(string name)
    {
        Assert.Throws<ArgumentException>(() => Store.Table(name));
        await RefusedAsync(() => Store.EnsureTablesAsync([name], CancellationToken.None));
    }

    [Fact]
    public async Task A_write_that_breaks_a_rule_takes_those_beside_it_with_it()
    {
        await RefusedAsync(() => TryWriteAsync(Insert("a", 1), Insert("b/", 1)));

        Assert.Null(await ReadAsync("a"));
    }

    /// <summary>The values of the row <c>a</c> of <c>p</c> at the limit, or so many bytes beyond it.</summary>
    private static RowProperties LargestRow(int extra = 0)
    {
        var properties = new RowProperties();
        var left = TableRules.MaxRowBytes + extra - RowSize.Of(Key("a"), []);
        while (left > 0)
        {
            var name = $"V{properties.Count:D2}";
            var overhead = 8 + (2 * name.Length) + 4;
            var size = Math.Min(left - overhead, TableRules.MaxValueBytes - 100);
            properties.Add(name, new byte[size]);
            left -= overhead + size;
        }

        return properties;
    }

    private static RowWrite.Upsert Row(RowProperties properties, string row = "a") =>
        new() { Key = Key(row), Properties = properties };

    private static Task<ArgumentException> RefusedAsync(Func<Task> action) => Assert.ThrowsAsync<ArgumentException>(action);
}
