using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace BotCoach.Storage;

/// <summary>Sessions that are opened when they are needed, and used by one caller at a time each.</summary>
/// <param name="open">Opens one.</param>
/// <param name="size">How many there are at most.</param>
/// <param name="keepAfterError">
/// Whether a session stays after an error. A connection to a file is opened anew, so that no state of a broken one stays;
/// a database in memory is gone with its connection.
/// </param>
internal sealed class SqliteSessionPool(Func<SqliteSession> open, int size, bool keepAfterError) : IAsyncDisposable
{
    private readonly SemaphoreSlim _free = new(size);
    private readonly ConcurrentStack<SqliteSession> _idle = new();
    private volatile bool _disposed;

    /// <summary>Waits for a session and uses it.</summary>
    /// <exception cref="TableUnavailableException">SQLite could not do what it was asked for.</exception>
    public async Task<T> UseAsync<T>(Func<SqliteSession, T> use, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_disposed, typeof(SqliteTableStore));
        await _free.WaitAsync(cancellationToken);
        try
        {
            ObjectDisposedException.ThrowIf(_disposed, typeof(SqliteTableStore));
            return Use(use);
        }
        finally
        {
            _free.Release();
        }
    }

    /// <summary>Waits for the uses that are under way, and closes the sessions.</summary>
    public async ValueTask DisposeAsync()
    {
        _disposed = true;
        for (var i = 0; i < size; i++)
        {
            await _free.WaitAsync();
        }

        while (_idle.TryPop(out var session))
        {
            session.Dispose();
        }

        // Those who still wait find it disposed.
        _free.Release(size);
    }

    private T Use<T>(Func<SqliteSession, T> use)
    {
        SqliteSession? session = null;
        try
        {
            session = _idle.TryPop(out var idle) ? idle : open();
            var result = use(session);
            _idle.Push(session);
            return result;
        }
        catch (Exception e)
        {
            if (session is not null && (keepAfterError || e is OperationCanceledException))
            {
                _idle.Push(session);
            }
            else
            {
                session?.Dispose();
            }

            if (e is SqliteException or IOException or UnauthorizedAccessException)
            {
                throw new TableUnavailableException("The database cannot do what it was asked for.", e);
            }

            throw;
        }
    }
}
