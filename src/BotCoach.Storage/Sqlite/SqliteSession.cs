using System.Globalization;
using Microsoft.Data.Sqlite;

namespace BotCoach.Storage;

/// <summary>One connection to the database, with the commands that were prepared on it. One caller at a time.</summary>
internal sealed class SqliteSession : IDisposable
{
    // A name that no table of the store can have: theirs hold no underscore.
    internal const string Meta = "botcoach_meta";
    internal const int FileFormat = 1;

    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SqliteRows> _tables = new(StringComparer.OrdinalIgnoreCase);
    private long? _lastVersion;

    static SqliteSession() => SQLitePCL.Batteries_V2.Init();

    private SqliteSession(SqliteTableStoreOptions options, SqliteOpenMode mode) =>
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = options.Path,
            Mode = mode,
            Pooling = false,

            // After SQLite itself has waited for the busy time, the client tries again until this many seconds are over.
            DefaultTimeout = Math.Max(1, (int)options.BusyTime.TotalSeconds),
        }.ToString());

    /// <summary>Opens the one connection of a process that writes, and makes the file when it is missing.</summary>
    public static SqliteSession OpenWriter(SqliteTableStoreOptions options)
    {
        if (options.Path != SqliteTableStoreOptions.InMemory)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(options.Path))!);
        }

        return Open(new SqliteSession(options, SqliteOpenMode.ReadWriteCreate), options, session => session.Prepare(options));
    }

    /// <summary>Opens a connection that only reads, beside the one that writes.</summary>
    public static SqliteSession OpenReader(SqliteTableStoreOptions options) =>
        Open(new SqliteSession(options, SqliteOpenMode.ReadWrite), options, session => session.Execute("PRAGMA query_only = ON"));

    /// <summary>The rows of a table that <see cref="CreateTable"/> made.</summary>
    public SqliteRows Rows(string table)
    {
        if (!_tables.TryGetValue(table, out var rows))
        {
            _tables.Add(table, rows = new SqliteRows(_connection, table));
        }

        return rows;
    }

    /// <summary>Makes a table that is missing.</summary>
    public void CreateTable(string table) => ExecuteOnce(
        $"""
        CREATE TABLE IF NOT EXISTS "{table}" (
            partition BLOB NOT NULL, row BLOB NOT NULL, version INTEGER NOT NULL, properties BLOB NOT NULL,
            PRIMARY KEY (partition, row)) WITHOUT ROWID
        """);

    /// <summary>
    /// Begins a transaction that writes. From here to its end no other connection writes, in this process or another.
    /// </summary>
    public void Begin() => Execute("BEGIN IMMEDIATE");

    public void Commit()
    {
        if (_lastVersion is { } version)
        {
            Execute($"UPDATE {Meta} SET value = $value WHERE name = 'version'", version);
            _lastVersion = null;
        }

        Execute("COMMIT");
    }

    /// <summary>Undoes the transaction, if one is under way: after some errors SQLite has undone it by itself.</summary>
    public void RollBack()
    {
        _lastVersion = null;
        if (SQLitePCL.raw.sqlite3_get_autocommit(_connection.Handle) == 0)
        {
            Execute("ROLLBACK");
        }
    }

    /// <summary>Marks where <see cref="RollBackToSavepoint"/> goes back to.</summary>
    public void Savepoint() => Execute("SAVEPOINT write");

    public void RollBackToSavepoint() => Execute("ROLLBACK TO write");

    public void ReleaseSavepoint() => Execute("RELEASE write");

    /// <summary>
    /// A number that no row of this database ever had as its version, because the last one is kept beside the rows, and
    /// committed with them. Only within a transaction.
    /// </summary>
    public long NextVersion()
    {
        _lastVersion = (_lastVersion ?? Scalar($"SELECT value FROM {Meta} WHERE name = 'version'")) + 1;
        return _lastVersion.Value;
    }

    /// <summary>Writes something small, and returns what <see cref="LastCheck"/> reads when that is on disk.</summary>
    public long WriteCheck()
    {
        Execute($"UPDATE {Meta} SET value = value + 1 WHERE name = 'check'");
        return LastCheck();
    }

    public long LastCheck() => Scalar($"SELECT value FROM {Meta} WHERE name = 'check'");

    /// <summary>The value of a setting of the connection.</summary>
    public string Setting(string name)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = $"PRAGMA {name}";
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture) ?? "";
    }

    public void Dispose()
    {
        foreach (var rows in _tables.Values)
        {
            rows.Dispose();
        }

        foreach (var command in _commands.Values)
        {
            command.Dispose();
        }

        _connection.Dispose();
    }

    private static SqliteSession Open(SqliteSession session, SqliteTableStoreOptions options, Action<SqliteSession> prepare)
    {
        try
        {
            session._connection.Open();
            session.ExecuteOnce($"PRAGMA busy_timeout = {(int)options.BusyTime.TotalMilliseconds}");
            prepare(session);
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    private void Prepare(SqliteTableStoreOptions options)
    {
        if (options.Path != SqliteTableStoreOptions.InMemory && Setting("journal_mode = WAL") != "wal")
        {
            throw new TableUnavailableException("The file system of the database cannot keep a write-ahead log.");
        }

        // FULL syncs the write-ahead log at every commit: what is acknowledged outlives a loss of power.
        ExecuteOnce("PRAGMA synchronous = FULL");
        if (options.MaxPages is { } pages)
        {
            ExecuteOnce($"PRAGMA max_page_count = {pages}");
        }

        Begin();
        var format = Scalar("PRAGMA user_version");
        if (format is not (0 or FileFormat))
        {
            throw new TableUnavailableException($"The database has format {format}; this version knows {FileFormat}.");
        }

        ExecuteOnce($"CREATE TABLE IF NOT EXISTS {Meta} (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID");
        ExecuteOnce($"INSERT OR IGNORE INTO {Meta} VALUES ('version', 0), ('check', 0)");
        ExecuteOnce($"PRAGMA user_version = {FileFormat}");
        Commit();
    }

    private void ExecuteOnce(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private void Execute(string sql, long? value = null)
    {
        var command = Command(sql);
        if (value is not null)
        {
            command.Parameters.Clear();
            command.Parameters.AddWithValue("$value", value);
        }

        command.ExecuteNonQuery();
    }

    private long Scalar(string sql) => (long)Command(sql).ExecuteScalar()!;

    private SqliteCommand Command(string sql)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = _connection.CreateCommand();
            command.CommandText = sql;
            command.Prepare();
            _commands.Add(sql, command);
        }

        return command;
    }
}
