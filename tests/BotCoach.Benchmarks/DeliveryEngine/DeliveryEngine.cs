using BotCoach.Coaching;
using BotCoach.Storage;

namespace BotCoach.Benchmarks;

/// <summary>
/// How fast nudges that are all due go out when the platform is no obstacle: on SQLite, on Azurite, and beside them, in the
/// same run, the naive design.
/// </summary>
internal static class DeliveryEngine
{
    private const double AimOnSqlite = 5_000;
    private const double AimOnAzurite = 1_000;
    private const double AimedRatio = 10;

    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(3);

    public static async Task<bool> RunAsync(string[] args)
    {
        var options = Options.Read(args, new()
        {
            ["--people"] = 100_000,
            ["--azurite-people"] = 20_000,
            ["--yardstick-people"] = 5_000,
            ["--yardstick-jobs"] = 16,
        });
        Console.WriteLine("delivery-engine: nudges that are all due at once, to a channel that answers at once");

        var sqlite = await OnSqliteAsync(options["--people"]);
        Print("coach on SQLite", sqlite);
        var azurite = await OnAzuriteAsync(options["--azurite-people"]);
        Print("coach on Azurite", azurite);
        var naive = await CronPerPerson.RunAsync(options["--yardstick-people"], options["--yardstick-jobs"], _patience);
        Print("one cron trigger a person, PostgreSQL", naive);
        Table.Row("coach on SQLite, times the yardstick", Table.Number(sqlite.Rate / naive.Rate));

        return new Aims()
            .Add($"on SQLite at least {AimOnSqlite} a second", sqlite.Rate >= AimOnSqlite)
            .Add($"on Azurite at least {AimOnAzurite} a second", azurite.Rate >= AimOnAzurite)
            .Add($"{AimedRatio} times the naive design", sqlite.Rate >= AimedRatio * naive.Rate)
            .Add("each nudge once, and recorded", sqlite.IsExact && azurite.IsExact)
            .Add("the yardstick sent each once too", naive.IsExact)
            .Judge();
    }

    private static async Task<EngineRun> OnSqliteAsync(int people)
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("botcoach.db");
        await using var store = new SqliteTableStore(new SqliteTableStoreOptions { Path = file });
        await store.EnsureTablesAsync(CoachingServices.Tables, CancellationToken.None);
        return await EngineRun.OfHostAsync(store, [$"--Storage:Sqlite:Path={file}"], people, _patience);
    }

    private static async Task<EngineRun> OnAzuriteAsync(int people)
    {
        await using var azurite = await Azurite.StartAsync(inMemory: true);
        await using var store = new AzureTableStore(new AzureTableStoreOptions { ConnectionString = azurite.ConnectionString }, TimeProvider.System);
        await store.EnsureTablesAsync(CoachingServices.Tables, CancellationToken.None);
        return await EngineRun.OfHostAsync(
            store, ["--Storage:Provider=AzureTables", $"--Storage:AzureTables:ConnectionString={azurite.ConnectionString}"], people, _patience);
    }

    private static void Print(string what, EngineRun run)
    {
        Table.Row(what, $"{Table.Number(run.Rate, "0")}/s", $"{Table.Number(run.Took.TotalSeconds)} s", $"{Table.Count(run.Sent)} sent", run.Filled > TimeSpan.Zero ? $"filled {Table.Number(run.Filled.TotalSeconds, "0")} s" : "");
        if (!run.IsExact)
            Console.WriteLine($"  of {run.Nudges}; duplicates {run.Duplicates}; {run.Remains}");
    }
}
