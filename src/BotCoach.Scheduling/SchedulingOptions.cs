using System.ComponentModel.DataAnnotations;
using BotCoach.Coaching;

namespace BotCoach.Scheduling;

/// <summary>How nudges are looked for and sent.</summary>
public sealed class SchedulingOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Scheduling";

    /// <summary>How many shards a new store gets; a store that has a number keeps it.</summary>
    [Range(1, 999)]
    public int Shards { get; set; } = ShardMap.DefaultCount;

    /// <summary>How often each shard is looked at, in seconds. A nudge is late by half of it on average.</summary>
    [Range(1, 300)]
    public int PollSeconds { get; set; } = 10;

    /// <summary>
    /// How long a node holds what it took up, in seconds; after a crash this is how long its nudges wait. The first half is
    /// for waiting until the platform's limits allow sending, the second for sending at its worst (opening a conversation
    /// and sending twice, 10 seconds each).
    /// </summary>
    [Range(1, 3600)]
    public int ClaimSeconds { get; set; } = 120;

    /// <summary>
    /// How many nudges of one workspace a node sends at the same time. With 50 a second, 64 allow for answers that take
    /// more than a second.
    /// </summary>
    [Range(1, 256)]
    public int Concurrency { get; set; } = 64;

    /// <summary>
    /// The PostgreSQL database through which several nodes take turns at the shards, as a connection string of Npgsql; none
    /// for a node alone.
    /// </summary>
    public string? Postgres { get; set; }

    /// <summary>Whether there are other nodes, or may be.</summary>
    public bool IsClustered => !string.IsNullOrEmpty(Postgres);

    /// <summary>
    /// Whether other nodes send to the same workspaces, as those of a cluster do: then all share the budget of each workspace
    /// through the store. Their clocks must agree to some hundredths of a second.
    /// </summary>
    public bool SharesBudget
    {
        get => field || IsClustered;
        set;
    }
}
