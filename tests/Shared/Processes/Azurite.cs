using System.Globalization;

namespace BotCoach.Testing;

/// <summary>The Table service of Azurite, the emulator of Azure Storage (from <c>tests/peers</c>), on a free port.</summary>
public sealed class Azurite : IAsyncDisposable
{
    /// <summary>The name of its account.</summary>
    public const string Account = "devstoreaccount1";

    /// <summary>The account's key, which every Azurite has; not a secret.</summary>
    public const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static readonly string _program = Path.Combine(
        RepositoryRoot.Path, "tests", "peers", "node_modules", "azurite", "dist", "src", "table", "main.js");

    private readonly TemporaryFolder _folder = new();
    private readonly bool _inMemory;
    private ChildProcess? _process;

    private Azurite(bool inMemory) => _inMemory = inMemory;

    /// <summary>The port that it listens on, also after it was started again.</summary>
    public int Port { get; } = FreePort.Next();

    /// <summary>The account's table endpoint.</summary>
    public Uri Endpoint => EndpointOn(Port);

    /// <summary>What a store needs to enter.</summary>
    public string ConnectionString => ConnectionStringOn(Port);

    /// <summary>Starts one and waits until it listens.</summary>
    /// <param name="inMemory">Whether it forgets everything when it stops.</param>
    public static async Task<Azurite> StartAsync(bool inMemory)
    {
        if (!File.Exists(_program))
            throw new InvalidOperationException($"No Azurite at {_program}: run test.sh, or npm ci in tests/peers.");

        var azurite = new Azurite(inMemory);
        try
        {
            await azurite.StartAsync();
            return azurite;
        }
        catch
        {
            await azurite.DisposeAsync();
            throw;
        }
    }

    /// <summary>What a store needs to enter through another port, such as a proxy's.</summary>
    public static string ConnectionStringOn(int port) =>
        $"AccountName={Account};AccountKey={Key};TableEndpoint={EndpointOn(port)}";

    /// <summary>Starts it again after <see cref="StopAsync"/>.</summary>
    public async Task StartAsync()
    {
        string[] arguments =
        [
            _program, "--silent", "--disableTelemetry",
            "--tableHost", "127.0.0.1", "--tablePort", Port.ToString(CultureInfo.InvariantCulture),
            .. _inMemory ? (string[])["--inMemoryPersistence"] : ["--location", _folder.Path],
        ];
        _process = ChildProcess.Start("Azurite", "node", arguments, _folder.Path);
        await _process.WaitForOutputAsync("successfully started", Poll.Patience);
    }

    /// <summary>Stops it, requests under way and all; one on disk writes its rows first, which it does after SIGINT alone.</summary>
    public async Task StopAsync()
    {
        await _process!.StopAsync(Poll.Patience, "INT");
        await _process.DisposeAsync();
        _process = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
        _folder.Dispose();
    }

    private static Uri EndpointOn(int port) => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/{Account}"));
}
