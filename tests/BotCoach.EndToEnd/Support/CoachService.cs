using BotCoach.Chat;
using BotCoach.Coaching;
using BotCoach.Host;
using BotCoach.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BotCoach.EndToEnd;

/// <summary>The whole service inside the test, so that its clock can be moved, on a store of its own.</summary>
public sealed class CoachService : IAsyncDisposable
{
    private WebApplication? _app;

    private CoachService(ScenarioStore store) => Store = store;

    /// <summary>The coach's clock. What platforms sign is proved by the real one.</summary>
    public MovableClock Clock { get; } = new();

    /// <summary>Where the service answers, also before it runs.</summary>
    public Uri Address { get; } = HostProcess.AddressOn(FreePort.Next());

    public ScenarioStore Store { get; }

    /// <summary>Starts what the service needs, so that a platform can be told where it will answer.</summary>
    public static async Task<CoachService> PrepareAsync(StoreKind store) => new(await ScenarioStore.StartAsync(store));

    /// <summary>Starts the service.</summary>
    /// <param name="settings">Its configuration, with that of the store.</param>
    public async Task StartAsync(IReadOnlyDictionary<string, string> settings)
    {
        _app = await BotCoachApp.BuildAsync(
            [.. settings.Select(setting => $"--{setting.Key}={setting.Value}"), $"--urls={Address}"],
            services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock)));
        await _app.StartAsync();
    }

    /// <summary>The channel of that name, as the service speaks through it.</summary>
    public IChatChannel Channel(string name) => _app!.Services.GetRequiredService<ChatChannels>().Find(name)!;

    /// <summary>A link as the coach would send it to a person.</summary>
    public Uri Link(OneTimePage page, PersonAddress person) => _app!.Services.GetRequiredService<IOneTimeLinks>().Make(page, person)!;

    /// <summary>What the service is put together from.</summary>
    public IServiceProvider Services => _app!.Services;

    /// <summary>Opens the service's store beside it.</summary>
    public ITableStore OpenStore() => Store.Open();

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            // Disposing alone leaves the scheduler running.
            await _app.StopAsync();
            await _app.DisposeAsync();
        }

        await Store.DisposeAsync();
    }
}
