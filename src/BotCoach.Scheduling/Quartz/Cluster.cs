using System.Data.Common;
using Npgsql;
using Quartz;

namespace BotCoach.Scheduling;

/// <summary>
/// Several nodes that take turns at the shards of one store, by way of a PostgreSQL database. Quartz makes its tables there
/// and decides who runs what; see docs/adr/0011-who-runs-a-shard.md.
/// </summary>
public static class Cluster
{
    /// <summary>How often a node says that it is alive, and looks whether the others are.</summary>
    public static readonly TimeSpan CheckInInterval = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How much later than that it may be before the others take it for dead. Longer than any pause that a node in good
    /// health makes. With <see cref="CheckInInterval"/> a dead node's shards are free again 10 to 15 seconds after its last
    /// word, which is 5 to 15 seconds after its death.
    /// </summary>
    public static readonly TimeSpan CheckInTolerance = TimeSpan.FromSeconds(5);

    // Rounds are short and mostly wait for one lock, so a few connections serve every shard; a PostgreSQL server allows a
    // hundred in all unless told otherwise, and the smallest of Azure 35.
    // Source: learn.microsoft.com, "Limits in Azure Database for PostgreSQL", Maximum connections.
    private const int MaxConnections = 8;

    // Triggers that one node takes at a time when several are due. Few, so that nodes which are behind share what there is.
    private const int MaxBatch = 4;

    private static readonly TimeSpan LongestIdle = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan TransientRetryAfter = TimeSpan.FromMilliseconds(500);

    /// <summary>Looks whether the database is there and lets us in.</summary>
    /// <exception cref="ClusterUnavailableException">It is not or does not, or the connection string cannot be read.</exception>
    public static async Task CheckAsync(string connectionString, CancellationToken cancellationToken)
    {
        try
        {
            var complete = Complete(connectionString);
            if (string.IsNullOrEmpty(new NpgsqlConnectionStringBuilder(complete).Host))
            {
                throw new ClusterUnavailableException("the connection string names no Host.");
            }

            await using var connection = new NpgsqlConnection(complete);
            await connection.OpenAsync(cancellationToken);
        }
        catch (ArgumentException unreadable)
        {
            throw new ClusterUnavailableException("it is not a connection string as Npgsql reads it, such as Host=…;Database=…;Username=…;Password=….", unreadable);
        }
        catch (NpgsqlException refused)
        {
            throw new ClusterUnavailableException($"the database cannot be used. {Reason(refused)}", refused);
        }
    }

    /// <summary>Says that the schedule could not be written.</summary>
    internal static ClusterUnavailableException Unavailable(SchedulerException refused) =>
        new($"the schedule cannot be kept in the database. {Reason(refused)}", refused);

    /// <summary>What went wrong with a database, without the place in a statement, which is not an operator's.</summary>
    internal static string Reason(Exception? problem) => problem switch
    {
        null => "It does not say why.",
        PostgresException { MessageText: var said } => said,
        { InnerException: PostgresException { MessageText: var said } } => said,
        NpgsqlException => problem.Message,
        { InnerException: { } inner } => Reason(inner),
        _ => problem.Message,
    };

    /// <summary>Shares the schedule with every node that names the same database and the same store.</summary>
    internal static void UseCluster(this IQuartzBuilder quartz, string connectionString, string store, int shards, TimeSpan poll)
    {
        quartz.ConfigureScheduler(scheduler =>
        {
            // Clusters that share a database keep out of each other's way by their names.
            scheduler.InstanceName = $"BotCoach {store}";
            scheduler.GenerateInstanceId = true;
            scheduler.MaxBatchSize = Math.Min(MaxBatch, shards);
            // A node that found nothing to do looks again after this; what another node let go of is not announced to it.
            scheduler.IdleWaitTime = poll < LongestIdle ? poll : LongestIdle;
        });
        quartz.UsePersistentStore(persistence =>
        {
            persistence.UsePostgres(NpgsqlFactory.Instance, Complete(connectionString));
            persistence.UseSystemTextJsonSerializer();
            persistence.ProvisionSchema();
            persistence.UseClustering(clustering =>
            {
                clustering.CheckinInterval = CheckInInterval;
                clustering.CheckinMisfireThreshold = CheckInTolerance;
            });
            persistence.ConfigureStore(options =>
            {
                options.DbRetryInterval = RetryAfter;
                // Whoever asks about its health waits for this; the rounds go on in any case.
                options.MaxTransientRetries = 1;
                options.TransientRetryInterval = TransientRetryAfter;
                // They try for as long as the database is away; a process that stops does not wait for them.
                options.UseBackgroundThreads = true;
                // A shard whose turn failed has its next one at the next poll, always.
                options.MaxConsecutiveFireFailures = 0;
            });
        });
    }

    /// <summary>Says what an operator left open: who we are, and with how few connections we make do.</summary>
    internal static string Complete(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        builder.ApplicationName ??= "BotCoach";
        var given = new DbConnectionStringBuilder { ConnectionString = connectionString };
        if (!given.ContainsKey("Maximum Pool Size") && !given.ContainsKey("MaxPoolSize"))
        {
            builder.MaxPoolSize = MaxConnections;
        }

        return builder.ConnectionString;
    }
}

/// <summary>The database of a cluster cannot be used; the message says why, for an operator, and holds no secret.</summary>
public sealed class ClusterUnavailableException : Exception
{
    /// <summary>Makes one that says nothing.</summary>
    public ClusterUnavailableException()
    {
    }

    /// <summary>Makes one.</summary>
    public ClusterUnavailableException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one with what led to it.</summary>
    public ClusterUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
