using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace BotCoach.Benchmarks;

/// <summary>A server in a process of its own, so that its processor time is its own too.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan _startDeadline = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(50);

    private readonly Process _process;
    private readonly StringBuilder _output = new();

    private ServerProcess(ProcessStartInfo start, Uri address)
    {
        Address = address;
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        AppDomain.CurrentDomain.ProcessExit += Kill;
    }

    /// <summary>Where it answers.</summary>
    public Uri Address { get; }

    /// <summary>What it wrote so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    /// <summary>What its threads have used of the processors so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>The most memory that it has had at a time, in bytes (Linux; the resident set's high-water mark).</summary>
    public long PeakMemory
    {
        get
        {
            var line = File.ReadLines($"/proc/{_process.Id}/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return 1024 * long.Parse(line["VmHWM:".Length..^"kB".Length], CultureInfo.InvariantCulture);
        }
    }

    /// <summary>An address of this machine that nothing listened on a moment ago.</summary>
    public static Uri FreeAddress() => new($"http://127.0.0.1:{FreePort.Next()}/");

    /// <summary>Starts the host of this repository, built beside this program in the same configuration.</summary>
    /// <param name="environment">Its settings, as variables.</param>
    public static Task<ServerProcess> StartHostAsync(IReadOnlyDictionary<string, string> environment) => StartAsync(
        // Its settings lie beside it.
        Path.Combine(
            RepositoryRoot.Path, "src", "BotCoach.Host", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0", "BotCoach.Host.dll"),
        [],
        environment,
        probe: "health/ready");

    /// <summary>Starts a server of ASP.NET Core on a free port of 127.0.0.1 and waits until it answers.</summary>
    /// <param name="assembly">The program, beside its settings.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="environment">Variables beyond those of this process.</param>
    /// <param name="probe">The address, relative to its root, that answers with success when it is ready.</param>
    public static Task<ServerProcess> StartAsync(
        string assembly, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, string probe)
    {
        var address = FreeAddress();
        var own = new Dictionary<string, string> { ["ASPNETCORE_ENVIRONMENT"] = "Production" };
        foreach (var (name, value) in environment)
            own[name] = value;
        own["ASPNETCORE_URLS"] = address.ToString();
        return StartAsync("dotnet", [assembly, .. arguments], own, address, probe);
    }

    /// <summary>Starts a server and waits until it answers.</summary>
    /// <param name="program">The program.</param>
    /// <param name="arguments">Its file, by which it is known, and its other arguments.</param>
    /// <param name="environment">Variables beyond those of this process.</param>
    /// <param name="address">Where it will answer.</param>
    /// <param name="probe">The address, relative to its root, that answers with success when it is ready.</param>
    public static async Task<ServerProcess> StartAsync(
        string program, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> environment, Uri address, string probe)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Path.GetDirectoryName(arguments[0]),
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        var server = new ServerProcess(start, address);
        try
        {
            await server.WaitUntilReadyAsync(new Uri(address, probe));
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends it at once (SIGKILL), without a chance to save anything.</summary>
    public Task KillAsync()
    {
        Kill(this, EventArgs.Empty);
        return _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= Kill;
        await KillAsync();
        _process.Dispose();
    }

    private async Task WaitUntilReadyAsync(Uri probe)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        for (var start = TimeProvider.System.GetTimestamp(); TimeProvider.System.GetElapsedTime(start) < _startDeadline;)
        {
            if (_process.HasExited)
                break;
            try
            {
                using var response = await http.GetAsync(probe);
                if (response.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // Nothing listens yet.
            }

            await Task.Delay(_pause, TimeProvider.System);
        }

        throw new BenchmarkException($"{_process.StartInfo.ArgumentList[0]} did not start.{Environment.NewLine}{Output}");
    }

    private void Kill(object? sender, EventArgs args) => _process.Kill(entireProcessTree: true);

    private void Keep(string? line)
    {
        if (line is null)
            return;
        lock (_output)
            _output.AppendLine(line);
    }
}
