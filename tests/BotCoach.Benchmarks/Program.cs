using BotCoach.Benchmarks;

return await Benchmark.RunAsync(
    args,
    [
        new("slack-inbound", "[--rate 200] [--seconds 20]", "slash commands through the real host, from signature to disk", SlackInbound.RunAsync),
        new("teams-inbound", "[--rate 200] [--seconds 20]", "signed messages through the real host, from token to disk and to the Connector", TeamsInbound.RunAsync),
        new(BareEndpoint.Name, "--urls <url>", "serves the yardstick of the two above, which start it by themselves", BareEndpoint.ServeAsync),
        new("azure-tables", "[--rounds 15] [--operations 100]", "the client of Azure Table Storage beside Microsoft's, on Azurite; operations are percent of the usual", AzureTables.RunAsync),
        new("delivery-engine", "[--people 100000] [--azurite-people 20000] [--yardstick-people 5000] [--yardstick-jobs 16]", "nudges that are all due at once, to a channel that answers at once", DeliveryEngine.RunAsync),
        new("cluster-faults", "[--people 10000] [--nodes 3] [--over 90] [--kill-every 5] [--outage 10] [--seed 1]", "nodes that are killed while nudges come due, with platforms that fail and tables that are away (seconds)", ClusterFaults.RunAsync),
    ]);
