namespace BotCoach.Benchmarks;

/// <summary>What a server did under the load of people who speak.</summary>
/// <param name="Run">What was sent and answered, warm-up aside.</param>
/// <param name="ProcessorTime">What the server used of the processors meanwhile.</param>
internal sealed record Measured(LoadRun Run, TimeSpan ProcessorTime)
{
    /// <summary>How many accepted replies are not in the store.</summary>
    public int MissingReplies { get; init; }

    /// <summary>How many people, those of the warm-up among them, did not see their card change.</summary>
    public long MissingUpdates { get; init; }
}

/// <summary>Prints what was measured of a platform's inbound road, and whether it is good enough.</summary>
/// <param name="platform">Its name.</param>
/// <param name="sends">What it sends, in a word.</param>
/// <param name="patience">After how long it gives up.</param>
internal sealed class InboundReport(string platform, string sends, TimeSpan patience)
{
    private static readonly TimeSpan _aimedPercentile = TimeSpan.FromMilliseconds(100);

    // A load that was not given proves nothing.
    private const double LeastShareOfRate = 0.99;

    /// <returns>Whether all aims were reached.</returns>
    public bool Print(int rate, Measured coach, Measured bare)
    {
        Console.WriteLine();
        Table.Row("", "coach", "bare", "ratio");
        Count("sent", run => run.Exchanges.Count);
        Count("accepted", run => run.Accepted.Count);
        Count("refused", run => run.Exchanges.Count - run.Accepted.Count);
        Table.Row("rate reached (1/s)", Table.Number(coach.Run.Rate), Table.Number(bare.Run.Rate));
        Console.WriteLine("from the scheduled time to the answer (ms)");
        Time("  p50", run => run.FromSchedule.Percentile(50));
        Time("  p90", run => run.FromSchedule.Percentile(90));
        Time("  p99", run => run.FromSchedule.Percentile(99));
        Time("  max", run => run.FromSchedule.Max);
        Console.WriteLine("from the sending to the answer (ms)");
        Time("  p50", run => run.FromSending.Percentile(50));
        Time("  p99", run => run.FromSending.Percentile(99));
        Console.WriteLine("sent after its scheduled time (ms)");
        Time("  p99", run => run.Late.Percentile(99));
        Ratio("processor time (s)", coach.ProcessorTime.TotalSeconds, bare.ProcessorTime.TotalSeconds);
        Ratio($"  a {sends} (ms)", PerOne(coach), PerOne(bare));
        Table.Row("missing replies", Table.Count(coach.MissingReplies));
        Table.Row("missing updates of cards", Table.Count(coach.MissingUpdates));
        foreach (var reason in coach.Run.Exchanges.Where(exchange => !exchange.Answer.Accepted).CountBy(exchange => exchange.Answer.Code))
        {
            Table.Row($"  refused: {reason.Key}", Table.Count(reason.Value));
        }

        return Judge(rate, coach);

        void Count(string what, Func<LoadRun, int> of) => Table.Row(what, Table.Count(of(coach.Run)), Table.Count(of(bare.Run)));
        void Time(string what, Func<LoadRun, TimeSpan> of) => Ratio(what, of(coach.Run).TotalMilliseconds, of(bare.Run).TotalMilliseconds);
    }

    private bool Judge(int rate, Measured coach) => new Aims()
        .Add("p99 under 100 ms", coach.Run.FromSchedule.Percentile(99) < _aimedPercentile)
        .Add($"none over {patience.TotalSeconds:0} s", coach.Run.FromSchedule.Max <= patience)
        .Add("every reply accepted", coach.Run.Accepted.Count == coach.Run.Exchanges.Count)
        .Add("every accepted reply in the store", coach.MissingReplies == 0)
        .Add($"every card updated in {platform}", coach.MissingUpdates == 0)
        .Add("the rate was reached", coach.Run.Rate >= rate * LeastShareOfRate)
        .Judge();

    private static double PerOne(Measured measured) => measured.ProcessorTime.TotalMilliseconds / measured.Run.Exchanges.Count;

    private static void Ratio(string what, double coach, double bare) =>
        Table.Row(what, Table.Number(coach, "0.00"), Table.Number(bare, "0.00"), Table.Number(coach / bare));
}
