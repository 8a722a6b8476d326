using BotCoach.Chat;
using BotCoach.Storage;

namespace BotCoach.EndToEnd;

/// <summary>The service with a Teams tenant beside it.</summary>
public sealed class CoachOnTeams : IAsyncDisposable
{
    private readonly CoachService _service;

    private CoachOnTeams(CoachService service) => _service = service;

    /// <summary>The coach's clock.</summary>
    public MovableClock Clock => _service.Clock;

    public Playground Teams { get; private set; } = null!;

    public TeamsMember Anna => Teams.Anna;

    /// <summary>Starts both. Playground has no tokens, so the service believes it, as it does in Development alone.</summary>
    /// <param name="store">On which store.</param>
    /// <param name="leads">Who leads programmes, as <c>Programme:Leads</c> names them.</param>
    public static async Task<CoachOnTeams> StartAsync(StoreKind store = StoreKind.Sqlite, string leads = "")
    {
        var coach = new CoachOnTeams(await CoachService.PrepareAsync(store));
        try
        {
            coach.Teams = await Playground.StartAsync(coach._service.Address);
            await coach._service.StartAsync(new Dictionary<string, string>(coach._service.Store.Settings, StringComparer.Ordinal)
            {
                ["environment"] = "Development",
                ["Teams:AllowUnauthenticated"] = "true",
                ["Scheduling:Shards"] = "4",
                ["Scheduling:PollSeconds"] = "1",
                ["Programme:Leads"] = leads,
            });
            return coach;
        }
        catch
        {
            await coach.DisposeAsync();
            throw;
        }
    }

    /// <summary>Teams, as the service speaks to it.</summary>
    public IChatChannel Channel => _service.Channel("teams");

    /// <summary>Opens the service's store beside it.</summary>
    public ITableStore OpenStore() => _service.OpenStore();

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        if (Teams is not null)
        {
            await Teams.DisposeAsync();
        }
    }
}
