namespace BotCoach.Storage.Tests;

public abstract partial class TableContractTests
{
    public static TheoryData<string, object> Values => new()
    {
        { "empty text", "" },
        { "text", "plain" },
        { "odd text", "\0\u0001\t\r\n\"\\'/<>&\u007f\u0085\u2028 e\u0301 \u00e9 \u4e2d \ufeff\uffff \ud83d\ude00" },
        { "high surrogate alone", "a\ud83d" },
        { "low surrogate alone", "\ude00b" },
        { "surrogates the wrong way round", "\ude00\ud83d" },
        { "true", true },
        { "false", false },
        { "smallest int", int.MinValue },
        { "largest int", int.MaxValue },
        { "smallest long", long.MinValue },
        { "largest long", long.MaxValue },
        { "a long that an int could hold", 1L },
        { "a long beyond the integers of a double", (1L << 53) + 1 },
        { "a double without a fraction", 1d },
        { "a double with many digits", 0.1 + 0.2 },
        { "smallest double", double.MinValue },
        { "largest double", double.MaxValue },
        { "double nearest to zero", double.Epsilon },
        { "infinity", double.PositiveInfinity },
        { "negative infinity", double.NegativeInfinity },
        { "not a number", double.NaN },
        { "earliest time", new DateTimeOffset(1601, 1, 1, 0, 0, 0, TimeSpan.Zero) },
        { "latest time", DateTimeOffset.MaxValue },
        { "time to 100 ns", new DateTimeOffset(2024, 2, 29, 23, 59, 59, TimeSpan.Zero).AddTicks(1_234_567) },
        { "empty guid", Guid.Empty },
        { "guid", Guid.Parse("00112233-4455-6677-8899-aabbccddeeff") },
        { "no bytes", Array.Empty<byte>() },
        { "every byte", Enumerable.Range(0, 256).Select(i => (byte)i).ToArray() },
    };

    [Theory]
    [MemberData(nameof(Values), DisableDiscoveryEnumeration = true)]
    public async Task A_value_reads_back_exactly(string what, object value)
    {
        await WriteAsync(new RowWrite.Insert { Key = Key(what), Properties = new() { { "Value", value } } });

        AssertSame(new() { { "Value", value } }, (await ReadAsync(what))?.Properties);
    }

    [Fact]
    public async Task All_values_of_a_row_read_back_by_point_and_by_range_and_after_a_merge()
    {
        var properties = new RowProperties();
        foreach (var value in Values)
        {
            properties.Add($"V{properties.Count}", value[1]);
        }

        await WriteAsync(new RowWrite.Insert { Key = Key("a"), Properties = properties });
        AssertSame(properties, (await ReadAsync("a"))?.Properties);

        await WriteAsync(new RowWrite.Merge { Key = Key("a"), Properties = [] });
        AssertSame(properties, Assert.Single((await Table.QueryAsync(new RowRange("p"), 1, CancellationToken.None)).Rows).Properties);
    }

    [Fact]
    public async Task A_time_of_another_zone_reads_back_in_utc()
    {
        var time = new DateTimeOffset(2024, 3, 1, 1, 0, 0, TimeSpan.FromHours(2));

        await WriteAsync(new RowWrite.Insert { Key = Key("a"), Properties = new() { { "Time", time } } });

        var read = (await ReadAsync("a"))!.Properties.Time("Time")!.Value;
        Assert.Equal(new DateTime(2024, 2, 29, 23, 0, 0, DateTimeKind.Unspecified), read.DateTime);
        Assert.Equal(TimeSpan.Zero, read.Offset);
    }

    [Fact]
    public async Task Names_differ_by_case_and_may_hold_letters_of_any_script()
    {
        var properties = new RowProperties { { "value", 1 }, { "Value", 2 }, { "_x1", 3 }, { "Gr\u00f6\u00dfe", 4 }, { "\u5024", 5 } };

        await WriteAsync(new RowWrite.Insert { Key = Key("a"), Properties = properties });

        AssertSame(properties, (await ReadAsync("a"))?.Properties);
    }

    [Fact]
    public async Task What_the_caller_changes_after_a_write_or_a_read_changes_no_row()
    {
        byte[] bytes = [1, 2, 3];
        var properties = new RowProperties { { "Bytes", bytes } };
        await WriteAsync(new RowWrite.Insert { Key = Key("a"), Properties = properties });

        bytes[0] = 9;
        properties.Add("Later", 1);
        (await ReadAsync("a"))!.Properties.Add("AfterRead", 1);

        AssertSame(new() { { "Bytes", (byte[])[1, 2, 3] } }, (await ReadAsync("a"))?.Properties);
    }
}
