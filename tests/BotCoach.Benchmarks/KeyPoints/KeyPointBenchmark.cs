using System.Globalization;
using BotCoach.Coaching;

namespace BotCoach.Benchmarks;

/// <summary>
/// How near the key points are to those that a reader chose by hand, beside two baselines in the same run, and how long the
/// longest pre-read takes.
/// </summary>
internal static class KeyPointBenchmark
{
    private static readonly TimeSpan _aim = TimeSpan.FromMilliseconds(200);

    public static async Task<bool> RunAsync(string[] args)
    {
        var rounds = Options.Read(args, new() { ["--rounds"] = 30 })["--rounds"];

        // Before anything else, so that the first one is the first that a fresh process makes.
        var times = await LongPreReads.MeasureAsync(rounds);
        var mean = Compare("the ten pre-reads", PreReadSample.All);
        Compare("three that were written when the rules stood", PreReadSample.Unseen);
        Console.WriteLine();
        Console.WriteLine($"a briefing on {PreRead.MaxLength} characters (ms)             first      p50      p95      max  processor");
        foreach (var time in times)
        {
            Console.WriteLine($"  {time.Name,-44} {Milliseconds(time.First)} {Milliseconds(time.Percentile(50))} {Milliseconds(time.Percentile(95))} {Milliseconds(time.Max)}   {Milliseconds(time.Processor)}");
        }

        Console.WriteLine();
        return Judge(mean, times);
    }

    private static bool Judge(SummaryMeans mean, IReadOnlyList<BriefingTimes> times)
    {
        (string Aim, bool Reached)[] aims =
        [
            ("ROUGE-1 better than the first sentences and than tf-idf", mean.KeyPoints.One > Math.Max(mean.First.One, mean.TfIdf.One)),
            ("ROUGE-L better than the first sentences and than tf-idf", mean.KeyPoints.L > Math.Max(mean.First.L, mean.TfIdf.L)),
            ("p95 of every text of 40,000 characters under 200 ms", times.All(time => time.Percentile(95) < _aim)),
        ];
        foreach (var (aim, reached) in aims)
        {
            Console.WriteLine($"{(reached ? "PASS" : "FAIL")}  {aim}");
        }

        return aims.All(aim => aim.Reached);
    }

    private static SummaryMeans Compare(string title, IReadOnlyList<PreReadSample> samples)
    {
        List<SummaryComparison> all = [.. samples.Select(SummaryComparison.Of)];
        Console.WriteLine();
        Console.WriteLine($"{title}: F of ROUGE-1 and ROUGE-L");
        Console.WriteLine($"  {"",-18} {"points",6}   {"key points",-13} {"first",-13} {"tf-idf",-13}");
        foreach (var one in all)
        {
            Console.WriteLine($"  {one.Name,-18} {one.Points,6}   {Pair(one.KeyPoints.One.F, one.KeyPoints.L.F)} {Pair(one.First.One.F, one.First.L.F)} {Pair(one.TfIdf.One.F, one.TfIdf.L.F)}");
        }

        var mean = SummaryMeans.Of(all);
        Console.WriteLine($"  {"mean",-18} {"",6}   {Pair(mean.KeyPoints.One, mean.KeyPoints.L)} {Pair(mean.First.One, mean.First.L)} {Pair(mean.TfIdf.One, mean.TfIdf.L)}");
        return mean;
    }

    private static string Pair(double one, double l) => string.Create(CultureInfo.InvariantCulture, $"{one:0.000} {l:0.000}").PadRight(13);

    private static string Milliseconds(TimeSpan time) => time.TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture).PadLeft(8);

    private sealed record SummaryMeans((double One, double L) KeyPoints, (double One, double L) First, (double One, double L) TfIdf)
    {
        public static SummaryMeans Of(List<SummaryComparison> all) =>
            new(Mean(all, one => one.KeyPoints), Mean(all, one => one.First), Mean(all, one => one.TfIdf));

        private static (double, double) Mean(List<SummaryComparison> all, Func<SummaryComparison, SummaryScore> score) =>
            (all.Average(one => score(one).One.F), all.Average(one => score(one).L.F));
    }
}
