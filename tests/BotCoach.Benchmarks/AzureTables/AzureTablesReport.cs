namespace BotCoach.Benchmarks;

/// <summary>Prints what was measured, and whether it is good enough.</summary>
internal static class AzureTablesReport
{
    private const double LeastRate = 1.0;
    private const double MostQueryTime = 0.7;
    private const double MostAllocated = 1.0 / 3;

    /// <param name="coach">How the coach's client did, by workload.</param>
    /// <param name="yardstick">How Microsoft's did.</param>
    /// <returns>Whether all aims were reached.</returns>
    public static bool Print(IReadOnlyDictionary<string, Paces> coach, IReadOnlyDictionary<string, Paces> yardstick)
    {
        Console.WriteLine();
        Table.Row("", "coach", "Cosmos.Table", "ratio");
        foreach (var workload in TableWorkload.All)
        {
            var (ours, theirs) = (coach[workload.Name], yardstick[workload.Name]);
            Console.WriteLine(workload.Name);
            Table.Row("  rate (1/s)", Table.Number(ours.Rate), Table.Number(theirs.Rate), Table.Number(ours.RateAgainst(theirs), "0.00"));
            Row("  p50 (ms)", Milliseconds(ours, 50), Milliseconds(theirs, 50));
            Row("  p99 (ms)", Milliseconds(ours, 99), Milliseconds(theirs, 99));
            Row("  allocated (bytes)", ours.Allocated, theirs.Allocated, "0");
            Row("  processor time (ms)", ours.ProcessorTime, theirs.ProcessorTime);
        }

        var rate = coach[TableWorkload.Crowd].RateAgainst(yardstick[TableWorkload.Crowd]);
        var query = Ratio(TableWorkload.Query, paces => Milliseconds(paces, 50));
        var allocated = Ratio(TableWorkload.PointRead, paces => paces.Allocated);
        return new Aims()
            .Add(Words("the yardstick's rate of upserts at 32 callers", rate, "at least", LeastRate), rate >= LeastRate)
            .Add(Words("its p50 for the query of 1,000 rows", query, "at most", MostQueryTime), query <= MostQueryTime)
            .Add(Words("its bytes for a point read", allocated, "at most", MostAllocated), allocated <= MostAllocated)
            .Judge();

        double Ratio(string workload, Func<Paces, double> of) => of(coach[workload]) / of(yardstick[workload]);
    }

    private static string Words(string what, double ratio, string bound, double aim) =>
        $"{Table.Number(ratio, "0.00")} of {what}, {bound} {Table.Number(aim, "0.00")}";

    private static double Milliseconds(Paces paces, double percent) => paces.Latencies.Percentile(percent).TotalMilliseconds;

    private static void Row(string what, double ours, double theirs, string format = "0.00") =>
        Table.Row(what, Table.Number(ours, format), Table.Number(theirs, format), Table.Number(ours / theirs, "0.00"));
}
