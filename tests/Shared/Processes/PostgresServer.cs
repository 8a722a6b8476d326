using System.Globalization;

namespace BotCoach.Testing;

/// <summary>
/// A PostgreSQL server (Debian's package) with a data folder of its own, on a free port of 127.0.0.1. Whoever runs the
/// tests as root gets it run as the user <c>postgres</c>, since the server refuses root.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private const string User = "postgres";
    private const string Debian = "/usr/lib/postgresql";

    /// <summary>Enough for several nodes, each with Npgsql's own pool of at most a hundred.</summary>
    private const int MaxConnections = 300;

    /// <summary>Making and starting one take two seconds on a machine with nothing else to do.</summary>
    private static readonly TimeSpan _deadline = TimeSpan.FromMinutes(1);

    private static readonly string? _programs = Find();

    private readonly TemporaryFolder _folder = new();
    private ChildProcess? _process;

    private PostgresServer()
    {
    }

    /// <summary>The port that it listens on, also after it was started again.</summary>
    public int Port { get; } = FreePort.Next();

    /// <summary>What a client needs to enter the one database that there is at first, as its owner.</summary>
    public string ConnectionString => ConnectionStringOf(User);

    /// <summary>Makes a new server, starts it and waits until it takes connections.</summary>
    public static async Task<PostgresServer> StartNewAsync()
    {
        if (_programs is null)
            throw new InvalidOperationException("No PostgreSQL server on this machine: run test.sh, or apt-get install postgresql.");

        var server = new PostgresServer();
        try
        {
            await server.MakeAsync();
            await server.StartAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>What a client needs to enter a database of that name.</summary>
    public string ConnectionStringOf(string database) =>
        string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={Port};Username={User};Database={database}");

    /// <summary>Starts it again after <see cref="StopAsync"/>, with all that it had committed.</summary>
    public async Task StartAsync()
    {
        _process = Start(
            "postgres",
            "-D", Data,
            "-p", Port.ToString(CultureInfo.InvariantCulture),
            "-c", "listen_addresses=127.0.0.1",
            "-c", "unix_socket_directories=",
            "-c", string.Create(CultureInfo.InvariantCulture, $"max_connections={MaxConnections}"));
        await _process.WaitForOutputAsync("ready to accept connections", _deadline);
    }

    /// <summary>Stops it and ends all connections: its "fast" shutdown, which is asked for by SIGINT.</summary>
    public async Task StopAsync()
    {
        await _process!.StopAsync(_deadline, "INT");
        await _process.DisposeAsync();
        _process = null;
    }

    public async ValueTask DisposeAsync()
    {
        // Not killed: that would leave its piece of shared memory behind.
        if (_process is { IsRunning: true })
            await StopAsync();
        else if (_process is not null)
            await _process.DisposeAsync();
        _folder.Dispose();
    }

    private string Data => _folder.File("data");

    private async Task MakeAsync()
    {
        if (IsRoot)
            await RunAsync(ChildProcess.Start("chown", "chown", [User, _folder.Path], Path.GetTempPath()));
        await RunAsync(Start("initdb", "-D", Data, "-U", User, "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"));
    }

    // setpriv becomes the program that it starts, so a signal to the one reaches the other.
    private ChildProcess Start(string program, params string[] arguments)
    {
        var path = Path.Combine(_programs!, program);
        return IsRoot
            ? ChildProcess.Start(program, "setpriv", [$"--reuid={User}", $"--regid={User}", "--clear-groups", path, .. arguments], _folder.Path)
            : ChildProcess.Start(program, path, arguments, _folder.Path);
    }

    private static async Task RunAsync(ChildProcess program)
    {
        await using (program)
        {
            var code = await program.WaitForExitAsync(_deadline);
            if (code != 0)
                throw new InvalidOperationException($"Ended with code {code}.{Environment.NewLine}{program.Output}");
        }
    }

    private static bool IsRoot => Environment.UserName == "root";

    /// <summary>Debian keeps the programs of each version in a folder of their own, off the PATH; others have them on it.</summary>
    private static string? Find() => Versions().Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':'))
        .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")));

    private static IEnumerable<string> Versions() => !Directory.Exists(Debian) ? [] : Directory.EnumerateDirectories(Debian)
        .OrderByDescending(version => int.TryParse(Path.GetFileName(version), CultureInfo.InvariantCulture, out var number) ? number : 0)
        .Select(version => Path.Combine(version, "bin"));
}
