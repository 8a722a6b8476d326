using System.Globalization;

namespace BotCoach.Storage;

/// <summary>The addresses of tables and rows, below the service's own.</summary>
/// <remarks>Source: learn.microsoft.com, "Addressing Table service resources" and "Querying tables and entities".</remarks>
internal static class TableUri
{
    private const string FirstAboveSurrogates = "\ue000";

    /// <summary>A row, such as <c>/People(PartitionKey='p',RowKey='r')</c>.</summary>
    public static string Row(string table, RowKey key) =>
        $"/{table}(PartitionKey={Quoted(key.Partition)},RowKey={Quoted(key.Row)})";

    /// <summary>A range of rows, as a query of at most so many.</summary>
    public static string Rows(string table, RowRange range, int take)
    {
        var filter = $"PartitionKey%20eq%20{Quoted(range.Partition)}";
        if (range.From.Length > 0)
        {
            filter = $"{filter}%20and%20RowKey%20ge%20{Quoted(FirstWhole(range.From))}";
        }

        if (range.Before is not null)
        {
            filter = $"{filter}%20and%20RowKey%20lt%20{Quoted(FirstWhole(range.Before))}";
        }

        var select = range.Select is { } names ? $"&$select={string.Join(',', ["PartitionKey", "RowKey", .. names.Select(Uri.EscapeDataString)])}" : "";
        return string.Create(CultureInfo.InvariantCulture, $"/{table}()?$filter={filter}&$top={take}{select}");
    }

    /// <summary>Every row of a table, keys alone, as a query of full pages.</summary>
    public static string Keys(string table) =>
        string.Create(CultureInfo.InvariantCulture, $"/{table}()?$select=PartitionKey,RowKey&$top={TableRules.MaxPage}");

    /// <summary>The keys of a range of partitions, as a query of at most so many.</summary>
    public static string Keys(string table, PartitionRange range, int take)
    {
        List<string> filters = [];
        if (range.From.Length > 0)
        {
            filters.Add($"PartitionKey%20ge%20{Quoted(FirstWhole(range.From))}");
        }

        if (range.Before is not null)
        {
            filters.Add($"PartitionKey%20lt%20{Quoted(FirstWhole(range.Before))}");
        }

        var filter = filters.Count > 0 ? $"$filter={string.Join("%20and%20", filters)}&" : "";
        return string.Create(CultureInfo.InvariantCulture, $"/{table}()?{filter}$select=PartitionKey,RowKey&$top={take}");
    }

    /// <summary>
    /// The first text without half a surrogate pair that does not stand before a bound. A bound may have such a half, an
    /// address (which is UTF-8) cannot, and neither can a key: so the same keys stand on either side of both.
    /// </summary>
    public static string FirstWhole(string bound)
    {
        for (var i = 0; i < bound.Length; i++)
        {
            if (char.IsSurrogatePair(bound, i))
            {
                i++;
            }
            else if (char.IsLowSurrogate(bound[i]))
            {
                return $"{bound[..i]}{FirstAboveSurrogates}";
            }
            else if (char.IsHighSurrogate(bound[i]))
            {
                // The pairs that begin with it stand before it when what follows it is above every second half.
                var after = i + 1 < bound.Length && bound[i + 1] > '\udfff';
                return !after ? $"{bound[..i]}{bound[i]}\udc00"
                    : bound[i] < '\udbff' ? $"{bound[..i]}{(char)(bound[i] + 1)}\udc00"
                    : $"{bound[..i]}{FirstAboveSurrogates}";
            }
        }

        return bound;
    }

    /// <summary>
    /// Where the keys after a key start; null when none can follow. No character of a key stands before the space.
    /// </summary>
    /// <remarks>
    /// It is longer than a key may be when that key has the greatest length; then it ends one character higher instead.
    /// </remarks>
    public static string? KeyAfter(string key)
    {
        if (key.Length < TableRules.MaxKeyLength)
        {
            return $"{key} ";
        }

        var last = key.AsSpan().TrimEnd(char.MaxValue).Length - 1;
        return last < 0 ? null : $"{key[..last]}{(char)(key[last] + 1)}";
    }

    /// <summary>A key between quotes, encoded for an address.</summary>
    public static string Quoted(string text) => $"'{Uri.EscapeDataString(text.Replace("'", "''", StringComparison.Ordinal))}'";
}
