using System.Globalization;
using BotCoach.Storage;

namespace BotCoach.Host;

/// <summary>Backs up the SQLite file while the service runs, and restores it while the service is stopped.</summary>
/// <param name="builder">The service's configuration.</param>
/// <param name="clock">Names what a restore puts away.</param>
internal sealed class StoreBackupCommand(WebApplicationBuilder builder, TimeProvider clock)
{
    /// <summary>Copies the store.</summary>
    /// <param name="to">A file that is not there yet.</param>
    /// <exception cref="ConfigurationException">The store is no file, or not there.</exception>
    public (int Code, string Words) Backup(string to)
    {
        var store = StorePath();
        if (!File.Exists(store))
        {
            throw new ConfigurationException($"There is no store at {store}; Storage:Sqlite:Path says where to look.");
        }

        SqliteBackup.Take(store, to);
        return (0, string.Create(CultureInfo.InvariantCulture,
            $"{to} holds {store}: {new FileInfo(to).Length:N0} bytes, checked. Keep the keys in {KeyRing.FolderOf(builder).FullName} elsewhere as well; without them its secrets stay closed."));
    }

    /// <summary>Puts a copy in the store's place.</summary>
    /// <exception cref="ConfigurationException">The store is no file, or the copy is not there.</exception>
    public (int Code, string Words) Restore(string from)
    {
        if (!File.Exists(from))
        {
            throw new ConfigurationException($"There is no file {from}.");
        }

        var store = StorePath();
        Directory.CreateDirectory(Path.GetDirectoryName(store)!);
        var keepAs = string.Create(CultureInfo.InvariantCulture, $"{store}.before-restore-{clock.GetUtcNow():yyyyMMddTHHmmssZ}");
        return SqliteBackup.Restore(from, store, keepAs) switch
        {
            RestoreResult.Restored { Kept: { } kept } => (0, $"{store} is what {from} holds. What was there is now {kept}; delete it when you are sure."),
            RestoreResult.Restored => (0, $"{store} is what {from} holds."),
            RestoreResult.InUse => (1, $"Nothing was done: a program has {store} open. Stop the service first."),
            RestoreResult.NotUsable refused => (1, $"Nothing was done: {from} cannot be restored. {refused.Why}"),
            var other => throw new InvalidOperationException($"Not a known outcome: {other.GetType().Name}."),
        };
    }

    private string StorePath()
    {
        var storage = Configured.Read<StorageOptions>(builder.Configuration, StorageOptions.Section);
        return storage.Provider is StorageProvider.Sqlite
            ? Path.GetFullPath(BotCoachApp.PathOf(storage.Sqlite, builder.Environment))
            : throw new ConfigurationException("The store is in Azure Table Storage (Storage:Provider), which keeps copies of its own; this is for a SQLite file.");
    }
}
