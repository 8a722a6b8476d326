using System.Globalization;
using BotCoach.PlatformSimulator;

namespace BotCoach.Benchmarks;

/// <summary>
/// Nudges against platforms that fail, from a seed, with a store that is away for a while in between: none may be lost, and no
/// more may come twice than is promised. Slack is looked at before anything is sent again; Teams has nothing to look at.
/// </summary>
internal static class DeliveryFaults
{
    private static readonly FaultRates _faults = new() { ServerError = 0.05, LostAnswer = 0.05, Throttled = 0.02 };

    private static readonly TimeSpan _outage = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(4);

    /// <summary>How much of the nudges has gone out when the store goes away.</summary>
    private const double OutageAfter = 0.3;

    public static async Task<bool> RunAsync(string[] args)
    {
        var options = Options.Read(args, new() { ["--people"] = 10_000, ["--seed"] = 1, ["--speed"] = 8, ["--slack-times"] = 10 });
        var (people, seed, speed) = (options["--people"], options["--seed"], options["--speed"]);
        Console.WriteLine(
            $"delivery-faults: {people} nudges on each platform; of the requests 5 % server errors, 5 % lost answers, 2 % 429; the store away for {_outage.TotalSeconds} s; seed {seed}, the clock {speed} times as fast as the real one");

        var aims = new Aims();
        var teams = await RunAsync("teams", people, speed, seed, times: 1, (stage, number, dueAt) => stage.InTeams("tenant-1", number, dueAt));
        Report("Teams", teams, people, aims, allowed: teams.LostAnswers, "no more twice than answers were lost");
        var slack = await RunAsync("slack", people, speed, seed, options["--slack-times"], (_, number, dueAt) => Stage.InSlack(number, dueAt));
        Report("Slack", slack, people, aims, allowed: 0, "none twice");
        return aims.Judge();
    }

    private static async Task<FaultRun> RunAsync(string platform, int people, int speed, int seed, int times, Func<Stage, int, DateTimeOffset, Enrolled> of)
    {
        // Slack's limits, widened by the same factor on both sides, so that ten thousand nudges do not take half an hour.
        var slack = new SlackLimits();
        await using var stage = await Stage.SetAsync(
            speed,
            "--seed", seed.ToString(CultureInfo.InvariantCulture),
            $"--slack:{nameof(SlackLimits.WorkspacePerMinute)}", (times * slack.WorkspacePerMinute).ToString(CultureInfo.InvariantCulture),
            $"--slack:{nameof(SlackLimits.Tier3PerMinute)}", (times * slack.Tier3PerMinute).ToString(CultureInfo.InvariantCulture));
        var dueAt = stage.Clock.GetUtcNow();
        await stage.EnrolAsync(people, number => of(stage, number, dueAt));
        await stage.Platforms.SetFaultsAsync(_faults);
        await stage.StartHostAsync([.. platform == "slack" ? SlackSettings(times, slack) : []]);

        var before = TimeProvider.System.GetTimestamp();
        while ((await stage.Platforms.ReportAsync()).Messages < OutageAfter * people && TimeProvider.System.GetElapsedTime(before) < _patience)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        }

        await stage.FailStoreAsync(_outage);
        var isDone = await stage.WaitUntilDoneAsync(dueAt, _patience);
        var took = stage.Clock.GetUtcNow() - dueAt;
        var report = await stage.Platforms.ReportAsync();
        return new FaultRun(isDone, took, report, report.Workspaces.Sum(workspace => workspace.People));
    }

    private static string[] SlackSettings(int times, SlackLimits slack) =>
    [
        $"--Slack:WorkspaceLimit={(times * slack.WorkspacePerMinute).ToString(CultureInfo.InvariantCulture)}/1m",
        $"--Slack:OpeningLimit={(times * slack.Tier3PerMinute).ToString(CultureInfo.InvariantCulture)}/1m",
    ];

    private static void Report(string platform, FaultRun run, int people, Aims aims, long allowed, string promise)
    {
        var methods = run.Report.Workspaces.SelectMany(workspace => workspace.Methods).ToList();
        Console.WriteLine($"{platform}: {Table.Count(run.People)} of {people} people reached after {Table.Number(run.Took.TotalSeconds, "0")} s of its clock, {run.Report.Duplicates} duplicates");
        Table.Row("  method", "requests", "5xx", "lost", "429 faults", "429 limits");
        foreach (var method in methods)
        {
            Table.Row(
                $"  {method.Method}",
                Table.Count(method.Requests),
                Table.Count(method.ServerErrors),
                Table.Count(method.LostAnswers),
                Table.Count(method.ThrottledAsFault),
                Table.Count(method.Throttled));
        }

        aims
            .Add($"{platform}: none lost", run.IsDone && run.People == people)
            .Add($"{platform}: {promise}", run.Report.Duplicates <= allowed);
    }
}

/// <summary>What became of a run.</summary>
/// <param name="IsDone">Whether nothing was left to do.</param>
/// <param name="Took">From the due time until then, by the clock of the run.</param>
/// <param name="Report">What the platforms saw.</param>
/// <param name="People">How many people were shown their message.</param>
internal sealed record FaultRun(bool IsDone, TimeSpan Took, SimulatorReport Report, long People)
{
    /// <summary>Messages that were shown and not answered.</summary>
    public long LostAnswers => Report.Workspaces.SelectMany(workspace => workspace.Methods)
        .Where(method => method.Method is "send" or "chat.postMessage").Sum(method => method.LostAnswers);
}
