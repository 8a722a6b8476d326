using System.Collections.Concurrent;

namespace BotCoach.Storage;

/// <summary>
/// Tables in one SQLite file, for a bot on one machine. The file is opened when it is first needed. Several stores, and
/// several processes, may share it. What a write acknowledges is on disk: it outlives a crash and a loss of power.
/// </summary>
/// <remarks>
/// Reads of a file run beside the writer, on connections of their own (a write-ahead log makes that possible), and see
/// every write that was acknowledged before them. Disposing writes what was accepted before it closes the file.
/// </remarks>
public sealed class SqliteTableStore : ITableStore, IAsyncDisposable
{
    // Reads are quick and do not wait for the network: a few connections keep a few processors busy.
    private const int MaxReaders = 8;

    private readonly ConcurrentDictionary<string, bool> _tables = new(StringComparer.OrdinalIgnoreCase);
    private readonly SqliteSessionPool _writers;

    /// <summary>Makes a store; nothing is opened yet.</summary>
    public SqliteTableStore(SqliteTableStoreOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentException.ThrowIfNullOrEmpty(options.Path, nameof(options));
        var inMemory = options.Path == SqliteTableStoreOptions.InMemory;
        _writers = new SqliteSessionPool(() => SqliteSession.OpenWriter(options), 1, keepAfterError: inMemory);

        // A private database in memory has one connection, which reads and writes take in turns.
        Readers = inMemory
            ? _writers
            : new SqliteSessionPool(() => SqliteSession.OpenReader(options), MaxReaders, keepAfterError: false);
        Writer = new GroupCommit(_writers);
    }

    internal SqliteSessionPool Readers { get; }

    internal GroupCommit Writer { get; }

    /// <inheritdoc/>
    public ITable Table(string name) => new MeasuredTable(SqliteTable(name), "sqlite");

    /// <inheritdoc/>
    public async Task EnsureTablesAsync(IEnumerable<string> names, CancellationToken cancellationToken)
    {
        var tables = names.ToList();
        tables.ForEach(RuleCheck.TableName);
        await Writer.WriteAsync(
            session =>
            {
                tables.ForEach(session.CreateTable);
                return (true, true);
            },
            bytes: 0,
            cancellationToken);
        tables.ForEach(name => _tables[name] = true);
    }

    /// <inheritdoc/>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        var written = await Writer.WriteAsync(session => (session.WriteCheck(), true), bytes: 0, cancellationToken);
        var read = await Readers.UseAsync(session => session.LastCheck(), cancellationToken);
        if (read < written)
        {
            throw new TableUnavailableException("The database does not show what was just written to it.");
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Writer.DisposeAsync();
        await Readers.DisposeAsync();
        await _writers.DisposeAsync();
    }

    internal SqliteTable SqliteTable(string name)
    {
        RuleCheck.TableName(name);
        return new SqliteTable(name, this);
    }

    /// <exception cref="InvalidOperationException">The table was never made.</exception>
    internal void RequireTable(string name)
    {
        if (!_tables.ContainsKey(name))
        {
            throw new InvalidOperationException($"The table '{name}' is not among those that {nameof(EnsureTablesAsync)} made.");
        }
    }
}
