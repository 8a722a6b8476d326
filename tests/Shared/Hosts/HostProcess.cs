using System.Globalization;

namespace BotCoach.Testing;

/// <summary>The real host, in a process of its own, on a port of 127.0.0.1.</summary>
public sealed class HostProcess : IAsyncDisposable
{
    private readonly ChildProcess _process;

    private HostProcess(ChildProcess process, Uri address)
    {
        _process = process;
        Address = address;
    }

    /// <summary>Where it answers, such as <c>http://127.0.0.1:40123/</c>.</summary>
    public Uri Address { get; }

    /// <summary>Everything it has logged so far.</summary>
    public string Output => _process.Output;

    /// <summary>Where a host on some port will answer, so that a peer can be told before the host runs.</summary>
    public static Uri AddressOn(int port) =>
        new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/"));

    /// <summary>Starts the host and waits until it says that it is ready.</summary>
    /// <param name="port">The port to listen on; see <see cref="FreePort"/>.</param>
    /// <param name="settings">Configuration by key, such as <c>Slack:SigningSecret</c>.</param>
    /// <param name="folder">Where the host is; beside these tests, in the same configuration, unless told otherwise.</param>
    /// <exception cref="InvalidOperationException">The host refused to start; its output is in the message.</exception>
    public static async Task<HostProcess> StartAsync(int port, IReadOnlyDictionary<string, string> settings, string? folder = null)
    {
        var host = new HostProcess(Launch(port, settings, folder ?? Built()), AddressOn(port));
        try
        {
            await host._process.WaitUntilReadyAsync(new Uri(host.Address, "health/ready"), TimeSpan.FromSeconds(60));
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends it as a crash would (SIGKILL).</summary>
    public Task KillAsync() => _process.KillAsync();

    /// <summary>Asks it to stop (SIGTERM), as systemd and containers do, and gives back its exit code.</summary>
    public Task<int> StopAsync() => _process.StopAsync(TimeSpan.FromSeconds(30));

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private static ChildProcess Launch(int port, IReadOnlyDictionary<string, string> settings, string folder)
    {
        var environment = settings.ToDictionary(setting => setting.Key.Replace(":", "__", StringComparison.Ordinal), setting => setting.Value);
        environment["ASPNETCORE_URLS"] = AddressOn(port).ToString();
        environment.TryAdd("ASPNETCORE_ENVIRONMENT", "Production");
        return ChildProcess.Start("The host", "dotnet", ["BotCoach.Host.dll"], folder, environment);
    }

    // Its settings and pages lie beside it.
    private static string Built() => Path.Combine(RepositoryRoot.Path, "src", "BotCoach.Host", "bin", Configuration(), "net10.0");

    /// <summary>What these tests were built as, such as <c>Debug</c>.</summary>
    public static string Configuration() => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
}
