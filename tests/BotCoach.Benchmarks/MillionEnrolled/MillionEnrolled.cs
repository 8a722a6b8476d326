namespace BotCoach.Benchmarks;

/// <summary>A store with very many people, of whom few are due: what they cost is to depend on the few.</summary>
internal static class MillionEnrolled
{
    private const int Tenants = 10;
    private const long AimedMemory = 400L * 1024 * 1024;
    private const int AimedRowsPerNudge = 10;

    private static readonly TimeSpan _aimedFirst = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(3);

    // The host is there by then, and has found nothing to do.
    private static readonly TimeSpan _calm = TimeSpan.FromSeconds(20);

    public static async Task<bool> RunAsync(string[] args)
    {
        var options = Options.Read(args, new() { ["--people"] = 1_000_000, ["--due"] = 10_000 });
        var (people, due) = (options["--people"], Math.Min(options["--due"], options["--people"]));
        Console.WriteLine($"million-enrolled: {people} people on SQLite, of whom {due} are due in one minute, in {Tenants} tenants of Teams");

        await using var stage = await Stage.SetAsync(speed: 1);
        var clock = stage.Clock;
        var start = clock.GetTimestamp();
        var tomorrow = clock.GetUtcNow().AddDays(1);
        await stage.EnrolAsync(people - due, number => stage.InTeams(Tenant(number), due + number, tomorrow.AddSeconds(number % 3600)));
        var dueAt = clock.GetUtcNow() + _calm;
        await stage.EnrolAsync(due, number => stage.InTeams(Tenant(number), number, dueAt));
        Console.WriteLine($"filled in {Table.Number(clock.GetElapsedTime(start).TotalSeconds, "0")} s");

        await stage.StartHostAsync();
        if (dueAt - clock.GetUtcNow() is not { Ticks: > 0 } ahead)
            throw new BenchmarkException("The nudges came due before the host was ready.");
        await Task.Delay(ahead - TimeSpan.FromSeconds(1), clock);
        var (memoryBefore, before, processorBefore) = (stage.Host.PeakMemory, await stage.TrafficAsync(), stage.Host.ProcessorTime);

        var isDone = await stage.WaitUntilDoneAsync(dueAt, _calm + _patience);
        var (memory, after, processor) = (stage.Host.PeakMemory, await stage.TrafficAsync(), stage.Host.ProcessorTime);
        var report = await stage.Platforms.ReportAsync();
        var first = report.Workspaces.Min(tenant => tenant.First) - dueAt;
        var last = report.Workspaces.Max(tenant => tenant.Last) - dueAt;
        var rows = (double)(after.Read - before.Read) / due;

        Table.Row("peak memory before anything was due, MiB", Mebibytes(memoryBefore));
        Table.Row("peak memory, MiB", Mebibytes(memory));
        Table.Row("first message after its time, s", Table.Number(first?.TotalSeconds ?? double.NaN, "0.00"));
        Table.Row("last message after its time, s", Table.Number(last?.TotalSeconds ?? double.NaN, "0.00"));
        Table.Row("rows read for each nudge", Table.Number(rows, "0.00"));
        Table.Row("rows written for each nudge", Table.Number((double)(after.Written - before.Written) / due, "0.00"));
        Table.Row("store calls for each nudge", Table.Number((double)(after.Calls - before.Calls) / due, "0.00"));
        Table.Row("processor time for each nudge, ms", Table.Number((processor - processorBefore).TotalMilliseconds / due, "0.00"));
        Table.Row("messages, duplicates", Table.Count(report.Messages), Table.Count(report.Duplicates));

        return new Aims()
            .Add("peak memory under 400 MiB", memory < AimedMemory)
            .Add($"the first message within {_aimedFirst.TotalSeconds} s", first < _aimedFirst)
            .Add($"at most {AimedRowsPerNudge} rows read for each nudge, whoever else is enrolled", rows <= AimedRowsPerNudge)
            .Add("everyone who was due got theirs, once", isDone && report.Messages == due && report.Duplicates == 0)
            .Judge();
    }

    private static string Tenant(int number) => $"tenant-{number % Tenants}";

    private static string Mebibytes(long bytes) => Table.Number(bytes / (1024.0 * 1024.0), "0");
}
