using System.Globalization;

namespace BotCoach.Benchmarks;

/// <summary>Prints what was measured, and whether it is good enough.</summary>
internal static class AzureTablesReport
{
    private const string Coach = "coach";
    private const string Yardstick = "Cosmos.Table";

    private const double LeastRate = 1.0;
    private const double MostQueryTime = 0.7;
    private const double MostAllocated = 1.0 / 3;

    /// <returns>Whether all aims were reached.</returns>
    public static bool Print(IReadOnlyList<Dictionary<(string Workload, string Client), Pace>> rounds)
    {
        Console.WriteLine();
        Console.WriteLine($"{"",-24} {"",-13} {"ops/s",9} {"p50 ms",9} {"p99 ms",9} {"bytes/op",10} {"cpu ms/op",10}");
        foreach (var workload in TableWorkload.All)
        {
            var (ours, theirs) = (Of(workload.Name, Coach), Of(workload.Name, Yardstick));
            Row(workload.Name, Coach, ours);
            Row("", Yardstick, theirs);
            Console.WriteLine(
                $"{"",-24} {"ratio",-13} {Number(ours.Rate / theirs.Rate),9} {Ratio(50),9} {Ratio(99),9} "
                + $"{Number(ours.Allocated / theirs.Allocated, "0.000"),10} {Number(ours.ProcessorTime / theirs.ProcessorTime),10}");

            string Ratio(double percent) => Number(ours.Latencies.Percentile(percent) / theirs.Latencies.Percentile(percent));
        }

        Console.WriteLine();
        var rate = Of(TableWorkload.Crowd, Coach).Rate / Of(TableWorkload.Crowd, Yardstick).Rate;
        var query = Of(TableWorkload.Query, Coach).Latencies.Percentile(50) / Of(TableWorkload.Query, Yardstick).Latencies.Percentile(50);
        var allocated = Of(TableWorkload.PointRead, Coach).Allocated / Of(TableWorkload.PointRead, Yardstick).Allocated;
        return Judge("rate of upserts at 32 callers", rate, "at least", LeastRate, rate >= LeastRate)
            & Judge("p50 of the query of 1,000 rows", query, "at most", MostQueryTime, query <= MostQueryTime)
            & Judge("bytes allocated for a point read", allocated, "at most", MostAllocated, allocated <= MostAllocated);

        Paces Of(string workload, string client) => new([.. rounds.Select(round => round[(workload, client)])]);
    }

    private static bool Judge(string what, double ratio, string bound, double aim, bool isReached)
    {
        Console.WriteLine($"{(isReached ? "PASS" : "FAIL")}  {what}: {Number(ratio)} of the yardstick's ({bound} {Number(aim)})");
        return isReached;
    }

    private static void Row(string workload, string client, Paces pace) => Console.WriteLine(
        $"{workload,-24} {client,-13} {Number(pace.Rate, "0.0"),9} {Milliseconds(pace.Latencies.Percentile(50)),9} "
        + $"{Milliseconds(pace.Latencies.Percentile(99)),9} {Number(pace.Allocated, "0"),10} {Number(pace.ProcessorTime),10}");

    private static string Milliseconds(TimeSpan time) => Number(time.TotalMilliseconds);

    private static string Number(double number, string format = "0.00") => number.ToString(format, CultureInfo.InvariantCulture);
}
