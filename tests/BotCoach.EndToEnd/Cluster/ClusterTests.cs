using System.Net;
using BotCoach.PlatformSimulator;
using Xunit.Abstractions;

namespace BotCoach.EndToEnd;

/// <summary>Several nodes share their work, and go on when one of them, or what they stand on, is gone for a while.</summary>
public sealed class ClusterTests(ClusterTests.Database database, ITestOutputHelper output) : IClassFixture<ClusterTests.Database>
{
    // Minutes where seconds are expected: the machine may have other work.
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(2);

    // Limits are another matter than faults.
    private static readonly SimulatorOptions _noLimits = new() { EnforceLimits = false };

    [Fact]
    public async Task Two_nodes_share_the_shards_and_when_one_is_killed_the_other_sends_every_nudge()
    {
        const int People = 100;
        await using var cluster = await SimulatedCluster.StartAsync(database.Server, _noLimits);
        var nodes = await Task.WhenAll(cluster.StartNodeAsync(), cluster.StartNodeAsync());
        await Poll.UntilAsync(
            () => Task.FromResult(nodes.Sum(SimulatedCluster.Turns) >= 60), _patience, "turns", () => nodes[0].Output + nodes[1].Output);
        var turns = nodes.Select(SimulatedCluster.Turns).ToList();

        await cluster.EnrolAsync(People, over: TimeSpan.FromSeconds(4));
        await Poll.UntilAsync(() => Task.FromResult(cluster.Missing() < People / 2), _patience, "half of the nudges");
        await nodes[0].KillAsync();
        var start = TimeProvider.System.GetTimestamp();
        await cluster.WaitUntilDoneAsync(_patience);
        output.WriteLine($"Turns: {turns[0]} and {turns[1]}. Done {TimeProvider.System.GetElapsedTime(start)} after one was killed.");

        // For the first moment one of them may be alone.
        Assert.InRange(turns.Min() / (double)turns.Sum(), 0.2, 0.5);
        AssertDoubled(cluster, kills: 1);
    }

    [Fact]
    public async Task Nodes_that_are_restarted_one_after_the_other_lose_nothing_and_send_nothing_twice()
    {
        await using var cluster = await SimulatedCluster.StartAsync(database.Server, _noLimits);
        // What a node does not give back would be missing at the end.
        cluster.Settings["Scheduling:ClaimSeconds"] = "600";
        var nodes = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => cluster.StartNodeAsync()));
        await cluster.EnrolAsync(240, over: TimeSpan.FromSeconds(12));
        foreach (var node in nodes)
        {
            Assert.Equal(0, await node.StopAsync());
            Assert.DoesNotContain("fail:", node.Output, StringComparison.Ordinal);
            await cluster.StartNodeAsync();
        }

        await cluster.WaitUntilDoneAsync(_patience);

        Assert.Equal((0, 0), (cluster.Doubled("slack"), cluster.Doubled("teams")));
    }

    [Fact]
    public async Task While_nodes_are_killed_and_the_tables_are_away_for_a_moment_nothing_is_lost()
    {
        const int Seed = 20261124;
        const int Kills = 2;
        const int People = 200;
        await using var cluster = await SimulatedCluster.StartAsync(database.Server, _noLimits);
        var nodes = (await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => cluster.StartNodeAsync()))).ToList();
        await cluster.EnrolAsync(People, over: TimeSpan.FromSeconds(12));
        var random = new Random(Seed);
        for (var kill = 1; kill <= Kills; kill++)
        {
            var arrived = People * kill / (Kills + 1);
            await Poll.UntilAsync(() => Task.FromResult(cluster.Missing() <= People - arrived), _patience, "some nudges");
            var victim = random.Next(nodes.Count);
            await nodes[victim].KillAsync();
            nodes[victim] = await cluster.StartNodeAsync();
        }

        await cluster.Road.CutAsync();
        await Poll.UntilAsync(async () => await StatusAsync(nodes[0]) == HttpStatusCode.ServiceUnavailable, _patience, "a node to miss the tables");
        cluster.Road.Mend();

        await cluster.WaitUntilDoneAsync(_patience);
        AssertDoubled(cluster, Kills);
    }

    [Fact]
    public async Task While_the_schedules_database_is_away_a_node_says_so_and_afterwards_it_goes_on_by_itself()
    {
        await using var postgres = await PostgresServer.StartNewAsync();
        await using var cluster = await SimulatedCluster.StartAsync(postgres, _noLimits);
        var node = await cluster.StartNodeAsync();
        await postgres.StopAsync();
        await Poll.UntilAsync(async () => await StatusAsync(node) == HttpStatusCode.ServiceUnavailable, _patience, "the node to miss the database");
        await cluster.EnrolAsync(10);

        await postgres.StartAsync();
        await cluster.WaitUntilDoneAsync(_patience);
        await Poll.UntilAsync(async () => await StatusAsync(node) == HttpStatusCode.OK, _patience, "the node to be well");

        Assert.Equal((0, 0), (cluster.Doubled("slack"), cluster.Doubled("teams")));
    }

    [Fact]
    public async Task A_collector_learns_of_the_work_of_a_node_and_of_nobody_it_was_for()
    {
        await using var collector = await OtlpReceiver.StartAsync();
        await using var cluster = await SimulatedCluster.StartAsync(database.Server, _noLimits);
        cluster.Settings["Telemetry:OtlpEndpoint"] = collector.Endpoint;
        var node = await cluster.StartNodeAsync();
        await cluster.EnrolAsync(10);
        await cluster.WaitUntilDoneAsync(_patience);
        await node.StopAsync();

        Assert.Contains("quartz.cluster.checkin.duration", collector.Metrics);
        Assert.Contains("db.client.operation.duration", collector.Metrics);
        // The rows of the tables are reached by addresses that hold the keys, and those hold people.
        Assert.Contains(collector.Spans, span => span.Source == "System.Net.Http");
        Assert.InRange(collector.Spans.Count(span => span.Source == "BotCoach.Scheduling"), 10, 20);
        Assert.Contains("chat.postMessage", collector.Everything, StringComparison.Ordinal);
        Assert.Contains("127.0.0.1", collector.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain("MARKED", collector.Everything, StringComparison.Ordinal);
    }

    /// <summary>
    /// After a crash at worst those sends go out twice that were under way, and none where the platform can be looked at.
    /// </summary>
    private void AssertDoubled(SimulatedCluster cluster, int kills)
    {
        const int UnderWay = 64; // Scheduling:Concurrency, for the one tenant
        var (slack, teams) = (cluster.Doubled("slack"), cluster.Doubled("teams"));
        output.WriteLine($"Sent twice: {slack} in Slack, {teams} in Teams.");

        Assert.Equal(0, slack);
        Assert.InRange(teams, 0, kills * UnderWay);
    }

    private static async Task<HttpStatusCode> StatusAsync(HostProcess node)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var response = await http.GetAsync(new Uri(node.Address, "health/ready"));
        return response.StatusCode;
    }

    /// <summary>One server for all of the tests; clusters of other stores keep out of the way.</summary>
    public sealed class Database : IAsyncLifetime
    {
        public PostgresServer Server { get; private set; } = null!;

        public async Task InitializeAsync() => Server = await PostgresServer.StartNewAsync();

        public Task DisposeAsync() => Server.DisposeAsync().AsTask();
    }
}
