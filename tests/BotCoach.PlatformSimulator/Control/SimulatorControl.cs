using System.Net.Http.Json;

namespace BotCoach.PlatformSimulator;

/// <summary>Asks a simulator that runs as a process of its own.</summary>
/// <param name="simulator">Where it answers.</param>
public sealed class SimulatorControl(Uri simulator) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false })
    {
        BaseAddress = new Uri(simulator, $"{ControlRoutes.Path}/"),
    };

    /// <summary>What the host is given as <c>Slack:ApiBaseUrl</c>.</summary>
    public Uri SlackApi { get; } = new(simulator, $"{SlackRoutes.Path}/");

    /// <summary>What a conversation in Teams names as its service URL.</summary>
    public Uri Connector { get; } = new(simulator, $"{ConnectorRoutes.Path}/");

    /// <summary>What the platforms saw so far.</summary>
    public async Task<SimulatorReport> ReportAsync() => (await _http.GetFromJsonAsync<SimulatorReport>("report"))!;

    /// <summary>What each person was shown so far.</summary>
    public async Task<IReadOnlyList<Receipt>> ReceiptsAsync() => (await _http.GetFromJsonAsync<List<Receipt>>("receipts"))!;

    /// <summary>Changes what goes wrong from now on.</summary>
    public async Task SetFaultsAsync(FaultRates faults)
    {
        using var response = await _http.PutAsJsonAsync("faults", faults);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Forgets what was sent, and what counts against limits.</summary>
    public async Task ResetAsync()
    {
        using var response = await _http.DeleteAsync("");
        response.EnsureSuccessStatusCode();
    }

    public void Dispose() => _http.Dispose();
}
