using System.Globalization;
using BotCoach.Storage;

namespace BotCoach.Testing;

/// <summary>Reads a store through, whatever stands behind it: to see that something is nowhere, or that all is as it was.</summary>
public static class StoreScan
{
    /// <summary>Every row of some tables.</summary>
    public static async Task<IReadOnlyList<Trace>> ReadAsync(ITableStore store, IEnumerable<string> tables)
    {
        List<Trace> traces = [];
        foreach (var name in tables)
        {
            var table = store.Table(name);
            await foreach (var partition in table.PartitionsAsync(new PartitionRange(), CancellationToken.None))
            {
                await foreach (var row in table.ReadRangeAsync(new RowRange(partition), CancellationToken.None))
                {
                    traces.Add(new Trace(name, row.Key, Text(row)));
                }
            }
        }

        return traces;
    }

    private static string Text(TableRow row) => string.Join(
        ' ',
        [row.Key.Partition, row.Key.Row, .. row.Properties.Select(value => string.Create(CultureInfo.InvariantCulture, $"{value.Key}={value.Value}")).Order(StringComparer.Ordinal)]);

    /// <summary>A row as text.</summary>
    /// <param name="Table">Its table.</param>
    /// <param name="Key">Its key.</param>
    /// <param name="Text">Its key and all its values.</param>
    public sealed record Trace(string Table, RowKey Key, string Text);
}
