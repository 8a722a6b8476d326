using BotCoach.Storage;

namespace BotCoach.EndToEnd;

/// <summary>What stands behind the tables in a scenario.</summary>
public enum StoreKind
{
    /// <summary>A SQLite file.</summary>
    Sqlite,

    /// <summary>Azure Table Storage, as Azurite has it.</summary>
    AzureTables,
}

/// <summary>A store for one scenario.</summary>
public sealed class ScenarioStore : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Azurite? _azurite;

    private ScenarioStore(Azurite? azurite) => _azurite = azurite;

    /// <summary>The server behind it; null when there is none.</summary>
    public Azurite? Azurite => _azurite;

    /// <summary>What a host needs to use it.</summary>
    public IReadOnlyDictionary<string, string> Settings => _azurite is null
        ? new Dictionary<string, string> { ["Storage:Sqlite:Path"] = _folder.File("botcoach.db") }
        : new Dictionary<string, string>
        {
            ["Storage:Provider"] = "AzureTables",
            ["Storage:AzureTables:ConnectionString"] = _azurite.ConnectionString,
        };

    /// <summary>Starts what the store needs.</summary>
    /// <param name="kind">What stands behind it.</param>
    /// <param name="inMemory">Whether a server forgets everything when it stops.</param>
    public static async Task<ScenarioStore> StartAsync(StoreKind kind, bool inMemory = true) =>
        new(kind is StoreKind.AzureTables ? await Testing.Azurite.StartAsync(inMemory) : null);

    /// <summary>Opens it beside the host.</summary>
    public ITableStore Open() => _azurite is null
        ? new SqliteTableStore(new SqliteTableStoreOptions { Path = _folder.File("botcoach.db") })
        : new AzureTableStore(new AzureTableStoreOptions { ConnectionString = _azurite.ConnectionString }, TimeProvider.System);

    public async ValueTask DisposeAsync()
    {
        if (_azurite is not null)
        {
            await _azurite.DisposeAsync();
        }

        _folder.Dispose();
    }
}
