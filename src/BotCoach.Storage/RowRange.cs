namespace BotCoach.Storage;

/// <summary>The rows of a partition whose row key lies in a range.</summary>
/// <param name="Partition">The partition.</param>
/// <param name="From">The first row key that belongs to the range; the empty text for the start of the partition.</param>
/// <param name="Before">The first row key that no longer belongs to it; null for the end of the partition.</param>
public sealed record RowRange(string Partition, string From = "", string? Before = null)
{
    /// <summary>
    /// The names of the values to read; null for all. A row that has none of them comes with its key and version alone.
    /// </summary>
    public IReadOnlyList<string>? Select { get; init; }

    /// <summary>The rows whose key starts with a prefix.</summary>
    /// <param name="partition">The partition.</param>
    /// <param name="prefix">At least one character; its last one must not be U+FFFF.</param>
    public static RowRange WithPrefix(string partition, string prefix)
    {
        ArgumentException.ThrowIfNullOrEmpty(prefix);
        ArgumentOutOfRangeException.ThrowIfEqual(prefix[^1], char.MaxValue, nameof(prefix));
        return new RowRange(partition, prefix, $"{prefix[..^1]}{(char)(prefix[^1] + 1)}");
    }
}

/// <summary>Some rows of a range, in order.</summary>
/// <param name="Rows">The rows; a page may be empty although more follow.</param>
/// <param name="Next">Where the next page starts; null when this was the last.</param>
public sealed record RowPage(IReadOnlyList<TableRow> Rows, string? Next);
