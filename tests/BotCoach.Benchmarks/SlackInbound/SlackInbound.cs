using BotCoach.Chat;

namespace BotCoach.Benchmarks;

/// <summary>
/// The road of a person who speaks, on Slack: people answer check-ins by slash command, at a steady rate, through the real
/// host on a SQLite file. Beside it, in the same run, the same load on an endpoint that does nothing.
/// </summary>
internal static class SlackInbound
{
    // Slack gives a command up after this time (docs.slack.dev, slash commands).
    private static readonly TimeSpan _slacksPatience = TimeSpan.FromSeconds(3);

    public static async Task<bool> RunAsync(string[] args)
    {
        var options = Options.Read(args, new() { ["--rate"] = 200, ["--seconds"] = 20 });
        var (rate, seconds) = (options["--rate"], options["--seconds"]);
        Console.WriteLine($"slack-inbound: {rate} slash commands a second for {seconds} s, after {InboundLoad.WarmSeconds} s to warm up");

        var bare = await MeasureBareAsync(rate, seconds);
        var coach = await MeasureCoachAsync(rate, seconds);
        return new InboundReport("Slack", "command", _slacksPatience).Print(rate, coach, bare);
    }

    private static async Task<Measured> MeasureBareAsync(int rate, int seconds)
    {
        await using var bare = await BareEndpoint.StartAsync(new Dictionary<string, string>());
        using var load = new CommandLoad(bare.Address);
        return await load.MeasureAsync(bare, rate, seconds);
    }

    private static async Task<Measured> MeasureCoachAsync(int rate, int seconds)
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("botcoach.db");
        await using var slack = await InstantSlack.StartAsync();
        await using var host = await ServerProcess.StartHostAsync(new Dictionary<string, string>
        {
            ["Storage__Sqlite__Path"] = file,
            ["Slack__SigningSecret"] = SlackWire.Secret,
            ["Slack__BotToken"] = "xoxb-benchmark",
            ["Slack__ApiBaseUrl"] = slack.ApiBaseUrl.ToString(),
        });
        using var load = new CommandLoad(host.Address);
        await load.OpenCheckInsAsync(InboundLoad.People(rate, seconds));
        var measured = await load.MeasureAsync(host, rate, seconds);

        // Killed, not stopped: what was accepted has to be on disk already.
        await host.KillAsync();
        var missing = await StoredReplies.CountMissingAsync(file, InboundLoad.Accepted(measured.Run, rate).Select(person =>
            (new PersonAddress("slack", SlackWire.Workspace, SlackWire.Person(person)), InboundLoad.Value, InboundLoad.Line(person))));
        return measured with { MissingReplies = missing, MissingUpdates = InboundLoad.People(rate, seconds) - slack.Updates };
    }
}
