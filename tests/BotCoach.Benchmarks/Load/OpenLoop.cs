namespace BotCoach.Benchmarks;

/// <summary>
/// Sends on a schedule that does not wait for answers, as people do not wait for each other. Latency counts from the
/// moment that the schedule names: while the other side (or this one) is stuck, what should have been sent meanwhile
/// grows old, instead of never being measured.
/// </summary>
internal static class OpenLoop
{
    /// <summary>Sends one after the other at a steady rate, and waits for all answers.</summary>
    /// <param name="rate">How many a second.</param>
    /// <param name="count">How many in all.</param>
    /// <param name="send">Sends the one of that number, from 0 on.</param>
    public static async Task<LoadRun> RunAsync(int rate, int count, Func<int, Task<Answer>> send)
    {
        var clock = TimeProvider.System;
        var start = clock.GetTimestamp();

        // .NET's timers see a clock that moves every 4 ms on Linux; a thread of its own wakes up within the millisecond.
        var sending = await Task.Factory.StartNew(SendAll, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        return new LoadRun(await Task.WhenAll(sending), clock.GetElapsedTime(start));

        Task<Exchange>[] SendAll()
        {
            using var never = new ManualResetEvent(initialState: false);
            var exchanges = new Task<Exchange>[count];
            for (var i = 0; i < count; i++)
            {
                var due = TimeSpan.FromSeconds((double)i / rate);
                while (due - clock.GetElapsedTime(start) is { Ticks: > 0 } left)
                {
                    never.WaitOne((int)Math.Ceiling(left.TotalMilliseconds));
                }

                exchanges[i] = ExchangeAsync(i, due);
            }

            return exchanges;
        }

        async Task<Exchange> ExchangeAsync(int number, TimeSpan due)
        {
            var sent = clock.GetElapsedTime(start);
            var answer = await send(number);
            return new Exchange(number, answer, Late: sent - due, Latency: clock.GetElapsedTime(start) - due);
        }
    }
}

/// <summary>What came back for one thing sent.</summary>
/// <param name="Accepted">Whether the other side took it.</param>
/// <param name="Code">What it said, in a word; never what a person said.</param>
internal readonly record struct Answer(bool Accepted, string Code);

/// <summary>One thing sent and answered.</summary>
/// <param name="Number">Which one, from 0 on.</param>
/// <param name="Answer">What came back.</param>
/// <param name="Late">How long after its scheduled time it was sent: the fault of the load tool, or of a busy machine.</param>
/// <param name="Latency">From its scheduled time to the end of its answer.</param>
internal readonly record struct Exchange(int Number, Answer Answer, TimeSpan Late, TimeSpan Latency);

/// <summary>All that was sent and answered, in the order of the schedule.</summary>
/// <param name="Exchanges">Each of them.</param>
/// <param name="Took">From the first scheduled time to the last answer.</param>
internal sealed record LoadRun(IReadOnlyList<Exchange> Exchanges, TimeSpan Took)
{
    public IReadOnlyList<Exchange> Accepted { get; } = [.. Exchanges.Where(exchange => exchange.Answer.Accepted)];

    /// <summary>Answers a second.</summary>
    public double Rate => Exchanges.Count / Took.TotalSeconds;

    /// <summary>From the scheduled time to the answer.</summary>
    public Latencies FromSchedule { get; } = new(Exchanges.Select(exchange => exchange.Latency));

    /// <summary>From the actual sending to the answer.</summary>
    public Latencies FromSending { get; } = new(Exchanges.Select(exchange => exchange.Latency - exchange.Late));

    /// <summary>From the scheduled time to the actual sending.</summary>
    public Latencies Late { get; } = new(Exchanges.Select(exchange => exchange.Late));
}
