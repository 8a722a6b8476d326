using BotCoach.Chat;
using BotCoach.Coaching;
using BotCoach.Storage;

namespace BotCoach.Benchmarks;

/// <summary>The programme lead's overview through the real host: how long it takes, and that more replies do not make it slower.</summary>
internal static class InsightsPage
{
    private const double AimedGrowth = 1.3;

    private static readonly TimeSpan _aimedPage = TimeSpan.FromMilliseconds(150);

    public static async Task<bool> RunAsync(string[] args)
    {
        var options = Options.Read(args, new() { ["--people"] = 5_000, ["--weeks"] = 26, ["--groups"] = 40, ["--replies-factor"] = 10, ["--rounds"] = 300 });
        var company = new SampleCompany
        {
            Home = new WorkspaceAddress("slack", "TDEMO"),
            People = options["--people"],
            Weeks = options["--weeks"],
            Groups = SampleCompany.GroupNames(options["--groups"]),
        };
        Console.WriteLine($"insights-page: {company.People} people in {company.Groups.Count} groups over {company.Weeks} weeks, the page opened {options["--rounds"]} times");
        var usual = await MeasureAsync(company, options["--rounds"]);
        var more = await MeasureAsync(company with { RepliesFactor = options["--replies-factor"] }, options["--rounds"]);

        Console.WriteLine();
        Table.Row("", "SQLite", $"x{more.Factor}", "Azurite", $"x{more.Factor}");
        Table.Row("replies", Table.Count(usual.Replies), Table.Count(more.Replies), Table.Count(usual.Replies), Table.Count(more.Replies));
        Row("page, median, ms", latencies => latencies.Percentile(50));
        Row("page, p95, ms", latencies => latencies.Percentile(95));
        Row("page, slowest, ms", latencies => latencies.Max);
        Table.Row("rollup of a changed week, ms", Ms(usual.Sqlite.RollUp), Ms(more.Sqlite.RollUp), Ms(usual.Azurite.RollUp), Ms(more.Azurite.RollUp));
        Table.Row("bytes of the page", Table.Count(usual.PageBytes), Table.Count(more.PageBytes));

        return new Aims()
            .Add($"p95 under {_aimedPage.TotalMilliseconds} ms on SQLite", P95(usual.Sqlite) < _aimedPage && P95(more.Sqlite) < _aimedPage)
            .Add($"p95 under {_aimedPage.TotalMilliseconds} ms on Azurite", P95(usual.Azurite) < _aimedPage && P95(more.Azurite) < _aimedPage)
            .Add($"flat within {AimedGrowth} times on SQLite", P95(more.Sqlite) < AimedGrowth * P95(usual.Sqlite))
            .Add($"flat within {AimedGrowth} times on Azurite", P95(more.Azurite) < AimedGrowth * P95(usual.Azurite))
            .Judge();

        void Row(string what, Func<Latencies, TimeSpan> of) =>
            Table.Row(what, Ms(of(usual.Sqlite.Page)), Ms(of(more.Sqlite.Page)), Ms(of(usual.Azurite.Page)), Ms(of(more.Azurite.Page)));
    }

    private static async Task<Measured> MeasureAsync(SampleCompany company, int rounds)
    {
        var start = TimeProvider.System.GetTimestamp();
        await using var seeded = await SeededCompany.SeedAsync(company);
        Console.WriteLine($"x{company.RepliesFactor}: {seeded.Replies} replies, seeded in {Table.Number(TimeProvider.System.GetElapsedTime(start).TotalSeconds, "0")} s");
        var sqlite = await OnStoreAsync(seeded, seeded.Store, new Dictionary<string, string> { ["Storage__Sqlite__Path"] = seeded.File }, rounds);

        await using var azurite = await Azurite.StartAsync(inMemory: true);
        await using var tables = new AzureTableStore(new AzureTableStoreOptions { ConnectionString = azurite.ConnectionString }, TimeProvider.System);
        await seeded.CopyAsync(tables);
        var onAzurite = await OnStoreAsync(
            seeded,
            tables,
            new Dictionary<string, string> { ["Storage__Provider"] = "AzureTables", ["Storage__AzureTables__ConnectionString"] = azurite.ConnectionString },
            rounds);
        return new Measured(company.RepliesFactor, seeded.Replies, sqlite.PageBytes, sqlite.Times, onAzurite.Times);
    }

    private static async Task<(Times Times, int PageBytes)> OnStoreAsync(
        SeededCompany seeded, ITableStore store, IReadOnlyDictionary<string, string> settings, int rounds)
    {
        using var reader = new PageReader(seeded);
        var page = await reader.ReadAsync(settings, rounds);
        // The second one: the first pays for the code that is compiled.
        await seeded.RollUpAsync(store);
        return (new Times(page, await seeded.RollUpAsync(store)), reader.PageBytes);
    }

    private static TimeSpan P95(Times times) => times.Page.Percentile(95);

    private static string Ms(TimeSpan time) => Table.Number(time.TotalMilliseconds);

    private sealed record Times(Latencies Page, TimeSpan RollUp);

    private sealed record Measured(int Factor, int Replies, int PageBytes, Times Sqlite, Times Azurite);
}
