using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>Spreads people over shards, the unit in which due nudges are looked at. Fixed when a store is made.</summary>
/// <param name="count">How many shards, from 1 to 999.</param>
public sealed class ShardMap(int count)
{
    /// <summary>How many shards a store gets unless configured: enough for 64 jobs to run side by side.</summary>
    public const int DefaultCount = 64;

    /// <summary>How many shards there are.</summary>
    public int Count { get; } = count is >= 1 and <= 999
        ? count
        : throw new ArgumentOutOfRangeException(nameof(count), count, "A store has 1 to 999 shards.");

    /// <summary>The shard of a person: the same on every machine and in every version.</summary>
    public int Of(PersonAddress person)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(PeopleTable.PartitionOf(person)));
        return (int)(BinaryPrimitives.ReadUInt32BigEndian(hash) % (uint)Count);
    }

    /// <summary>A shard as it stands in keys.</summary>
    public static string Name(int shard) => shard.ToString("D3", CultureInfo.InvariantCulture);
}
