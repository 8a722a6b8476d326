namespace BotCoach.Storage.Tests;

public sealed class AzuriteMemoryTableTests(AzuriteMemoryTableTests.Memory server)
    : AzuriteContractTests(server), IClassFixture<AzuriteMemoryTableTests.Memory>
{
    public sealed class Memory() : AzuriteServer(inMemory: true);
}

public sealed class AzuriteDiskTableTests(AzuriteDiskTableTests.Disk server)
    : AzuriteContractTests(server), IClassFixture<AzuriteDiskTableTests.Disk>
{
    public sealed class Disk() : AzuriteServer(inMemory: false);
}

/// <summary>The contract of a table, kept by the client of Azure Table Storage against Azurite.</summary>
public abstract class AzuriteContractTests(AzuriteServer server) : TableContractTests
{
    protected override int Rounds => 25;

    // Azurite counts the JSON of a row, where bytes take a third more, and the service itself what it stores.
    protected override int RowBytesTaken => TableRules.MaxRowBytes / 4 * 3 - 8_192;

    // The contract knows no deadline: a busy machine gets the time that it takes.
    protected override ITableStore CreateStore() => new AzureTableStore(
        new AzureTableStoreOptions
        {
            ConnectionString = server.Azurite.ConnectionString,
            AttemptTime = TimeSpan.FromSeconds(30),
            Deadline = TimeSpan.FromMinutes(1),
        },
        TimeProvider.System);
}

/// <summary>An Azurite for the tests of a class.</summary>
public abstract class AzuriteServer(bool inMemory) : IAsyncLifetime
{
    public Azurite Azurite { get; private set; } = null!;

    public async Task InitializeAsync() => Azurite = await Azurite.StartAsync(inMemory);

    public async Task DisposeAsync() => await Azurite.DisposeAsync();
}
