using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BotCoach.PlatformSimulator;

/// <summary>
/// Slack and Teams as a bot's calls see them: the documented limits, strictly kept, and faults that a seed decides on. It keeps
/// account of what each person was shown. What people write is not its matter.
/// </summary>
public sealed class Simulator : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Workspaces _workspaces = new();
    private readonly Reception _reception;

    private Simulator(WebApplication app, SimulatorOptions options, TimeProvider clock)
    {
        _app = app;
        _reception = new Reception(options, clock);
        new SlackRoutes(_workspaces, _reception, options).Map(app);
        new ConnectorRoutes(_workspaces, _reception, options).Map(app);
        new ControlRoutes(_workspaces, _reception).Map(app);
        app.MapGet("/", () => "ready");
    }

    /// <summary>What the host is given as <c>Slack:ApiBaseUrl</c>.</summary>
    public Uri SlackApi => Address(SlackRoutes.Path);

    /// <summary>What a conversation in Teams names as its service URL.</summary>
    public Uri Connector => Address(ConnectorRoutes.Path);

    /// <summary>Where another process asks it; see <see cref="SimulatorControl"/>.</summary>
    public Uri Control => Address(ControlRoutes.Path);

    /// <summary>How often what goes wrong from now on.</summary>
    public FaultRates Faults
    {
        get => _reception.Faults;
        set => _reception.Faults = value;
    }

    /// <summary>Starts one.</summary>
    /// <param name="options">What it allows and how it fails; null for the documented limits and no faults.</param>
    /// <param name="clock">The clock that its limits are counted by; null for the real one.</param>
    /// <param name="url">Where it listens; unless told otherwise on a free port of this machine.</param>
    public static async Task<Simulator> StartAsync(SimulatorOptions? options = null, TimeProvider? clock = null, string url = "http://127.0.0.1:0")
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        var simulator = new Simulator(builder.Build(), options ?? new SimulatorOptions(), clock ?? TimeProvider.System);
        await simulator._app.StartAsync();
        return simulator;
    }

    /// <summary>What the platforms saw so far.</summary>
    public SimulatorReport Report() => _workspaces.Report();

    /// <summary>What each person was shown so far.</summary>
    public IReadOnlyList<Receipt> Receipts() => _workspaces.Receipts();

    /// <summary>Forgets what was sent, and what counts against limits.</summary>
    public void Reset() => _workspaces.Clear();

    /// <summary>Waits until the process is told to stop.</summary>
    public Task WaitForShutdownAsync() => _app.WaitForShutdownAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Uri Address(string path) => new($"{_app.Urls.Single()}{path}/");
}
