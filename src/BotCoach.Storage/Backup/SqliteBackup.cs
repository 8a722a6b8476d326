using Microsoft.Data.Sqlite;

namespace BotCoach.Storage;

/// <summary>Copies a SQLite store while it is written to, and puts a copy in its place.</summary>
public static class SqliteBackup
{
    private const string Unfinished = ".part";

    // SQLite's own codes (sqlite.org/rescode.html).
    private const int Busy = 5;
    private const int Locked = 6;

    // What stands beside a database that was not closed properly.
    private static readonly string[] _companions = ["-wal", "-shm", "-journal"];

    static SqliteBackup() => SQLitePCL.Batteries_V2.Init();

    /// <summary>
    /// Copies a store as it is at one moment. Programs that use it go on meanwhile, and wait for nothing. The copy is one file
    /// without companions, checked and on disk when this returns; only its owner may read it.
    /// </summary>
    /// <param name="from">The store's file.</param>
    /// <param name="to">A file that is not there yet, in a folder that is.</param>
    /// <exception cref="IOException">The copy cannot be written, or is there already.</exception>
    /// <exception cref="UnauthorizedAccessException">The copy must not be written.</exception>
    /// <exception cref="TableUnavailableException">The store cannot be read, or the copy is not whole.</exception>
    public static void Take(string from, string to)
    {
        if (File.Exists(to))
        {
            throw new IOException($"{to} is there already.");
        }

        var part = to + Unfinished;
        try
        {
            CreatePrivate(part);
            using (var source = Open(from))
            using (var target = Open(part))
            {
                source.BackupDatabase(target);
            }

            if (Fault(part) is { } fault)
            {
                throw new TableUnavailableException($"The copy is not whole. {fault}");
            }

            using (var file = new FileStream(part, FileMode.Open, FileAccess.ReadWrite))
            {
                file.Flush(flushToDisk: true);
            }

            File.Move(part, to);
        }
        catch (SqliteException unreadable)
        {
            throw new TableUnavailableException($"The store at {from} cannot be read. {unreadable.Message}", unreadable);
        }
        finally
        {
            File.Delete(part);
        }
    }

    /// <summary>Puts a copy in a store's place, and keeps what was there.</summary>
    /// <param name="from">The copy; it stays as it is.</param>
    /// <param name="to">The store's file.</param>
    /// <param name="keepAs">Where what was there goes.</param>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    /// <exception cref="UnauthorizedAccessException">A file must not be read or written.</exception>
    public static RestoreResult Restore(string from, string to, string keepAs)
    {
        // Nobody's file is touched before all of the new one is there and checked.
        var part = to + Unfinished;
        try
        {
            CreatePrivate(part);
            using (var source = File.OpenRead(from))
            using (var target = new FileStream(part, FileMode.Open))
            {
                source.CopyTo(target);
                target.Flush(flushToDisk: true);
            }

            if (Fault(part) is { } fault)
            {
                return new RestoreResult.NotUsable(fault);
            }

            if (!File.Exists(to))
            {
                File.Move(part, to);
                return new RestoreResult.Restored(Kept: null);
            }

            if (IsInUse(to))
            {
                return new RestoreResult.InUse();
            }

            Move(to, keepAs);
            File.Move(part, to);
            return new RestoreResult.Restored(keepAs);
        }
        finally
        {
            File.Delete(part);
        }
    }

    /// <summary>What is wrong with a copy; null when it is a whole store. It has no companions afterwards.</summary>
    private static string? Fault(string file)
    {
        try
        {
            using var copy = Open(file);
            var whole = Ask(copy, "PRAGMA integrity_check");
            return (whole, Ask(copy, "PRAGMA user_version"), Ask(copy, $"SELECT count(*) FROM sqlite_master WHERE name = '{SqliteSession.Meta}'")) switch
            {
                (not "ok", _, _) => $"It is damaged: {whole}.",
                (_, var format, "1") when format == $"{SqliteSession.FileFormat}" => Ask(copy, "PRAGMA journal_mode = DELETE") is "delete" ? null : "It cannot be closed.",
                (_, var format, "1") => $"It has format {format}; this version knows {SqliteSession.FileFormat}.",
                _ => "It is a database, and no store of BotCoach.",
            };
        }
        catch (SqliteException unreadable)
        {
            return $"It cannot be read: {unreadable.Message}";
        }
    }

    // Leaving the write-ahead log takes the database for oneself; SQLite refuses it while anybody else has it open. It also
    // brings everything into the one file.
    private static bool IsInUse(string file)
    {
        try
        {
            using var store = Open(file);
            Ask(store, "PRAGMA journal_mode = DELETE");
            return false;
        }
        catch (SqliteException refused)
        {
            // A damaged file is nobody's; that it is put away is what a restore is for.
            return refused.SqliteErrorCode is Busy or Locked;
        }
    }

    private static void Move(string file, string to)
    {
        File.Move(file, to);
        foreach (var companion in _companions.Where(companion => File.Exists(file + companion)))
        {
            File.Move(file + companion, to + companion);
        }
    }

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = SqliteOpenMode.ReadWrite,
            Pooling = false,
            DefaultTimeout = 1, // In seconds; less would mean for ever.
        }.ToString());
        connection.Open();
        return connection;
    }

    private static string Ask(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture) ?? "";
    }

    private static void CreatePrivate(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        new FileStream(file, options).Dispose();
    }
}
