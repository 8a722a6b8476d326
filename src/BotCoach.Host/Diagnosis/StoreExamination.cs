using BotCoach.Chat;
using BotCoach.Coaching;
using BotCoach.Scheduling;
using BotCoach.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace BotCoach.Host;

/// <summary>Whether rows can be written, read and deleted, and whether the key ring is the store's.</summary>
internal static class StoreExamination
{
    private const string Subject = "Store";
    private const string Keys = "Key ring";

    /// <summary>Opens the store and looks. A file that is missing stays so: whoever runs this may be another user than the service.</summary>
    public static async Task<IReadOnlyList<Finding>> LookAsync(WebApplicationBuilder builder, CancellationToken cancellationToken)
    {
        try
        {
            var storage = Configured.Read<StorageOptions>(builder.Configuration, StorageOptions.Section);
            var scheduling = Configured.Read<SchedulingOptions>(builder.Configuration, SchedulingOptions.Section);
            var path = BotCoachApp.PathOf(storage.Sqlite, builder.Environment);
            if (storage.Provider is StorageProvider.Sqlite && !File.Exists(path))
            {
                return [Finding.Note(Subject, $"There is none at {path} yet; the service makes it at its first start. Storage:Sqlite:Path says where.")];
            }

            var (store, shards) = await BotCoachApp.OpenStoreAsync(builder, storage, scheduling);
            await using var opened = (IAsyncDisposable)store;
            return [await TryRowAsync(store, shards, cancellationToken), .. await LookAtKeysAsync(builder, store, cancellationToken)];
        }
        catch (ConfigurationException unusable)
        {
            return [Finding.Wrong(Subject, unusable.Message)];
        }
        catch (TableUnavailableException failed)
        {
            return [Finding.Wrong(Subject, failed.GetBaseException().Message)];
        }
    }

    private static async Task<Finding> TryRowAsync(ITableStore store, ShardMap shards, CancellationToken cancellationToken)
    {
        var table = store.Table(KeyWitness.Table);
        var key = new RowKey("doctor", Guid.NewGuid().ToString("N"));
        await table.WriteAsync([new RowWrite.Insert { Key = key, Properties = new RowProperties { { "Of", "doctor" } } }], cancellationToken);
        var isThere = await table.ReadAsync(key, cancellationToken) is not null;
        var deleted = await table.WriteAsync([new RowWrite.Delete { Key = key }], cancellationToken);
        return isThere && deleted is WriteResult.Written && await table.ReadAsync(key, cancellationToken) is null
            ? Finding.Right(Subject, $"A row was written, read and deleted; {shards.Count} shards.")
            : Finding.Wrong(Subject, "It does not show what was just written to it. Do two programs write to copies of one file?");
    }

    private static async Task<IReadOnlyList<Finding>> LookAtKeysAsync(WebApplicationBuilder builder, ITableStore store, CancellationToken cancellationToken)
    {
        DirectoryInfo folder;
        try
        {
            folder = KeyRing.FolderOf(builder);
        }
        catch (ConfigurationException)
        {
            return []; // Told with the settings.
        }

        try
        {
            if (!folder.Exists || folder.GetFiles("key-*.xml").Length == 0)
            {
                return [await KeyWitness.IsThereAsync(store, cancellationToken)
                    ? Finding.Wrong(Keys, $"There is no key in {folder.FullName}, and the store holds secrets that one encrypted. Put the folder back from the backup, or set Keys:Path to where it is.")
                    : Finding.Note(Keys, $"There is none in {folder.FullName} yet; the service makes it at its first start.")];
            }

            var services = new ServiceCollection().AddLogging().AddKeyRing(builder);
            await using var provider = services.BuildServiceProvider();
            var witness = new KeyWitness(store, provider.GetRequiredService<IDataProtectionProvider>());
            if (!await witness.AgreesAsync(cancellationToken))
            {
                return [Finding.Wrong(Keys, $"The keys in {folder.FullName} are not those that this store's secrets were encrypted with. Put the right folder back, or set Keys:Path to where it is.")];
            }

            return [IsOpenToOthers(folder)
                ? Finding.Note(Keys, $"{folder.FullName} opens the store's secrets, and other users of this machine can read it: chmod -R go= {folder.FullName}.")
                : Finding.Right(Keys, $"{folder.FullName} opens the store's secrets.")];
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return [Finding.Wrong(Keys, $"{unreadable.Message} The service's user must own the folder (Keys:Path).")];
        }
    }

    private static bool IsOpenToOthers(DirectoryInfo folder) =>
        !OperatingSystem.IsWindows() && (folder.UnixFileMode & (UnixFileMode.GroupRead | UnixFileMode.OtherRead)) != UnixFileMode.None;
}
