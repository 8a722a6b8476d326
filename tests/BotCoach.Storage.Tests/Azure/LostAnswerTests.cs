namespace BotCoach.Storage.Tests;

#pragma warning disable CA1001 // xunit disposes it, through IAsyncLifetime
/// <summary>Writes whose answer is lost after the service has carried them out.</summary>
public sealed class LostAnswerTests(LostAnswerTests.Server server) : IClassFixture<LostAnswerTests.Server>, IAsyncLifetime
{
#pragma warning restore CA1001
    private readonly string _name = $"Rows{Guid.NewGuid():N}";
    private readonly LosingProxy _proxy = new(server.Azurite.Port);
    private AzureTableStore _store = null!;
    private AzureTableStore _direct = null!;

    /// <summary>The table, through the proxy.</summary>
    private ITable Table => _store.Table(_name);

    public static TheoryData<string> Writes => ["Insert", "Upsert", "Replace", "Merge", "Delete", "Delete of any version", "Transaction"];

    public async Task InitializeAsync()
    {
        _store = new(new AzureTableStoreOptions { ConnectionString = Azurite.ConnectionStringOn(_proxy.Port) }, TimeProvider.System);
        _direct = new(new AzureTableStoreOptions { ConnectionString = server.Azurite.ConnectionString }, TimeProvider.System);
        await _direct.EnsureTablesAsync([_name], CancellationToken.None);
        await _store.EnsureTablesAsync([_name], CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await _store.DisposeAsync();
        await _direct.DisposeAsync();
        await _proxy.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task A_write_whose_answer_is_lost_is_done_once_and_said_to_be(string kind)
    {
        var old = Assert.Single(await WrittenAsync(Insert("old", 1)))!.Value;
        RowWrite[] writes = kind switch
        {
            "Insert" => [Insert("new", 2)],
            "Upsert" => [new RowWrite.Upsert { Key = Key("old"), Properties = Number(2) }],
            "Replace" => [new RowWrite.Replace { Key = Key("old"), Properties = Number(2), Version = old }],
            "Merge" => [new RowWrite.Merge { Key = Key("old"), Properties = Number(2), Version = old }],
            "Delete" => [new RowWrite.Delete { Key = Key("old"), Version = old }],
            "Delete of any version" => [new RowWrite.Delete { Key = Key("old") }],
            _ => [Insert("new", 2), new RowWrite.Delete { Key = Key("old"), Version = old }, Insert("newer", 3)],
        };

        _proxy.LoseAnswers(1);
        var versions = await WrittenAsync(writes);

        Assert.Equal(1, _proxy.Lost);
        foreach (var (write, version) in writes.Zip(versions))
        {
            var row = await Table.ReadAsync(write.Key, CancellationToken.None);
            Assert.Equal(row?.Version, version);
            Assert.Equal(write.NewProperties()?.Number("Number"), row?.Properties.Number("Number"));
        }
    }

    [Fact]
    public async Task Increments_over_a_line_that_loses_answers_are_each_counted_once()
    {
        const int Times = 30;
        var version = Assert.Single(await WrittenAsync(Insert("count", 0)));
        for (var i = 1; i <= Times; i++)
        {
            _proxy.LoseAnswers(i % 3);
            var row = (await Table.ReadAsync(Key("count"), CancellationToken.None))!;
            version = Assert.Single(await WrittenAsync(new RowWrite.Replace
            {
                Key = row.Key,
                Version = row.Version,
                Properties = Number(row.Properties.Number("Number")!.Value + 1),
            }));
        }

        var last = (await Table.ReadAsync(Key("count"), CancellationToken.None))!;
        Assert.Equal(Times, last.Properties.Number("Number"));
        Assert.Equal(version, last.Version);
        Assert.True(_proxy.Lost >= Times / 2);
    }

    [Fact]
    public async Task When_another_has_overwritten_the_row_meanwhile_nobody_is_told_a_tale()
    {
        var old = Assert.Single(await WrittenAsync(Insert("a", 1)));
        _proxy.WhenLost = () => DirectAsync(new RowWrite.Merge { Key = Key("a"), Properties = new() { { "Other", true } } });

        _proxy.LoseAnswers(1);
        await Assert.ThrowsAsync<TableUnavailableException>(
            () => WriteAsync(new RowWrite.Replace { Key = Key("a"), Properties = Number(2), Version = old }));

        var row = await Table.ReadAsync(Key("a"), CancellationToken.None);
        Assert.Equal((2, true), (row?.Properties.Number("Number"), row?.Properties.Flag("Other")));
    }

    [Fact]
    public async Task A_transaction_is_known_by_any_of_its_rows_and_an_overwritten_one_counts_as_changed()
    {
        _proxy.WhenLost = () => DirectAsync(new RowWrite.Upsert { Key = Key("a"), Properties = Number(9) });

        _proxy.LoseAnswers(1);
        var versions = await WrittenAsync(Insert("a", 1), Insert("b", 1));

        Assert.Equal((await Table.ReadAsync(Key("b"), CancellationToken.None))?.Version, versions[1]);
        Assert.Equal(
            new WriteResult.Changed(0),
            await WriteAsync(new RowWrite.Replace { Key = Key("a"), Properties = Number(2), Version = versions[0] }));
    }

    [Fact]
    public async Task A_conflict_whose_answer_is_lost_is_not_taken_for_a_success()
    {
        await WrittenAsync(Insert("a", 1));

        _proxy.LoseAnswers(1);
        await Assert.ThrowsAsync<TableUnavailableException>(() => WriteAsync(Insert("a", 2)));

        Assert.Equal(1, (await Table.ReadAsync(Key("a"), CancellationToken.None))?.Properties.Number("Number"));
        Assert.Equal(new WriteResult.AlreadyExists(0), await WriteAsync(Insert("a", 2)));
    }

    private static RowKey Key(string row) => new("p", row);

    private static RowProperties Number(int number) => new() { { "Number", number } };

    private static RowWrite.Insert Insert(string row, int number) => new() { Key = Key(row), Properties = Number(number) };

    private Task<WriteResult> WriteAsync(params RowWrite[] writes) => Table.WriteAsync(writes, CancellationToken.None);

    private async Task<IReadOnlyList<RowVersion?>> WrittenAsync(params RowWrite[] writes) =>
        Assert.IsType<WriteResult.Written>(await WriteAsync(writes)).Versions;

    private async Task DirectAsync(RowWrite write) =>
        Assert.IsType<WriteResult.Written>(await _direct.Table(_name).WriteAsync([write], CancellationToken.None));

    public sealed class Server() : AzuriteServer(inMemory: true);
}
