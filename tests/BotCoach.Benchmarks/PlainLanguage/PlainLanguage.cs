using System.Diagnostics;
using System.Globalization;
using BotCoach.Coaching;

namespace BotCoach.Benchmarks;

/// <summary>How often the check for tech tongues is right, and how long it takes.</summary>
internal static class PlainLanguage
{
    private const int Characters = 40_000;
    private const double LeastPrecision = 0.9;
    private const double LeastRecall = 0.8;

    // As quick as a tap feels (J. Nielsen, Usability Engineering, 1993: a tenth of a second).
    private static readonly TimeSpan _longest = TimeSpan.FromMilliseconds(100);

    private static readonly HashSet<string> _noCompanyWords = [];

    public static Task<bool> RunAsync(string[] args)
    {
        var options = Options.Read(args, new() { ["--runs"] = 200 });
        var loading = Stopwatch.StartNew();
        var check = PlainLanguageCheck.Load();
        loading.Stop();

        Print("set", "points", "precision", "recall", "right", "false", "missed");
        List<(string Aim, bool Reached)> aims = [];
        var all = LabelledPoint.Sets.SelectMany(LabelledPoint.Read).ToList();
        foreach (var (name, points) in LabelledPoint.Sets.Select(set => (set, LabelledPoint.Read(set))).Append(("all", all)))
        {
            var score = Score(check, name, points);
            if (name is "held-out" or "all")
            {
                aims.Add(($"{name}: precision at least {Number(LeastPrecision)}", score.Precision >= LeastPrecision));
                aims.Add(($"{name}: recall at least {Number(LeastRecall)}", score.Recall >= LeastRecall));
            }
        }

        foreach (var kind in all.GroupBy(point => point.Kind))
        {
            Score(check, $"  of all, {kind.Key}", [.. kind]);
        }

        Console.WriteLine();
        foreach (var line in PlainLanguageScore.Of(check, all).Report)
        {
            Console.WriteLine(line);
        }

        Console.WriteLine();
        Console.WriteLine($"reading the terms once: {Milliseconds(loading.Elapsed)} ms");
        var text = Joined(all);
        var times = Times(check, text, options["--runs"]);
        Console.WriteLine($"{Characters} characters, {options["--runs"]} runs: p50 {Milliseconds(times[times.Length / 2])} ms, "
            + $"p99 {Milliseconds(times[times.Length * 99 / 100])} ms, max {Milliseconds(times[^1])} ms");
        var point = Times(check, all[0].Text, options["--runs"]);
        Console.WriteLine($"one point: p50 {Milliseconds(point[point.Length / 2])} ms");
        aims.Add(($"{Characters} characters in less than {_longest.TotalMilliseconds} ms, p99", times[times.Length * 99 / 100] < _longest));

        Console.WriteLine();
        foreach (var (aim, reached) in aims)
        {
            Console.WriteLine($"{(reached ? "reached" : "MISSED ")}  {aim}");
        }

        return Task.FromResult(aims.All(aim => aim.Reached));
    }

    private static PlainLanguageScore Score(PlainLanguageCheck check, string name, IReadOnlyList<LabelledPoint> points)
    {
        var score = PlainLanguageScore.Of(check, points);
        Print(
            name, Count(points.Count), Number(score.Precision), Number(score.Recall), Count(score.Right), Count(score.FalseAlarms), Count(score.Missed));
        return score;
    }

    // What was labelled, as one text: real words with as many terms as people use.
    private static string Joined(List<LabelledPoint> points)
    {
        var text = string.Join('\n', points.Select(point => point.Text));
        return string.Concat(Enumerable.Repeat(text + "\n", (Characters / text.Length) + 1))[..Characters];
    }

    private static TimeSpan[] Times(PlainLanguageCheck check, string text, int runs)
    {
        var times = new TimeSpan[runs];
        for (var run = -(runs / 10) - 1; run < runs; run++)
        {
            var clock = Stopwatch.StartNew();
            _ = check.Review(text, _noCompanyWords);
            if (run >= 0)
            {
                times[run] = clock.Elapsed;
            }
        }

        Array.Sort(times);
        return times;
    }

    private static void Print(string name, params string[] cells) =>
        Console.WriteLine($"{name,-22}{string.Concat(cells.Select(cell => $"{cell,11}"))}");

    private static string Number(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);

    private static string Count(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Milliseconds(TimeSpan time) => time.TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture);
}
