using System.Collections.Concurrent;
using System.Globalization;
using BotCoach.Chat;
using BotCoach.Coaching;
using BotCoach.PlatformSimulator;
using BotCoach.Storage;

namespace BotCoach.Testing;

/// <summary>
/// Hosts as an operator runs several of them: processes on PostgreSQL and Azurite, with Slack and Teams as the simulator has
/// them. The road to the tables can be cut.
/// </summary>
public sealed class SimulatedCluster : IAsyncDisposable
{
    /// <summary>The Slack workspace and the Teams tenant of everybody.</summary>
    public const string Workspace = "T1";

    private readonly ConcurrentBag<HostProcess> _nodes = [];
    private readonly List<(PersonAddress Person, string? Conversation)> _people = [];
    private AzureTableStore _store = null!;
    private Azurite _azurite = null!;

    private SimulatedCluster()
    {
    }

    /// <summary>The platforms.</summary>
    public Simulator Platforms { get; private set; } = null!;

    /// <summary>The road from the nodes to the tables.</summary>
    public CuttableRoad Road { get; private set; } = null!;

    /// <summary>The people in the store.</summary>
    public Crowd Crowd { get; private set; } = null!;

    /// <summary>Settings of the nodes that are started from now on.</summary>
    public Dictionary<string, string> Settings { get; private set; } = null!;

    /// <summary>Starts everything but a node.</summary>
    /// <param name="postgres">The server of the schedule; it stays the caller's.</param>
    /// <param name="options">How the platforms fail.</param>
    /// <param name="changes">Settings of the nodes that differ from those for a small test.</param>
    public static async Task<SimulatedCluster> StartAsync(
        PostgresServer postgres, SimulatorOptions? options = null, IReadOnlyDictionary<string, string>? changes = null)
    {
        var cluster = new SimulatedCluster();
        try
        {
            cluster._azurite = await Azurite.StartAsync(inMemory: true);
            cluster.Road = new CuttableRoad(cluster._azurite.Port);
            cluster.Platforms = await Simulator.StartAsync(options);
            cluster.Settings = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                // What the simulator is takes no token.
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["Teams:AllowUnauthenticated"] = "true",
                ["Slack:ApiBaseUrl"] = cluster.Platforms.SlackApi.ToString(),
                ["Slack:BotToken"] = $"xoxb-{Workspace}-node",
                ["Slack:SigningSecret"] = "secret",
                ["Storage:Provider"] = "AzureTables",
                ["Storage:AzureTables:ConnectionString"] = Azurite.ConnectionStringOn(cluster.Road.Port),
                ["Scheduling:Postgres"] = postgres.ConnectionString,
                ["Scheduling:Shards"] = "12",
                ["Scheduling:PollSeconds"] = "1",
                ["Scheduling:ClaimSeconds"] = "5",
                // The platforms here fail, and limit nobody.
                ["Slack:ConversationLimit"] = "100/1s",
                ["Slack:WorkspaceLimit"] = "1000/1s",
                ["Teams:TenantLimit"] = "1000/1s",
                ["Teams:ConversationLimit"] = "100/1s",
                // Who ran what stands there.
                ["Logging:LogLevel:Quartz.Core.JobRunShell"] = "Debug",
            };
            foreach (var (key, value) in changes ?? new Dictionary<string, string>())
            {
                cluster.Settings[key] = value;
            }

            // Not by the road: whoever looks on is there while it is cut.
            cluster._store = new AzureTableStore(new AzureTableStoreOptions { ConnectionString = cluster._azurite.ConnectionString }, TimeProvider.System);
            await cluster._store.EnsureTablesAsync(CoachingServices.Tables, default);
            var shards = int.Parse(cluster.Settings["Scheduling:Shards"], CultureInfo.InvariantCulture);
            cluster.Crowd = new Crowd(cluster._store, await ShardCount.ReadOrKeepAsync(cluster._store, shards, default));
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts a node and waits until it is at work.</summary>
    public async Task<HostProcess> StartNodeAsync()
    {
        var node = await HostProcess.StartAsync(FreePort.Next(), Settings);
        _nodes.Add(node);
        return node;
    }

    /// <summary>How often a node took its turn at a shard.</summary>
    public static int Turns(HostProcess node) => node.Output.Split("Calling Execute on job dispatch").Length - 1;

    /// <summary>Enrols people with one nudge each: every other one in Slack, which can be looked at, the others in Teams, which cannot.</summary>
    /// <param name="count">How many.</param>
    /// <param name="over">Over what time, from now on, their nudges come due, evenly.</param>
    public async Task EnrolAsync(int count, TimeSpan over = default)
    {
        var start = TimeProvider.System.GetUtcNow();
        var first = _people.Count;
        _people.AddRange(Enumerable.Range(first, count).Select(number => number % 2 == 0 ? OnSlack(number) : OnTeams(number)));
        await Crowd.EnrolAsync([.. _people.Skip(first)], number => start + (over * number / count));
    }

    /// <summary>How many people have not been shown their nudge.</summary>
    public int Missing() => _people.Count - Platforms.Receipts().Select(receipt => (receipt.Platform, receipt.Person)).Distinct().Count();

    /// <summary>How many messages somebody was shown in vain, on a platform.</summary>
    public int Doubled(string platform) =>
        Platforms.Receipts().Where(receipt => receipt.Platform == platform).GroupBy(receipt => receipt.Person).Sum(person => person.Sum(receipt => receipt.Times) - 1);

    /// <summary>Waits until every nudge has been shown, and nothing is left to do.</summary>
    public Task WaitUntilDoneAsync(TimeSpan deadline) => Poll.UntilAsync(
        async () => Missing() == 0 && await Crowd.CountDueAsync(TimeProvider.System.GetUtcNow()) == 0,
        deadline,
        "every nudge to arrive and to be recorded",
        () => string.Create(CultureInfo.InvariantCulture, $"{Missing()} of {_people.Count} are missing."));

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes)
        {
            await node.DisposeAsync();
        }

        if (_store is not null)
        {
            await _store.DisposeAsync();
        }

        if (Platforms is not null)
        {
            await Platforms.DisposeAsync();
        }

        if (Road is not null)
        {
            await Road.DisposeAsync();
        }

        if (_azurite is not null)
        {
            await _azurite.DisposeAsync();
        }
    }

    private static (PersonAddress Person, string? Conversation) OnSlack(int number)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"0MARKED{number:D5}");
        return (new PersonAddress("slack", Workspace, $"U{id}"), $"D{id}");
    }

    private (PersonAddress Person, string? Conversation) OnTeams(int number)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"29:0MARKED{number:D5}");
        return (new PersonAddress("teams", Workspace, id), $"{Platforms.Connector} {new ConnectorConversation(Workspace, id)}");
    }
}
