using BotCoach.Chat;
using BotCoach.Coaching;
using BotCoach.Scheduling;

namespace BotCoach.Host;

/// <summary>The coach on the service's store, without chats, schedule and endpoints: what an operator's command works with.</summary>
internal static class CoachAlone
{
    /// <summary>Puts it together.</summary>
    /// <param name="settings">What differs from the service's configuration, as on its command line.</param>
    /// <exception cref="ConfigurationException">There is no store, or it cannot be opened; the message says which.</exception>
    public static async Task<ServiceProvider> OpenAsync(string[] settings)
    {
        var builder = WebApplication.CreateBuilder(settings);
        var storage = Configured.Read<StorageOptions>(builder.Configuration, StorageOptions.Section);
        var scheduling = Configured.Read<SchedulingOptions>(builder.Configuration, SchedulingOptions.Section);
        var path = BotCoachApp.PathOf(storage.Sqlite, builder.Environment);
        if (storage.Provider is StorageProvider.Sqlite && !File.Exists(path))
        {
            throw new ConfigurationException($"There is no store at {path}; {StorageOptions.Section}:Sqlite:Path says where to look.");
        }

        var (store, shards) = await BotCoachApp.OpenStoreAsync(builder, storage, scheduling);
        return new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            // Made by the container, so that it closes it.
            .AddSingleton(_ => store)
            .AddSingleton(shards)
            .AddSingleton<ChatChannels>()
            .AddCoaching()
            .BuildServiceProvider();
    }
}
