using BotCoach.Chat;

namespace BotCoach.Benchmarks;

/// <summary>
/// The road of a person who speaks, in Teams: people answer check-ins by a message, at a steady rate, through the real host in
/// Production on a SQLite file, with tokens in both directions. Beside it, in the same run, the same load on an endpoint that
/// checks the token and does nothing else.
/// </summary>
internal static class TeamsInbound
{
    // The Connector gives a bot up after this time (learn.microsoft.com, "Send and receive messages").
    private static readonly TimeSpan _connectorsPatience = TimeSpan.FromSeconds(15);

    public static async Task<bool> RunAsync(string[] args)
    {
        var options = Options.Read(args, new() { ["--rate"] = 200, ["--seconds"] = 20 });
        var (rate, seconds) = (options["--rate"], options["--seconds"]);
        Console.WriteLine($"teams-inbound: {rate} messages a second for {seconds} s, after {InboundLoad.WarmSeconds} s to warm up");

        using var wire = new TeamsWire();
        var bare = await MeasureBareAsync(wire, rate, seconds);
        var coach = await MeasureCoachAsync(wire, rate, seconds);
        return new InboundReport("Teams", "message", _connectorsPatience).Print(rate, coach, bare);
    }

    private static async Task<Measured> MeasureBareAsync(TeamsWire wire, int rate, int seconds)
    {
        await using var bare = await BareEndpoint.StartAsync(new Dictionary<string, string> { [BareEndpoint.Key] = wire.PublicKey });
        using var load = new MessageLoad(bare.Address, wire);
        return await load.MeasureAsync(bare, rate, seconds);
    }

    private static async Task<Measured> MeasureCoachAsync(TeamsWire wire, int rate, int seconds)
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("botcoach.db");
        await using var connector = await InstantConnector.StartAsync(wire, folder);
        await using var host = await ServerProcess.StartHostAsync(
            new Dictionary<string, string>(connector.Settings) { ["Storage__Sqlite__Path"] = file });
        using var load = new MessageLoad(host.Address, wire);
        await load.OpenCheckInsAsync(InboundLoad.People(rate, seconds));
        var measured = await load.MeasureAsync(host, rate, seconds);

        // Killed, not stopped: what was accepted has to be on disk already.
        await host.KillAsync();
        var missing = await StoredReplies.CountMissingAsync(file, InboundLoad.Accepted(measured.Run, rate).Select(person =>
            (new PersonAddress("teams", TeamsWire.Tenant, TeamsWire.Person(person)), InboundLoad.Value, InboundLoad.Line(person))));
        return measured with { MissingReplies = missing, MissingUpdates = InboundLoad.People(rate, seconds) - connector.Updates };
    }
}
