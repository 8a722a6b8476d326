using BotCoach.Storage;

namespace BotCoach.Coaching;

/// <summary>How many shards a store has: decided when the store is made, and kept in it.</summary>
public static class ShardCount
{
    private static readonly RowKey Row = new("settings", "shards");

    /// <summary>Reads the number from the store, or keeps the wanted one in a store that has none yet.</summary>
    /// <param name="store">A store whose tables are there.</param>
    /// <param name="wanted">The number for a new store.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<ShardMap> ReadOrKeepAsync(ITableStore store, int wanted, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        var table = store.Table(DueTable.Name);
        var map = new ShardMap(wanted);
        await table.WriteAsync([new RowWrite.Insert { Key = Row, Properties = new RowProperties { { "Count", map.Count } } }], cancellationToken);
        var row = await table.ReadAsync(Row, cancellationToken) ?? throw new TableUnavailableException("The number of shards cannot be read back.");
        return new ShardMap(row.Required(row.Properties.Number("Count"), "Count"));
    }
}
