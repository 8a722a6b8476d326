using System.Globalization;

namespace BotCoach.Storage.Tests;

/// <summary>A program that writes rows to a file until it is killed, and prints each one that was acknowledged.</summary>
internal static class KilledWriter
{
    private const int Callers = 16;
    private static int s_next;

    public static async Task Main(string[] args)
    {
        await using var store = new SqliteTableStore(new SqliteTableStoreOptions { Path = args[0] });
        await store.EnsureTablesAsync(["Rows"], CancellationToken.None);
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => WriteOnAsync(store.Table("Rows"))));
    }

    private static async Task WriteOnAsync(ITable table)
    {
        while (true)
        {
            var row = Interlocked.Increment(ref s_next).ToString("D8", CultureInfo.InvariantCulture);
            RowWrite[] writes =
            [
                new RowWrite.Insert { Key = new RowKey("p", row), Properties = new() { { "Text", new string('x', 500) } } },
                new RowWrite.Insert { Key = new RowKey("p", $"{row} twin"), Properties = [] },
            ];
            if (await table.WriteAsync(writes, CancellationToken.None) is WriteResult.Written)
            {
                Console.WriteLine(row);
            }
        }
    }
}
