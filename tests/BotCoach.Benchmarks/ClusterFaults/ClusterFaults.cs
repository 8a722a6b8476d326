using System.Globalization;
using BotCoach.PlatformSimulator;

namespace BotCoach.Benchmarks;

/// <summary>
/// Nodes that are killed again and again while nudges come due, platforms that fail, and tables that are away for a while: what
/// arrives, and what arrives twice. Everything that goes wrong is drawn from a seed.
/// </summary>
internal static class ClusterFaults
{
    private const int Shards = 64;
    private const int Concurrency = 64;

    private static readonly TimeSpan _patience = TimeSpan.FromHours(1);

    private static readonly Dictionary<string, string> _settings = new(StringComparer.Ordinal)
    {
        ["Scheduling:Shards"] = Shards.ToString(CultureInfo.InvariantCulture),
        ["Scheduling:Concurrency"] = Concurrency.ToString(CultureInfo.InvariantCulture),
        ["Scheduling:PollSeconds"] = "2",
        // What a dead node held is free again in time for this benchmark to end; the default is 120.
        ["Scheduling:ClaimSeconds"] = "30",
    };

    public static async Task<bool> RunAsync(string[] args)
    {
        var options = Options.Read(args, new()
        {
            ["--people"] = 10_000,
            ["--nodes"] = 3,
            ["--over"] = 90,
            ["--kill-every"] = 5,
            ["--outage"] = 10,
            ["--seed"] = 1,
        });
        var people = options["--people"];
        var over = TimeSpan.FromSeconds(options["--over"]);
        var killEvery = TimeSpan.FromSeconds(options["--kill-every"]);
        var outage = TimeSpan.FromSeconds(options["--outage"]);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"cluster-faults: {people} nudges over {over.TotalSeconds} s, {options["--nodes"]} nodes, one killed every {killEvery.TotalSeconds} s, the tables away for {outage.TotalSeconds} s, seed {options["--seed"]}"));

        await using var postgres = await PostgresServer.StartNewAsync();
        await using var cluster = await SimulatedCluster.StartAsync(
            postgres,
            new SimulatorOptions
            {
                Seed = options["--seed"],
                EnforceLimits = false, // limits are what another benchmark is about
                Faults = new FaultRates { ServerError = 0.05, LostAnswer = 0.05, Throttled = 0.02 },
            },
            _settings);
        var nodes = (await Task.WhenAll(Enumerable.Range(0, options["--nodes"]).Select(_ => cluster.StartNodeAsync()))).ToList();
        await cluster.EnrolAsync(people, over);

        var clock = TimeProvider.System;
        var start = clock.GetTimestamp();
        using var troubleEnds = new CancellationTokenSource(over);
        var kills = KillAsync(cluster, nodes, killEvery, new Random(options["--seed"]), troubleEnds.Token);
        await CutAsync(cluster.Road, after: over / 3, outage);
        var killed = await kills;
        await cluster.WaitUntilDoneAsync(_patience);
        return Report(cluster, people, killed, clock.GetElapsedTime(start));
    }

    private static async Task<int> KillAsync(SimulatedCluster cluster, List<HostProcess> nodes, TimeSpan every, Random random, CancellationToken cancellationToken)
    {
        var kills = 0;
        List<Task> restarts = [];
        using var timer = new PeriodicTimer(every, TimeProvider.System);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                HostProcess victim;
                lock (nodes)
                {
                    if (nodes.Count == 0)
                    {
                        continue; // The machine is too slow to bring them back in time.
                    }

                    var place = random.Next(nodes.Count);
                    victim = nodes[place];
                    nodes.RemoveAt(place);
                }

                await victim.KillAsync();
                kills++;
                restarts.Add(RestartAsync());
            }
        }
        catch (OperationCanceledException)
        {
            // Enough of them.
        }

        await Task.WhenAll(restarts);
        return kills;

        // While the tables are away a node cannot start; whoever runs it starts it again.
        async Task RestartAsync()
        {
            while (true)
            {
                try
                {
                    var node = await cluster.StartNodeAsync();
                    lock (nodes)
                    {
                        nodes.Add(node);
                    }

                    return;
                }
                catch (InvalidOperationException) when (!cancellationToken.IsCancellationRequested)
                {
                }
            }
        }
    }

    private static async Task CutAsync(CuttableRoad road, TimeSpan after, TimeSpan outage)
    {
        await Task.Delay(after, TimeProvider.System);
        await road.CutAsync();
        await Task.Delay(outage, TimeProvider.System);
        road.Mend();
    }

    private static bool Report(SimulatedCluster cluster, int people, int kills, TimeSpan took)
    {
        var report = cluster.Platforms.Report();
        var methods = report.Workspaces.SelectMany(workspace => workspace.Methods).ToList();
        var lostInTeams = report.Workspaces.Where(workspace => workspace.Platform == "teams").Sum(workspace => workspace.Methods.Sum(method => method.LostAnswers));
        var (missing, slack, teams) = (cluster.Missing(), cluster.Doubled("slack"), cluster.Doubled("teams"));
        // What a node sends at a time in the one tenant.
        var underWay = (long)kills * Concurrency;
        Table.Row("nudges", Table.Count(people));
        Table.Row("kills", Table.Count(kills));
        Table.Row("requests", Table.Count(report.Requests));
        Table.Row("  answered with 5xx", Table.Count(methods.Sum(method => method.ServerErrors)));
        Table.Row("  answered with 429", Table.Count(methods.Sum(method => method.ThrottledAsFault)));
        Table.Row("  carried out, the answer lost", Table.Count(methods.Sum(method => method.LostAnswers)));
        Table.Row("missing", Table.Count(missing));
        Table.Row("sent twice in Slack", Table.Count(slack));
        Table.Row("sent twice in Teams", Table.Count(teams));
        Table.Row("  of them after a lost answer, at most", Table.Count(lostInTeams));
        Table.Row("from the first due to all recorded (s)", Table.Number(took.TotalSeconds));
        return new Aims()
            .Add("no nudge lost", missing == 0)
            .Add("none twice where the platform can be looked at", slack == 0)
            .Add("twice in Teams only after a lost answer or under way in a crash", teams <= lostInTeams + underWay)
            .Judge();
    }
}
