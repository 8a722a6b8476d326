using System.Globalization;
using BotCoach.PlatformSimulator;

namespace BotCoach.Benchmarks;

/// <summary>
/// Very many nudges that are due at once in workspaces of mixed size, against platforms that keep their documented limits
/// strictly: as fast as they allow and never faster, and the small ones not after the large ones.
/// </summary>
internal static class DeliveryLimits
{
    private const double AimedUse = 0.95;
    private const double AimedThrottled = 0.005;
    private const double AimedDelay = 1.2;

    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(8);

    public static async Task<bool> RunAsync(string[] args)
    {
        var options = Options.Read(args, new() { ["--people"] = 100_000, ["--speed"] = 1 });
        var workspaces = SimulatedCompany.Of(options["--people"]);
        Console.WriteLine(
            $"delivery-limits: {workspaces.Sum(workspace => workspace.People)} nudges due at once in {workspaces.Count} workspaces, the clock {options["--speed"]} times as fast as the real one");

        await using var stage = await Stage.SetAsync(options["--speed"]);
        var dueAt = stage.Clock.GetUtcNow();
        foreach (var workspace in workspaces)
        {
            await stage.EnrolAsync(workspace.People, number => workspace.Enrol(stage, number, dueAt));
        }

        await stage.StartHostAsync();
        var isDone = await stage.WaitUntilDoneAsync(dueAt, _patience);
        return Judge(workspaces, await stage.Platforms.ReportAsync(), isDone);
    }

    private static bool Judge(IReadOnlyList<SimulatedCompany> workspaces, SimulatorReport report, bool isDone)
    {
        // From the first message of all: until then the host was starting.
        var start = report.Workspaces.Min(workspace => workspace.First) ?? throw new BenchmarkException("Nothing was sent.");
        Table.Row("", "people", "got", "ideal s", "took s", "used %", "429");
        var (ideal, took) = (0.0, 0.0);
        foreach (var workspace in workspaces)
        {
            var seen = report.Workspaces.FirstOrDefault(seen => seen.Workspace == workspace.Id);
            var seconds = ((seen?.Last ?? start) - start).TotalSeconds;
            Table.Row(
                workspace.Id,
                Table.Count(workspace.People),
                Table.Count(seen?.People ?? 0),
                Table.Number(workspace.IdealSeconds),
                Table.Number(seconds),
                Table.Number(100 * workspace.IdealSeconds / seconds),
                Table.Count(seen?.Methods.Sum(method => method.Throttled) ?? 0));
            ideal += workspace.IdealSeconds * workspace.PerSecond;
            took += seconds * workspace.PerSecond;
        }

        var smallest = workspaces.MinBy(workspace => workspace.IdealSeconds)!;
        var smallestTook = report.Workspaces.FirstOrDefault(seen => seen.Workspace == smallest.Id)?.Last - start;
        var people = workspaces.Sum(workspace => workspace.People);
        var throttled = (double)report.Throttled / report.Requests;
        Table.Row("requests, of them 429", Table.Count(report.Requests), Table.Count(report.Throttled));
        return new Aims()
            .Add("all arrived, none twice", isDone && report.Workspaces.Sum(workspace => workspace.People) == people && report.Duplicates == 0)
            .Add($"at least {Percent(AimedUse)} of the allowed rate used while there was work (was {Percent(ideal / took)})", ideal / took >= AimedUse)
            .Add($"under {Percent(AimedThrottled)} of the requests answered 429 (was {Percent(throttled)})", throttled < AimedThrottled)
            .Add($"the smallest workspace done within {AimedDelay} times its ideal time", smallestTook?.TotalSeconds <= AimedDelay * smallest.IdealSeconds)
            .Judge();
    }

    private static string Percent(double share) => (100 * share).ToString("0.## '%'", CultureInfo.InvariantCulture);
}
