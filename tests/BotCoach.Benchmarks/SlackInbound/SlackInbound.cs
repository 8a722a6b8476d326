namespace BotCoach.Benchmarks;

/// <summary>
/// The road of a person who speaks, on Slack: people answer check-ins by slash command, at a steady rate, through the real
/// host on a SQLite file. Beside it, in the same run, the same load on an endpoint that does nothing.
/// </summary>
internal static class SlackInbound
{
    // Long enough for the code of the road to be compiled at its final tier, and for the pools to fill.
    private const int WarmSeconds = 10;

    public static async Task<bool> RunAsync(string[] args)
    {
        var options = Options.Read(args, new() { ["--rate"] = 200, ["--seconds"] = 20 });
        var (rate, seconds) = (options["--rate"], options["--seconds"]);
        Console.WriteLine($"slack-inbound: {rate} slash commands a second for {seconds} s, after {WarmSeconds} s to warm up");

        var bare = await MeasureBareAsync(rate, seconds);
        var coach = await MeasureCoachAsync(rate, seconds);
        return SlackInboundReport.Print(rate, coach, bare);
    }

    private static async Task<Measured> MeasureBareAsync(int rate, int seconds)
    {
        await using var bare = await ServerProcess.StartAsync(
            typeof(BareEndpoint).Assembly.Location, [BareEndpoint.Name], new Dictionary<string, string>(), probe: "");
        return await MeasureAsync(bare, rate, seconds, _ => Task.CompletedTask);
    }

    private static async Task<Measured> MeasureCoachAsync(int rate, int seconds)
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("botcoach.db");
        await using var slack = await InstantSlack.StartAsync();
        await using var host = await ServerProcess.StartAsync(
            ServerProcess.HostAssembly,
            [],
            new Dictionary<string, string>
            {
                ["Storage__Sqlite__Path"] = file,
                ["Slack__SigningSecret"] = SlackWire.Secret,
                ["Slack__BotToken"] = "xoxb-benchmark",
                ["Slack__ApiBaseUrl"] = slack.ApiBaseUrl.ToString(),
            },
            probe: "health/ready");
        var measured = await MeasureAsync(host, rate, seconds, load => load.OpenCheckInsAsync(rate * (WarmSeconds + seconds)));

        // Killed, not stopped: what was accepted has to be on disk already.
        await host.KillAsync();
        var missing = await StoredReplies.CountMissingAsync(
            file, measured.Run.Accepted.Select(exchange => (rate * WarmSeconds) + exchange.Number));
        return measured with { MissingReplies = missing, MissingUpdates = (rate * (WarmSeconds + seconds)) - slack.Updates };
    }

    private static async Task<Measured> MeasureAsync(ServerProcess server, int rate, int seconds, Func<CommandLoad, Task> prepare)
    {
        using var load = new CommandLoad(server.Address);
        await prepare(load);
        await load.AnswerAsync(rate, first: 0, rate * WarmSeconds);
        var before = server.ProcessorTime;
        var run = await load.AnswerAsync(rate, first: rate * WarmSeconds, rate * seconds);
        return new Measured(run, server.ProcessorTime - before);
    }
}

/// <summary>What a server did under the load.</summary>
/// <param name="Run">What was sent and answered, warm-up aside.</param>
/// <param name="ProcessorTime">What the server used of the processors meanwhile.</param>
internal sealed record Measured(LoadRun Run, TimeSpan ProcessorTime)
{
    /// <summary>How many accepted replies are not in the store.</summary>
    public int MissingReplies { get; init; }

    /// <summary>How many people, those of the warm-up among them, did not see their card change in Slack.</summary>
    public long MissingUpdates { get; init; }
}
