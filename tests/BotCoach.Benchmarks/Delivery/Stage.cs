using System.Globalization;
using System.Net.Http.Json;
using BotCoach.Chat;
using BotCoach.Coaching;
using BotCoach.PlatformSimulator;
using BotCoach.Storage;

namespace BotCoach.Benchmarks;

/// <summary>
/// The host and the simulated platforms, each in a process of its own, over one SQLite file that is filled before the host
/// starts. Both go by one clock.
/// </summary>
internal sealed class Stage : IAsyncDisposable
{
    /// <summary>The one workspace that the host's token for Slack is of.</summary>
    public const string SlackWorkspace = "T0BENCH";

    private static readonly TimeSpan _look = TimeSpan.FromMilliseconds(200);

    private const int LastWords = 20;

    private readonly TemporaryFolder _folder = new();
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });
    private readonly double _speed;
    private readonly DateTimeOffset _since = TimeProvider.System.GetUtcNow();
    private ServerProcess? _simulator;
    private SimulatorControl? _platforms;
    private SqliteTableStore? _store;

    private Stage(double speed)
    {
        _speed = speed;
        Clock = new SpedUpClock(speed, _since);
    }

    /// <summary>The clock of the host and the platforms.</summary>
    public TimeProvider Clock { get; }

    /// <summary>The platforms.</summary>
    public SimulatorControl Platforms => _platforms!;

    /// <summary>The host, once it is started.</summary>
    public ServerProcess Host { get; private set; } = null!;

    /// <summary>The store; the host has it too.</summary>
    public SqliteTableStore Store => _store!;

    /// <summary>The store's shards.</summary>
    public ShardMap Shards { get; private set; } = null!;

    /// <summary>Starts the platforms and makes an empty store.</summary>
    /// <param name="speed">How many times faster than the real one the clock goes.</param>
    /// <param name="platforms">Arguments of the simulator.</param>
    public static async Task<Stage> SetAsync(double speed, params string[] platforms)
    {
        var stage = new Stage(speed);
        try
        {
            stage._simulator = await ServerProcess.StartAsync(
                typeof(Simulator).Assembly.Location, [.. platforms, .. CoachHost.ClockArguments(speed, stage._since)], new Dictionary<string, string>(), probe: "");
            stage._platforms = new SimulatorControl(stage._simulator.Address);
            stage._store = new SqliteTableStore(new SqliteTableStoreOptions { Path = stage.File });
            await stage._store.EnsureTablesAsync(CoachingServices.Tables, CancellationToken.None);
            stage.Shards = await ShardCount.ReadOrKeepAsync(stage._store, ShardMap.DefaultCount, CancellationToken.None);
            return stage;
        }
        catch
        {
            await stage.DisposeAsync();
            throw;
        }
    }

    /// <summary>Somebody in a tenant of Teams.</summary>
    public Enrolled InTeams(string tenant, int number, DateTimeOffset dueAt)
    {
        var person = $"person-{number}";
        return new(new PersonAddress("teams", tenant, person), $"{Platforms.Connector} {new ConnectorConversation(tenant, person)}", dueAt);
    }

    /// <summary>Somebody in the workspace of Slack.</summary>
    public static Enrolled InSlack(int number, DateTimeOffset dueAt)
    {
        var person = SlackWire.Person(number);
        return new(new PersonAddress("slack", SlackWorkspace, person), $"D{person[1..]}", dueAt);
    }

    /// <summary>Puts people into the store.</summary>
    public Task EnrolAsync(int count, Func<int, Enrolled> of) => Enrolment.FillAsync(Store, Shards, count, of);

    /// <summary>Starts the host.</summary>
    /// <param name="settings">Settings beyond those that connect it to the store and the platforms.</param>
    public async Task StartHostAsync(params string[] settings) => Host = await ServerProcess.StartAsync(
        typeof(CoachHost).Assembly.Location,
        [CoachHost.Name, .. CoachHost.ClockArguments(_speed, _since), .. settings],
        new Dictionary<string, string>
        {
            // The platforms check no token of Teams, and the host does without one in Development alone.
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["Teams__AllowUnauthenticated"] = "true",
            ["Slack__SigningSecret"] = SlackWire.Secret,
            ["Slack__BotToken"] = $"xoxb-{SlackWorkspace}",
            ["Slack__ApiBaseUrl"] = Platforms.SlackApi.ToString(),
            ["Storage__Sqlite__Path"] = File,
            ["Scheduling__PollSeconds"] = "1",
        },
        probe: "health/ready");

    /// <summary>Waits until nothing is left that was due by a time.</summary>
    /// <returns>Whether that came before patience ended.</returns>
    public async Task<bool> WaitUntilDoneAsync(DateTimeOffset dueBy, TimeSpan patience)
    {
        var clock = TimeProvider.System;
        var start = clock.GetTimestamp();
        var due = Store.Table(DueTable.Name);
        var shard = 0;
        while (shard < Shards.Count)
        {
            var range = new RowRange(ShardMap.Name(shard), "", KeyEncoding.EncodeTime(dueBy.AddTicks(1)));
            if ((await due.QueryAsync(range, take: 1, CancellationToken.None)).Rows.Count == 0)
            {
                shard++;
                continue;
            }

            if (clock.GetElapsedTime(start) > patience)
            {
                Console.WriteLine($"The host was not done after {patience.TotalMinutes} minutes. Its last words:");
                Console.WriteLine(string.Join(Environment.NewLine, Host.Output.Split('\n').TakeLast(LastWords)));
                return false;
            }

            await Task.Delay(_look, clock);
        }

        return true;
    }

    /// <summary>What went between the host and its store.</summary>
    public async Task<StoreTraffic> TrafficAsync() => (await _http.GetFromJsonAsync<StoreTraffic>(new Uri(Host.Address, CoachHost.Traffic)))!;

    /// <summary>Makes the host's store fail.</summary>
    /// <param name="length">For how long, by the clock of the host.</param>
    public async Task FailStoreAsync(TimeSpan length)
    {
        var seconds = (length / _speed).TotalSeconds.ToString(CultureInfo.InvariantCulture);
        using var response = await _http.PostAsync(new Uri(Host.Address, $"{CoachHost.Outage}/{seconds}"), content: null);
        response.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        if (Host is not null)
            await Host.DisposeAsync();
        if (_simulator is not null)
            await _simulator.DisposeAsync();
        if (_store is not null)
            await _store.DisposeAsync();
        _platforms?.Dispose();
        _http.Dispose();
        _folder.Dispose();
    }

    private string File => _folder.File("botcoach.db");
}
