using BotCoach.Benchmarks;

return await Benchmark.RunAsync(
    args,
    [
        new("slack-inbound", "[--rate 200] [--seconds 20]", "slash commands through the real host, from signature to disk", SlackInbound.RunAsync),
        new(BareEndpoint.Name, "--urls <url>", "serves the yardstick of slack-inbound, which starts it by itself", BareEndpoint.ServeAsync),
        new("delivery-engine", "[--people 100000] [--azurite-people 20000] [--yardstick-people 5000] [--yardstick-jobs 16]", "nudges that are all due at once, to a channel that answers at once", DeliveryEngine.RunAsync),
        new("bolt-inbound", "[--connections 32] [--seconds 15]", "slash commands on connections that are kept busy, beside @slack/bolt", BoltInbound.RunAsync),
        new(CommandServer.Name, "--urls <url>", "serves the Slack endpoint of bolt-inbound, which starts it by itself", CommandServer.ServeAsync),
    ]);
