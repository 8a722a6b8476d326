using System.Globalization;

namespace BotCoach.Benchmarks;

/// <summary>Mutated real payloads and FsCheck's texts, to every endpoint of the real host.</summary>
internal static class Fuzz
{
    private const long MostGrowth = 32 * 1024 * 1024;

    public static async Task<bool> RunAsync(string[] args)
    {
        var options = Options.Read(args, new() { ["--requests"] = 200_000, ["--seed"] = 1 });
        var report = await FuzzRun.RunAsync(options["--requests"], options["--seed"]);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{report.Sent} answered and {report.Unsendable} not sent or cut off, in {report.Elapsed.TotalSeconds:F0} s"));
        foreach (var (status, count) in report.Statuses.OrderBy(status => status.Key))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {status} {count,8}"));
        }

        foreach (var problem in report.Failures.Concat(report.Errors).Concat(report.Unhandled).Take(20))
        {
            Console.WriteLine(problem);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"heap after a third {report.HeapAtStart / 1_048_576.0:F1} MiB, at the end {report.HeapAtEnd / 1_048_576.0:F1} MiB"));
        return new Aims()
            .Add("no answer of 500", report.Failures.Count == 0)
            .Add("no error in the log, no exception that nobody caught", report.Errors.Count == 0 && report.Unhandled.Count == 0)
            .Add("the heap grows by less than 32 MiB", report.HeapAtEnd - report.HeapAtStart < MostGrowth)
            .Judge();
    }
}
