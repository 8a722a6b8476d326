using System.Globalization;

namespace BotCoach.Benchmarks;

/// <summary>Prints what was measured, and whether it is good enough.</summary>
internal static class SlackInboundReport
{
    private static readonly TimeSpan _aimedPercentile = TimeSpan.FromMilliseconds(100);

    // Slack gives a command up after this time (docs.slack.dev, slash commands).
    private static readonly TimeSpan _slacksPatience = TimeSpan.FromSeconds(3);

    // A load that was not given proves nothing.
    private const double LeastShareOfRate = 0.99;

    /// <returns>Whether all aims were reached.</returns>
    public static bool Print(int rate, Measured coach, Measured bare)
    {
        Console.WriteLine();
        Row("", "coach", "bare", "ratio");
        Count("sent", run => run.Exchanges.Count);
        Count("accepted", run => run.Accepted.Count);
        Count("refused", run => run.Exchanges.Count - run.Accepted.Count);
        Row("rate reached (1/s)", Number(coach.Run.Rate), Number(bare.Run.Rate));
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
        Ratio("  a command (ms)", PerCommand(coach), PerCommand(bare));
        Row("missing replies", Number(coach.MissingReplies, "0"));
        Row("missing updates of cards", Number(coach.MissingUpdates, "0"));
        foreach (var reason in coach.Run.Exchanges.Where(exchange => !exchange.Answer.Accepted).CountBy(exchange => exchange.Answer.Code))
        {
            Row($"  refused: {reason.Key}", Number(reason.Value, "0"));
        }

        return Judge(rate, coach);

        void Count(string what, Func<LoadRun, int> of) => Row(what, Number(of(coach.Run), "0"), Number(of(bare.Run), "0"));
        void Time(string what, Func<LoadRun, TimeSpan> of) => Ratio(what, of(coach.Run).TotalMilliseconds, of(bare.Run).TotalMilliseconds);
    }

    private static bool Judge(int rate, Measured coach)
    {
        return new Aims()
            .Add("p99 under 100 ms", coach.Run.FromSchedule.Percentile(99) < _aimedPercentile)
            .Add("none over 3 s", coach.Run.FromSchedule.Max <= _slacksPatience)
            .Add("every reply accepted", coach.Run.Accepted.Count == coach.Run.Exchanges.Count)
            .Add("every accepted reply in the store", coach.MissingReplies == 0)
            .Add("every card updated in Slack", coach.MissingUpdates == 0)
            .Add("the rate was reached", coach.Run.Rate >= rate * LeastShareOfRate)
            .Judge();
    }

    private static double PerCommand(Measured measured) => measured.ProcessorTime.TotalMilliseconds / measured.Run.Exchanges.Count;

    private static void Ratio(string what, double coach, double bare) => Row(what, Number(coach, "0.00"), Number(bare, "0.00"), Number(coach / bare));

    private static string Number(double number, string format = "0.0") => number.ToString(format, CultureInfo.InvariantCulture);

    private static void Row(string what, string coach, string bare = "", string ratio = "") =>
        Console.WriteLine($"{what,-36} {coach,10} {bare,10} {ratio,8}".TrimEnd());
}
