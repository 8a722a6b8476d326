namespace BotCoach.Storage;

/// <summary>The partitions of a table whose key lies in a range.</summary>
/// <param name="From">The first partition key that belongs to the range; the empty text for the first of the table.</param>
/// <param name="Before">The first partition key that no longer belongs to it; null for the end of the table.</param>
public sealed record PartitionRange(string From = "", string? Before = null)
{
    /// <summary>The partitions whose key starts with a prefix.</summary>
    /// <param name="prefix">At least one character; its last one must not be U+FFFF.</param>
    public static PartitionRange WithPrefix(string prefix)
    {
        var rows = RowRange.WithPrefix(partition: "", prefix);
        return new PartitionRange(rows.From, rows.Before);
    }
}
