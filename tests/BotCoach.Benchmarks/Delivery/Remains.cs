using System.Globalization;
using BotCoach.Coaching;
using BotCoach.Storage;

namespace BotCoach.Benchmarks;

/// <summary>What a run left behind in the store.</summary>
/// <param name="StillDue">Nudges that were due by then and are still there.</param>
/// <param name="Ahead">Nudges that come later.</param>
/// <param name="Recorded">Deliveries recorded as sent.</param>
internal sealed record Remains(int StillDue, int Ahead, int Recorded)
{
    /// <summary>Reads a store.</summary>
    /// <param name="store">The store.</param>
    /// <param name="shards">Its shards.</param>
    /// <param name="until">Nudges that come due after this come later.</param>
    /// <param name="days">The local days that deliveries are of.</param>
    public static async Task<Remains> ReadAsync(ITableStore store, ShardMap shards, DateTimeOffset until, params IReadOnlyList<DateOnly> days)
    {
        var (due, all, recorded) = (0, 0, 0);
        var (dueTable, deliveries) = (store.Table(DueTable.Name), store.Table(DeliveriesTable.Name));
        await Parallel.ForAsync(0, shards.Count, async (shard, _) =>
        {
            var name = ShardMap.Name(shard);
            Interlocked.Add(ref due, await CountAsync(dueTable, new RowRange(name, "", KeyEncoding.EncodeTime(until.AddTicks(1))), _ => true));
            Interlocked.Add(ref all, await CountAsync(dueTable, new RowRange(name), _ => true));
            foreach (var day in days)
            {
                var partition = $"{name}|{day.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}";
                Interlocked.Add(ref recorded, await CountAsync(
                    deliveries, new RowRange(partition), row => row.Properties.Text("Outcome") == nameof(DeliveryOutcome.Sent)));
            }
        });
        return new Remains(due, all - due, recorded);
    }

    private static async Task<int> CountAsync(ITable table, RowRange range, Func<TableRow, bool> counts)
    {
        var count = 0;
        for (string? from = range.From; from is not null;)
        {
            var page = await table.QueryAsync(range with { From = from }, TableRules.MaxPage, CancellationToken.None);
            count += page.Rows.Count(counts);
            from = page.Next;
        }

        return count;
    }
}
