namespace BotCoach.Storage;

/// <summary>Where a <see cref="SqliteTableStore"/> keeps its tables.</summary>
public sealed record SqliteTableStoreOptions
{
    /// <summary>The path that stands for a private database in memory, which lives as long as its store.</summary>
    public const string InMemory = ":memory:";

    /// <summary>The path of the file, made when missing, with its folder; or <see cref="InMemory"/>.</summary>
    public required string Path { get; init; }

    /// <summary>
    /// How long a write waits for another process that is writing to the same file. Retries can add a second to it.
    /// </summary>
    public TimeSpan BusyTime { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The most pages of 4 KiB that the file may have; null for as many as the disk holds.</summary>
    internal int? MaxPages { get; init; }
}
