using BotCoach.Chat;
using BotCoach.Storage;

namespace BotCoach.EndToEnd;

/// <summary>The service with a Slack workspace beside it.</summary>
public sealed class CoachOnSlack : IAsyncDisposable
{
    private readonly CoachService _service;

    private CoachOnSlack(CoachService service) => _service = service;

    /// <summary>The coach's clock.</summary>
    public MovableClock Clock => _service.Clock;

    public LocalSlack Slack { get; private set; } = null!;

    public SlackMember Anna => Slack.Anna;

    /// <summary>Slack, as the service speaks to it.</summary>
    public IChatChannel Channel => _service.Channel("slack");

    /// <summary>The server behind the service's store; null when it is a file.</summary>
    public Azurite? Azurite => _service.Store.Azurite;

    /// <summary>Opens the service's store beside it.</summary>
    public ITableStore OpenStore() => _service.OpenStore();

    /// <summary>Where the service answers.</summary>
    public Uri Address => _service.Address;

    /// <summary>Starts both.</summary>
    /// <param name="changes">Settings of the service that differ from <see cref="SettingsFor"/>.</param>
    /// <param name="store">What stands behind the tables.</param>
    /// <param name="road">How Slack's requests reach the service.</param>
    public static async Task<CoachOnSlack> StartAsync(
        IReadOnlyDictionary<string, string>? changes = null, StoreKind store = StoreKind.Sqlite, SlackRoad road = SlackRoad.Posted)
    {
        var coach = new CoachOnSlack(await CoachService.PrepareAsync(store));
        try
        {
            coach.Slack = await LocalSlack.StartAsync(road is SlackRoad.Posted ? new Uri(coach.Address, "slack/events") : null);
            var settings = SettingsFor(coach.Slack, coach._service.Store, road);
            foreach (var (key, value) in changes ?? new Dictionary<string, string>())
            {
                settings[key] = value;
            }

            await coach._service.StartAsync(settings);
            if (road is SlackRoad.SocketMode)
            {
                await SocketConnections.WaitForAsync(coach.Address);
            }

            return coach;
        }
        catch
        {
            await coach.DisposeAsync();
            throw;
        }
    }

    /// <summary>What a host needs to run against a workspace.</summary>
    public static Dictionary<string, string> SettingsFor(LocalSlack slack, ScenarioStore store, SlackRoad road = SlackRoad.Posted) => new(store.Settings, StringComparer.Ordinal)
    {
        ["Slack:ApiBaseUrl"] = slack.ApiBaseUrl.ToString(),
        ["Slack:BotToken"] = LocalWorkspace.BotToken,
        [road is SlackRoad.Posted ? "Slack:SigningSecret" : "Slack:AppToken"] = road is SlackRoad.Posted ? LocalWorkspace.SigningSecret : LocalWorkspace.AppToken,
        ["Scheduling:Shards"] = "4",
        ["Scheduling:PollSeconds"] = "1",
        ["Scheduling:ClaimSeconds"] = "5",
    };

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        if (Slack is not null)
        {
            await Slack.DisposeAsync();
        }
    }
}
