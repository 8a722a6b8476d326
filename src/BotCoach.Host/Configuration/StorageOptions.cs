namespace BotCoach.Host;

/// <summary>Which store stands behind the tables.</summary>
public enum StorageProvider
{
    /// <summary>One file beside the service.</summary>
    Sqlite,

    /// <summary>Azure Table Storage, for a service on any number of machines.</summary>
    AzureTables,
}

/// <summary>Where the tables are kept.</summary>
public sealed class StorageOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Storage";

    /// <summary>The store.</summary>
    public StorageProvider Provider { get; set; } = StorageProvider.Sqlite;

    /// <summary>The file, when the store is one.</summary>
    public SqliteOptions Sqlite { get; set; } = new();

    /// <summary>The storage account, when the store is in Azure.</summary>
    public AzureTablesOptions AzureTables { get; set; } = new();

    /// <summary>The SQLite file.</summary>
    public sealed class SqliteOptions
    {
        /// <summary>Path of the file; a relative one starts at the content root. Its folder is made when it is missing.</summary>
        public string Path { get; set; } = "data/botcoach.db";
    }

    /// <summary>The storage account of Azure Table Storage: one of the two is given.</summary>
    public sealed class AzureTablesOptions
    {
        /// <summary>
        /// The account's connection string, with its key or a shared access signature; <c>UseDevelopmentStorage=true</c> for
        /// the emulator on this machine.
        /// </summary>
        public string? ConnectionString { get; set; }

        /// <summary>The account's table endpoint, entered with the identity that this machine has (DefaultAzureCredential).</summary>
        public Uri? ServiceUri { get; set; }
    }
}
