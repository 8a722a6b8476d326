using System.Globalization;
using System.Text;
using BotCoach.Chat;
using BotCoach.Coaching;
using BotCoach.Storage;

namespace BotCoach.Benchmarks;

/// <summary>
/// How many signed slash commands a second are answered: by the product's Slack endpoint and by an app on @slack/bolt, both
/// with a handler that answers at once, in one run under the same load; then by the whole host, which stores each of them.
/// </summary>
internal static class BoltInbound
{
    private const double AimedRatio = 3;

    // Long enough for the code of both roads to be compiled at its final tier.
    private static readonly TimeSpan _warmUp = TimeSpan.FromSeconds(10);

    private static readonly string _peers = Path.Combine(RepositoryRoot.Path, "tests", "peers");

    public static async Task<bool> RunAsync(string[] args)
    {
        var options = Options.Read(args, new() { ["--connections"] = 32, ["--seconds"] = 15 });
        var (connections, length) = (options["--connections"], TimeSpan.FromSeconds(options["--seconds"]));
        Console.WriteLine($"bolt-inbound: slash commands on {connections} connections that are kept busy for {length.TotalSeconds} s, after {_warmUp.TotalSeconds} s to warm up");
        Table.Row("", "commands/s", "p50 ms", "p99 ms", "max ms", "cpu ms each");

        var bolt = await OfBoltAsync(connections, length);
        var ours = await OfEndpointAsync(connections, length);
        var bare = await OfBareEndpointAsync(connections, length);
        var stored = await OfHostAsync(connections, length);
        Table.Row("endpoint, times bolt", Table.Number(ours.Rate / bolt.Rate, "0.00"));

        return new Aims()
            .Add($"{AimedRatio} times the rate of bolt", ours.Rate >= AimedRatio * bolt.Rate)
            .Add("at a lower p99", ours.Latencies.Percentile(99) < bolt.Latencies.Percentile(99))
            .Add("everything accepted", bolt.Refused + ours.Refused + bare.Refused + stored.Refused == 0)
            .Judge();
    }

    private static async Task<BusyRun> OfBoltAsync(int connections, TimeSpan length)
    {
        if (!Directory.Exists(Path.Combine(_peers, "node_modules", "@slack", "bolt")))
            throw new BenchmarkException($"No @slack/bolt in {_peers}: run test.sh, or npm ci in tests/peers.");
        var address = ServerProcess.FreeAddress();
        await using var bolt = await ServerProcess.StartAsync(
            "node",
            [Path.Combine(_peers, "bolt-commands.cjs"), address.Port.ToString(CultureInfo.InvariantCulture), SlackWire.Secret],
            new Dictionary<string, string> { ["NODE_ENV"] = "production" },
            address,
            probe: "");
        return await MeasureAsync("@slack/bolt", bolt, connections, length, Repeat(connections), CommandLoad.Saved);
    }

    private static async Task<BusyRun> OfEndpointAsync(int connections, TimeSpan length)
    {
        await using var endpoint = await ServerProcess.StartAsync(
            typeof(CommandServer).Assembly.Location,
            [CommandServer.Name],
            new Dictionary<string, string> { ["Slack__SigningSecret"] = SlackWire.Secret },
            probe: "");
        return await MeasureAsync("BotCoach.Slack", endpoint, connections, length, Repeat(connections), CommandLoad.Saved);
    }

    /// <summary>What is left when the endpoint does nothing but check the signature: the web server, and this program.</summary>
    private static async Task<BusyRun> OfBareEndpointAsync(int connections, TimeSpan length)
    {
        await using var bare = await ServerProcess.StartAsync(
            typeof(BareEndpoint).Assembly.Location, [BareEndpoint.Name], new Dictionary<string, string>(), probe: "");
        return await MeasureAsync("signature alone", bare, connections, length, Repeat(connections), CommandLoad.Saved);
    }

    /// <summary>Each connection is a person, who lets their nudges rest and come again by turns: each command changes the store.</summary>
    private static async Task<BusyRun> OfHostAsync(int connections, TimeSpan length)
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("botcoach.db");
        await using (var store = new SqliteTableStore(new SqliteTableStoreOptions { Path = file }))
        {
            await store.EnsureTablesAsync(CoachingServices.Tables, CancellationToken.None);
            var shards = await ShardCount.ReadOrKeepAsync(store, ShardMap.DefaultCount, CancellationToken.None);
            var tomorrow = TimeProvider.System.GetUtcNow().AddDays(1);
            await Enrolment.FillAsync(store, shards, connections, number => new Enrolled(
                new PersonAddress("slack", SlackWire.Workspace, SlackWire.Person(number)), $"D{SlackWire.Person(number)[1..]}", tomorrow));
        }

        await using var host = await ServerProcess.StartHostAsync(
            new Dictionary<string, string> { ["Storage__Sqlite__Path"] = file, ["Slack__SigningSecret"] = SlackWire.Secret });
        return await MeasureAsync("BotCoach.Host on SQLite", host, connections, length, PauseAndResume, "ephemeral");
    }

    /// <summary>
    /// Each connection sends one command over and over, made and signed once: whoever keeps nothing cannot tell, and this program
    /// leaves the processors to the server.
    /// </summary>
    private static WriteCommand Repeat(int connections)
    {
        var sizes = new int[connections];
        return (commands, connection, number, request) => number == 0
            ? sizes[connection] = SlackWire.Write(commands, connection, "plan", $"{connection}", request)
            : sizes[connection];
    }

    private static int PauseAndResume(Uri commands, int connection, int number, byte[] request) =>
        SlackWire.Write(commands, connection, number % 2 == 0 ? "pause" : "resume", $"{connection}.{number}", request);

    private static async Task<BusyRun> MeasureAsync(
        string what, ServerProcess server, int connections, TimeSpan length, WriteCommand write, string expected)
    {
        var commands = new Uri(server.Address, "slack/commands");
        var words = Encoding.UTF8.GetBytes(expected);
        var before = server.ProcessorTime;
        var run = await BusyConnections.RunAsync(
            server.Address,
            connections,
            _warmUp,
            length,
            (connection, number, request) => write(commands, connection, number, request),
            answer => answer.StartsWith("HTTP/1.1 200"u8) && answer.IndexOf(words) > 0);
        // The warm-up counts in both.
        var each = (server.ProcessorTime - before).TotalMilliseconds / (run.Rate * (length + _warmUp).TotalSeconds);
        Table.Row(
            what,
            Table.Number(run.Rate, "0"),
            Table.Number(run.Latencies.Percentile(50).TotalMilliseconds, "0.00"),
            Table.Number(run.Latencies.Percentile(99).TotalMilliseconds, "0.00"),
            Table.Number(run.Latencies.Max.TotalMilliseconds, "0.00"),
            Table.Number(each, "0.000"));
        return run;
    }

    /// <summary>Writes the command of a connection and a number, in the place of the one before, and says how many bytes it has.</summary>
    private delegate int WriteCommand(Uri commands, int connection, int number, byte[] request);
}
