using System.Collections.Concurrent;

namespace BotCoach.Storage.Tests;

/// <summary>A service that goes away and comes back in the middle of a load.</summary>
public sealed class AzureRestartTests
{
    private const int Callers = 8;

    [Fact]
    public async Task Every_write_that_was_acknowledged_outlives_a_restart_of_the_service()
    {
        await using var azurite = await Azurite.StartAsync(inMemory: false);
        await using var store = new AzureTableStore(Options(azurite), TimeProvider.System);
        await store.EnsureTablesAsync(["Replies"], CancellationToken.None);
        var table = store.Table("Replies");
        var acknowledged = new ConcurrentBag<string>();
        var refused = new ConcurrentBag<string>();
        using var end = new CancellationTokenSource();
        var load = Enumerable.Range(0, Callers).Select(caller => Task.Run(() => ReplyOnAsync(table, caller, acknowledged, refused, end.Token))).ToList();

        await Poll.UntilAsync(() => Task.FromResult(acknowledged.Count > 100), Poll.Patience, "writes before the restart");
        await azurite.StopAsync();
        await Poll.UntilAsync(() => Task.FromResult(!refused.IsEmpty), Poll.Patience, "a write that met the restart");
        var before = acknowledged.Count;
        await azurite.StartAsync();
        await Poll.UntilAsync(() => Task.FromResult(acknowledged.Count > before + 100), Poll.Patience, "writes after the restart");
        await end.CancelAsync();
        await Task.WhenAll(load);

        var stored = new HashSet<string>(await RowsAsync(table), StringComparer.Ordinal);
        Assert.DoesNotContain(acknowledged, row => !stored.Contains(row));
    }

    [Fact]
    public async Task A_service_that_is_away_for_less_than_the_deadline_is_waited_for()
    {
        await using var azurite = await Azurite.StartAsync(inMemory: false);
        await using var store = new AzureTableStore(Options(azurite) with { Retries = 20, Deadline = Poll.Patience }, TimeProvider.System);
        await store.EnsureTablesAsync(["Replies"], CancellationToken.None);
        await azurite.StopAsync();

        var write = store.Table("Replies").WriteAsync([Reply("a")], CancellationToken.None);
        await azurite.StartAsync();

        Assert.IsType<WriteResult.Written>(await write);
    }

    private static AzureTableStoreOptions Options(Azurite azurite) => new()
    {
        ConnectionString = azurite.ConnectionString,
        AttemptTime = TimeSpan.FromSeconds(2),
        Retries = 1,
    };

    private static RowWrite.Insert Reply(string row) =>
        new() { Key = new RowKey("anna", row), Properties = new() { { "Text", "Went well." } } };

    /// <summary>Sends replies one after another, each again until it is taken.</summary>
    private static async Task ReplyOnAsync(
        ITable table, int caller, ConcurrentBag<string> acknowledged, ConcurrentBag<string> refused, CancellationToken end)
    {
        for (var i = 0; !end.IsCancellationRequested;)
        {
            var row = $"{caller} {i:D6}";
            try
            {
                // The reply may be there already: of an earlier time that got an error and took place all the same.
                var result = await table.WriteAsync([Reply(row)], CancellationToken.None);
                Assert.True(result is WriteResult.Written or WriteResult.AlreadyExists);
                acknowledged.Add(row);
                i++;
            }
            catch (TableUnavailableException)
            {
                refused.Add(row);
            }
        }
    }

    private static async Task<List<string>> RowsAsync(ITable table)
    {
        var rows = new List<string>();
        for (RowRange? range = new("anna"); range is not null;)
        {
            var page = await table.QueryAsync(range, TableRules.MaxPage, CancellationToken.None);
            rows.AddRange(page.Rows.Select(row => row.Key.Row));
            range = page.Next is null ? null : range with { From = page.Next };
        }

        return rows;
    }
}
