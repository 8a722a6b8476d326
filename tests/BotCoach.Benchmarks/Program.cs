using BotCoach.Benchmarks;

return await Benchmark.RunAsync(
    args,
    [
        new("slack-inbound", "[--rate 200] [--seconds 20]", "slash commands through the real host, from signature to disk", SlackInbound.RunAsync),
        new("teams-inbound", "[--rate 200] [--seconds 20]", "signed messages through the real host, from token to disk and to the Connector", TeamsInbound.RunAsync),
        new(BareEndpoint.Name, "--urls <url>", "serves the yardstick of the two above, which start it by themselves", BareEndpoint.ServeAsync),
        new("azure-tables", "[--rounds 15] [--operations 100]", "the client of Azure Table Storage beside Microsoft's, on Azurite; operations are percent of the usual", AzureTables.RunAsync),
        new("delivery-engine", "[--people 100000] [--azurite-people 20000] [--yardstick-people 5000] [--yardstick-jobs 16]", "nudges that are all due at once, to a channel that answers at once", DeliveryEngine.RunAsync),
        new("million-enrolled", "[--people 1000000] [--due 10000]", "memory and reads of the host when few of very many are due", MillionEnrolled.RunAsync),
        new("delivery-limits", "[--people 100000] [--speed 1]", "nudges in twenty workspaces against the platforms' limits", DeliveryLimits.RunAsync),
        new("delivery-faults", "[--people 10000] [--seed 1] [--speed 8] [--slack-times 10]", "nudges against platforms and a store that fail", DeliveryFaults.RunAsync),
        new("bolt-inbound", "[--connections 32] [--seconds 15]", "slash commands on connections that are kept busy, beside @slack/bolt", BoltInbound.RunAsync),
        new("cluster-faults", "[--people 10000] [--nodes 3] [--over 90] [--kill-every 5] [--outage 10] [--seed 1]", "nodes that are killed while nudges come due, with platforms that fail and tables that are away (seconds)", ClusterFaults.RunAsync),
        new("fuzz", "[--requests 200000] [--seed 1]", "requests that nobody should send, to every endpoint of the real host", Fuzz.RunAsync),
        new("insights-page", "[--people 5000] [--weeks 26] [--groups 40] [--replies-factor 10] [--rounds 300]", "the programme lead's overview of a seeded company, and the same with more replies", InsightsPage.RunAsync),
        new(CoachHost.Name, "--urls <url> ...", "serves the host of the delivery benchmarks, which start it by themselves", CoachHost.ServeAsync),
        new(CommandServer.Name, "--urls <url>", "serves the Slack endpoint of bolt-inbound, which starts it by itself", CommandServer.ServeAsync),
        new("key-points", "[--rounds 30]", "key points of pre-reads beside two baselines, and the time that 40,000 characters take", KeyPointBenchmark.RunAsync),
        new("plain-language", "[--runs 200]", "how often the check for tech tongues is right on labelled points, and how long it takes", PlainLanguage.RunAsync),
    ]);
