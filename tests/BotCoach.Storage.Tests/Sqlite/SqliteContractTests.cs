namespace BotCoach.Storage.Tests;

public sealed class SqliteFileTableTests : TableContractTests, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    protected override ITableStore CreateStore() =>
        new SqliteTableStore(new SqliteTableStoreOptions { Path = _folder.File("data/botcoach.db") });
}

public sealed class SqliteMemoryTableTests : TableContractTests
{
    protected override ITableStore CreateStore() =>
        new SqliteTableStore(new SqliteTableStoreOptions { Path = SqliteTableStoreOptions.InMemory });
}
