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

    // Rounds are short and mostly wait for one lock, so a few connections serve every shard; PostgreSQL allows a hundred in
    // all unless it is told otherwise.
    private const int MaxConnections = 16;

    // Triggers that one node takes at a time when several are due. Few, so that nodes which are behind share what there is.
    private const int MaxBatch = 4;

    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);

    /// <summary>Looks whether the database is there and lets us in.</summary>
    /// <exception cref="ClusterUnavailableException">It is not or does not, or the connection string cannot be read.</exception>
    public static async Task CheckAsync(string connectionString, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = new NpgsqlConnection(Complete(connectionString));
            await connection.OpenAsync(cancellationToken);
        }
        catch (ArgumentException unreadable)
        {
            throw new ClusterUnavailableException("it is not a connection string as Npgsql reads it, such as Host=…;Database=…;Username=…;Password=….", unreadable);
        }
        catch (NpgsqlException refused)
        {
            throw new ClusterUnavailableException($"the database cannot be used. {refused.Message}", refused);
        }
    }

    /// <summary>Shares the schedule with every node that names the same database and the same store.</summary>
    internal static void UseCluster(this IQuartzBuilder quartz, string connectionString, string store, TimeSpan poll)
    {
        quartz.ConfigureScheduler(scheduler =>
        {
            // Clusters that share a database keep out of each other's way by their names.
            scheduler.InstanceName = $"BotCoach {store}";
            scheduler.GenerateInstanceId = true;
            scheduler.MaxBatchSize = MaxBatch;
            // A node that found nothing to do looks again after this; what another node let go of is not announced to it.
            scheduler.IdleWaitTime = poll;
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
                // A shard whose turn failed has its next one at the next poll, always.
                options.MaxConsecutiveFireFailures = 0;
            });
        });
    }

    private static string Complete(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        builder.ApplicationName ??= "BotCoach";
        if (!builder.ContainsKey("Maximum Pool Size"))
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
