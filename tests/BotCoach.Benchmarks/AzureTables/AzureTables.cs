namespace BotCoach.Benchmarks;

/// <summary>
/// The coach's client of Azure Table Storage beside Microsoft's, against one Azurite: each does the same with a table of
/// its own, in rounds that take turns, so that what the machine does meanwhile meets both.
/// </summary>
internal static class AzureTables
{
    public static async Task<bool> RunAsync(string[] args)
    {
        var options = Options.Read(args, new() { ["--rounds"] = 15, ["--operations"] = 100 });
        await using var azurite = await Azurite.StartAsync(inMemory: true);
        await using var coach = new CoachTableClient(azurite.ConnectionString, "Coach");
        var yardstick = new CosmosTableClient(azurite.ConnectionString, "Yardstick");
        TableClient[] clients = [coach, yardstick];
        foreach (var client in clients)
        {
            await TableWorkload.FillAsync(client);
        }

        // The first round warms up: code is compiled and connections are made.
        await RoundAsync(clients, options["--operations"]);
        var rounds = new List<Dictionary<(string Workload, TableClient Client), Pace>>();
        for (var round = 0; round < options["--rounds"]; round++)
        {
            Array.Reverse(clients);
            rounds.Add(await RoundAsync(clients, options["--operations"]));
        }

        return AzureTablesReport.Print(PacesOf(coach), PacesOf(yardstick));

        Dictionary<string, Paces> PacesOf(TableClient client) => TableWorkload.All.ToDictionary(
            workload => workload.Name, workload => new Paces([.. rounds.Select(round => round[(workload.Name, client)])]));
    }

    private static async Task<Dictionary<(string Workload, TableClient Client), Pace>> RoundAsync(TableClient[] clients, int percent)
    {
        var paces = new Dictionary<(string, TableClient), Pace>();
        foreach (var workload in TableWorkload.All)
        {
            foreach (var client in clients)
            {
                var operations = Math.Max(workload.Callers, workload.Operations * percent / 100);
                paces[(workload.Name, client)] = await ClosedLoop.RunAsync(workload.Callers, operations, number => workload.Act(client, number));
            }
        }

        return paces;
    }
}
