using BotCoach.Host;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BotCoach.EndToEnd;

/// <summary>The whole service inside the test, so that its clock can be moved, with a Slack workspace beside it.</summary>
public sealed class CoachOnSlack : IAsyncDisposable
{
    private ScenarioStore _store = null!;
    private WebApplication _app = null!;

    private CoachOnSlack()
    {
    }

    /// <summary>The coach's clock. Slack's requests are proved by the real one.</summary>
    public MovableClock Clock { get; } = new();

    public LocalSlack Slack { get; private set; } = null!;

    public SlackMember Anna => Slack.Anna;

    /// <summary>The server behind the service's store; null when it is a file.</summary>
    public Azurite? Azurite => _store.Azurite;

    /// <summary>Where the service answers.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Starts both.</summary>
    /// <param name="changes">Settings of the service that differ from <see cref="SettingsFor"/>.</param>
    /// <param name="store">What stands behind the tables.</param>
    public static async Task<CoachOnSlack> StartAsync(
        IReadOnlyDictionary<string, string>? changes = null, StoreKind store = StoreKind.Sqlite)
    {
        var coach = new CoachOnSlack { Address = HostProcess.AddressOn(FreePort.Next()) };
        try
        {
            coach.Slack = await LocalSlack.StartAsync(new Uri(coach.Address, "slack/events"));
            coach._store = await ScenarioStore.StartAsync(store);
            var settings = SettingsFor(coach.Slack, coach._store);
            foreach (var (key, value) in changes ?? new Dictionary<string, string>())
            {
                settings[key] = value;
            }

            coach._app = await BotCoachApp.BuildAsync(
                [.. settings.Select(setting => $"--{setting.Key}={setting.Value}"), $"--urls={coach.Address}"],
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

    /// <summary>What a host needs to run against a workspace.</summary>
    public static Dictionary<string, string> SettingsFor(LocalSlack slack, ScenarioStore store) => new(store.Settings, StringComparer.Ordinal)
    {
        ["Slack:ApiBaseUrl"] = slack.ApiBaseUrl.ToString(),
        ["Slack:BotToken"] = LocalWorkspace.BotToken,
        ["Slack:SigningSecret"] = LocalWorkspace.SigningSecret,
        ["Scheduling:Shards"] = "4",
        ["Scheduling:PollSeconds"] = "1",
        ["Scheduling:ClaimSeconds"] = "5",
    };

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            // Disposing alone leaves the scheduler running.
            await _app.StopAsync();
            await _app.DisposeAsync();
        }

        if (Slack is not null)
        {
            await Slack.DisposeAsync();
        }

        if (_store is not null)
        {
            await _store.DisposeAsync();
        }
    }
}
