namespace BotCoach.Host;

/// <summary>Which store stands behind the tables.</summary>
public enum StorageProvider
{
    /// <summary>One file beside the service.</summary>
    Sqlite,
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

    /// <summary>The SQLite file.</summary>
    public sealed class SqliteOptions
    {
        /// <summary>Path of the file; a relative one starts at the content root. Its folder is made when it is missing.</summary>
        public string Path { get; set; } = "data/botcoach.db";
    }
}
