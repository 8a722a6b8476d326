using System.Data.Common;
using BotCoach.Testing;
using Npgsql;
using Quartz;

namespace BotCoach.Scheduling.Tests;

/// <summary>Nodes that share their schedule through a PostgreSQL server. What happens to processes is tested end to end.</summary>
public sealed class ClusterTests(ClusterTests.Database database) : IClassFixture<ClusterTests.Database>
{
    private const int Shards = 12;

    // Clusters of other stores keep out of the way, which one of the tests shows.
    private readonly string _store = Guid.NewGuid().ToString();
    private readonly PostgresServer _postgres = database.Server;

    [Fact]
    public async Task Nodes_that_start_at_the_same_time_make_one_job_and_one_trigger_for_each_shard()
    {
        var nodes = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => StartAsync()));
        try
        {
            var triggers = await nodes[0].TriggersAsync();

            Assert.Equal(Enumerable.Range(0, Shards).Select(Coaching.ShardMap.Name), triggers.Select(trigger => trigger.JobKey.Name).Order());
            Assert.Equal(3, nodes.Select(node => node.Scheduler.SchedulerInstanceId).Distinct().Count());
            Assert.Equal(3, (await nodes[0].Scheduler.QueryClusterNodes()).Count);
        }
        finally
        {
            await Task.WhenAll(nodes.Select(node => node.DisposeAsync().AsTask()));
        }
    }

    [Fact]
    public async Task The_shards_spread_over_the_nodes_and_each_is_looked_at_in_every_interval()
    {
        await using var one = await StartAsync();
        await using var other = await StartAsync();
        await Poll.UntilAsync(() => Task.FromResult(one.Looked.Count + other.Looked.Count >= 8 * Shards), Poll.Patience, "eight rounds");
        var (mine, theirs) = (one.Looked.Count, other.Looked.Count);

        Assert.Equal(Shards, one.Looked.Concat(other.Looked).Distinct().Count());
        Assert.InRange(Math.Min(mine, theirs) / (double)(mine + theirs), 0.25, 0.5);
    }

    [Fact]
    public async Task A_schedule_that_is_as_it_should_be_is_left_alone()
    {
        IReadOnlyList<DateTimeOffset> before;
        await using (var first = await StartAsync())
        {
            before = await StartTimesAsync(first);
        }

        await using var second = await StartAsync();

        Assert.Equal(before, await StartTimesAsync(second));
    }

    [Fact]
    public async Task Another_interval_takes_the_place_of_the_old_one()
    {
        await using var first = await StartAsync(pollSeconds: 300);
        await using var second = await StartAsync(pollSeconds: 1);
        await Poll.UntilAsync(
            () => Task.FromResult(first.Looked.Concat(second.Looked).GroupBy(shard => shard).Count(looks => looks.Count() > 1) == Shards),
            Poll.Patience, "every shard to be looked at twice");

        Assert.Equal(Shards, (await second.TriggersAsync()).Count);
    }

    [Fact]
    public async Task Shards_that_the_store_no_longer_has_leave_the_schedule()
    {
        await using (await StartAsync(shards: 20))
        {
        }

        await using var node = await StartAsync(shards: 5);

        Assert.Equal(["000", "001", "002", "003", "004"], (await node.TriggersAsync()).Select(trigger => trigger.JobKey.Name).Order());
        Assert.Equal(5, (await node.Scheduler.GetJobKeys(GroupMatcher<JobKey>.GroupEquals("dispatch"))).Count);
    }

    [Fact]
    public async Task What_looks_after_the_store_as_a_whole_is_there_once_for_all_nodes()
    {
        await using var one = await StartAsync();
        await using var other = await StartAsync();

        Assert.Equal(["digests", "erasures", "insights", "retention", "workspaces"], (await other.TriggersAsync("upkeep")).Select(trigger => trigger.Key.Name).Order());
    }

    [Fact]
    public async Task A_shard_that_the_schedule_had_given_up_is_taken_up_again_at_the_next_start()
    {
        await using (await StartAsync())
        {
        }

        await ExecuteAsync($"UPDATE qrtz_triggers SET trigger_state = 'ERROR' WHERE trigger_name = '003' AND sched_name LIKE '%{_store}'");
        await using var node = await StartAsync();
        await Poll.UntilAsync(() => Task.FromResult(node.Looked.Contains("003")), Poll.Patience, "the shard to be looked at");
    }

    [Fact]
    public async Task So_is_a_job_that_looks_after_the_store_as_a_whole()
    {
        await using (await StartAsync())
        {
        }

        await ExecuteAsync($"UPDATE qrtz_triggers SET trigger_state = 'ERROR' WHERE trigger_name = 'insights' AND sched_name LIKE '%{_store}'");
        await ExecuteAsync($"UPDATE qrtz_triggers SET trigger_state = 'PAUSED' WHERE trigger_name = 'erasures' AND sched_name LIKE '%{_store}'");
        await using var node = await StartAsync();

        Assert.All(await node.TriggersAsync("upkeep"), trigger => Assert.Equal(TriggerState.Normal, trigger.State));
        Assert.Equal(UpkeepSchedule.Jobs, (await node.TriggersAsync("upkeep")).Count);
    }

    [Fact]
    public async Task And_one_that_is_as_it_should_be_is_left_alone()
    {
        IReadOnlyList<DateTimeOffset> before;
        await using (var first = await StartAsync())
        {
            before = await StartTimesAsync(first, "upkeep");
        }

        await using var second = await StartAsync();

        Assert.Equal(before, await StartTimesAsync(second, "upkeep"));
    }

    [Fact]
    public async Task A_database_that_goes_away_while_a_node_starts_is_said_so()
    {
        await using var node = await StartAsync();
        await _postgres.StopAsync();
        try
        {
            var problem = await Assert.ThrowsAsync<ClusterUnavailableException>(node.KeepUpkeepAsync);
            Assert.StartsWith("the schedule cannot be kept in the database.", problem.Message, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', problem.Message);
        }
        finally
        {
            await _postgres.StartAsync();
        }
    }

    [Fact]
    public async Task Clusters_of_two_stores_in_one_database_keep_out_of_each_others_way()
    {
        await using var test = await StartAsync(shards: 3, store: $"{_store} of the test system");
        await using var live = await StartAsync(shards: 5, store: $"{_store} of the live system");
        await Poll.UntilAsync(() => Task.FromResult(test.Looked.Count > 6 && live.Looked.Count > 10), Poll.Patience, "both to look");

        Assert.Equal(3, (await test.TriggersAsync()).Count);
        Assert.Equal(5, (await live.TriggersAsync()).Count);
        Assert.DoesNotContain("003", test.Looked);
    }

    [Fact]
    public async Task A_node_that_stops_hands_its_shards_over_at_once()
    {
        await using var staying = await StartAsync();
        await using var leaving = await StartAsync();
        await Poll.UntilAsync(() => Task.FromResult(staying.Looked.Count > 0 && leaving.Looked.Count > 0), Poll.Patience, "both to look");

        await leaving.StopAsync();
        var before = staying.Looked.Count;
        var start = TimeProvider.System.GetTimestamp();
        await Poll.UntilAsync(
            () => Task.FromResult(staying.Looked.Skip(before).Distinct().Count() == Shards), Poll.Patience, "the other to look at every shard");

        // Well before it would have been taken for dead.
        Assert.InRange(TimeProvider.System.GetElapsedTime(start), TimeSpan.Zero, Cluster.CheckInInterval + Cluster.CheckInTolerance - TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task What_was_missed_while_the_database_was_away_is_looked_at_once()
    {
        await using var node = await StartAsync();
        await Poll.UntilAsync(() => Task.FromResult(node.Looked.Distinct().Count() == Shards), Poll.Patience, "every shard to be looked at");

        await _postgres.StopAsync();
        var away = TimeProvider.System.GetTimestamp();
        await Poll.UntilAsync(() => Task.FromResult(TimeProvider.System.GetElapsedTime(away) > TimeSpan.FromSeconds(5)), Poll.Patience, "five intervals");
        var before = node.Looked.Count;
        await _postgres.StartAsync();
        await Poll.UntilAsync(() => Task.FromResult(node.Looked.Skip(before).Distinct().Count() == Shards), Poll.Patience, "every shard to be looked at again");

        Assert.InRange(node.Looked.Skip(before).Count(), Shards, 3 * Shards);
    }

    [Fact]
    public async Task A_node_stops_in_its_time_although_the_database_is_away()
    {
        await using var node = await StartAsync();
        await Poll.UntilAsync(() => Task.FromResult(node.Looked.Count > 0), Poll.Patience, "a look");
        await _postgres.StopAsync();
        try
        {
            await node.StopAsync().WaitAsync(Node.Patience + Poll.Patience);
        }
        finally
        {
            await _postgres.StartAsync();
        }
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Username=coach;Password=hush-hush;Timeout=2", "cannot be used")]
    [InlineData("Server 127.0.0.1, hush-hush", "not a connection string")]
    [InlineData("Host=127.0.0.1;Pasword=hush-hush", "not a connection string")]
    [InlineData("Password=hush-hush", "names no Host")]
    public async Task A_database_that_cannot_be_used_is_said_so_without_the_password(string connectionString, string said)
    {
        var problem = await Assert.ThrowsAsync<ClusterUnavailableException>(() => Cluster.CheckAsync(connectionString, default));

        Assert.Contains(said, problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', problem.Message);
    }

    [Theory]
    [InlineData("Host=db;Database=coach", 8, "BotCoach")]
    [InlineData("Host=db;Maximum Pool Size=20;Application Name=coach one", 20, "coach one")]
    [InlineData("Host=db;MaxPoolSize=100", 100, "BotCoach")]
    public void A_node_makes_do_with_few_connections_unless_it_is_given_more(string connectionString, int connections, string name)
    {
        var complete = new NpgsqlConnectionStringBuilder(Cluster.Complete(connectionString));

        Assert.Equal((connections, name), (complete.MaxPoolSize, complete.ApplicationName));
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_said_so()
    {
        var problem = await Assert.ThrowsAsync<ClusterUnavailableException>(() => Cluster.CheckAsync(_postgres.ConnectionStringOf("nowhere"), default));

        Assert.Contains("\"nowhere\" does not exist", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_user_who_may_not_make_the_tables_is_told_so()
    {
        await ExecuteAsync("CREATE ROLE guest LOGIN");
        var guest = new NpgsqlConnectionStringBuilder(_postgres.ConnectionString) { Username = "guest" }.ConnectionString;
        var problem = await Assert.ThrowsAsync<ClusterUnavailableException>(() => Node.StartAsync(new SchedulingOptions { Postgres = guest }, Shards));

        Assert.Contains("permission denied", problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', problem.Message);
    }

    private Task<Node> StartAsync(int shards = Shards, int pollSeconds = 1, string? store = null) => Node.StartAsync(
        new SchedulingOptions { Postgres = _postgres.ConnectionString, PollSeconds = pollSeconds }, shards, store ?? _store);

    private static async Task<IReadOnlyList<DateTimeOffset>> StartTimesAsync(Node node, string group = "dispatch") =>
        [.. (await node.TriggersAsync(group)).OrderBy(trigger => trigger.Key.Name, StringComparer.Ordinal).Select(trigger => trigger.StartTimeUtc)];

    private async Task ExecuteAsync(string sql)
    {
        // Not a connection of the pool: one of the tests stops the server.
        await using var connection = new NpgsqlConnection($"{_postgres.ConnectionString};Pooling=false");
        await connection.OpenAsync();
        await using DbCommand command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>One server for all of the tests, which run one after the other.</summary>
    public sealed class Database : IAsyncLifetime
    {
        public PostgresServer Server { get; private set; } = null!;

        public async Task InitializeAsync() => Server = await PostgresServer.StartNewAsync();

        public Task DisposeAsync() => Server.DisposeAsync().AsTask();
    }
}
