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
    /// How long a node holds what it took up, in seconds. Longer than a page of sends takes at its worst (100 sends, 16
    /// at a time, 10 seconds each); after a crash this is how long its nudges wait.
    /// </summary>
    [Range(1, 3600)]
    public int ClaimSeconds { get; set; } = 120;

    /// <summary>How many nudges of one page are sent at the same time.</summary>
    [Range(1, 256)]
    public int Concurrency { get; set; } = 16;

    /// <summary>
    /// The PostgreSQL database through which several nodes take turns at the shards, as a connection string of Npgsql; none
    /// for a node alone.
    /// </summary>
    public string? Postgres { get; set; }
}
