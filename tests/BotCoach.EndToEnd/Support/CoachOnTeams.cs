using BotCoach.Host;
using BotCoach.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BotCoach.EndToEnd;

/// <summary>The whole service inside the test, so that its clock can be moved, with a Teams tenant beside it.</summary>
public sealed class CoachOnTeams : IAsyncDisposable
{
    private ScenarioStore _store = null!;
    private WebApplication _app = null!;

    private CoachOnTeams()
    {
    }

    /// <summary>The coach's clock.</summary>
    public MovableClock Clock { get; } = new();

    public Playground Teams { get; private set; } = null!;

    public TeamsMember Anna => Teams.Anna;

    /// <summary>Starts both. Playground has no tokens, so the service believes it, as it does in Development alone.</summary>
    public static async Task<CoachOnTeams> StartAsync(StoreKind store = StoreKind.Sqlite)
    {
        var coach = new CoachOnTeams();
        var address = HostProcess.AddressOn(FreePort.Next());
        try
        {
            coach._store = await ScenarioStore.StartAsync(store);
            coach.Teams = await Playground.StartAsync(address);
            var settings = new Dictionary<string, string>(coach._store.Settings, StringComparer.Ordinal)
            {
                ["environment"] = "Development",
                ["Teams:AllowUnauthenticated"] = "true",
                ["Scheduling:Shards"] = "4",
                ["Scheduling:PollSeconds"] = "1",
                ["urls"] = address.ToString(),
            };
            coach._app = await BotCoachApp.BuildAsync(
                [.. settings.Select(setting => $"--{setting.Key}={setting.Value}")],
                services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(coach.Clock)));
            await coach._app.StartAsync();
            return coach;
        }
        catch
        {
            await coach.DisposeAsync();
            throw;
        }
    }

    /// <summary>Opens the service's store beside it.</summary>
    public ITableStore OpenStore() => _store.Open();

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }

        if (Teams is not null)
        {
            await Teams.DisposeAsync();
        }

        if (_store is not null)
        {
            await _store.DisposeAsync();
        }
    }
}
