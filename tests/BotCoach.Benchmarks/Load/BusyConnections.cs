namespace BotCoach.Benchmarks;

/// <summary>
/// Keeps a number of connections busy: each sends the next request when it has its answer. It finds how much a server can do,
/// and how long an answer takes when it does that much; what people would wait at a given rate is OpenLoop's matter.
/// </summary>
internal static class BusyConnections
{
    /// <summary>Loads a server.</summary>
    /// <param name="server">Where it answers.</param>
    /// <param name="connections">How many connections.</param>
    /// <param name="warmUp">How long answers are not counted at first.</param>
    /// <param name="length">How long they are counted then.</param>
    /// <param name="request">Writes the request of a connection and a number from 0 on, and says how many bytes it has.</param>
    /// <param name="isAccepted">Whether an answer is what was asked for.</param>
    public static async Task<BusyRun> RunAsync(
        Uri server, int connections, TimeSpan warmUp, TimeSpan length, Func<int, int, byte[], int> request, Func<ReadOnlySpan<byte>, bool> isAccepted)
    {
        var clock = TimeProvider.System;
        var start = clock.GetTimestamp();
        var runs = await Task.WhenAll(Enumerable.Range(0, connections).Select(connection => Task.Run(() => SendAsync(connection))));
        return new BusyRun(
            new Latencies(runs.SelectMany(run => run.Latencies)),
            runs.Sum(run => run.Latencies.Count) / length.TotalSeconds,
            runs.Sum(run => run.Refused));

        async Task<(List<TimeSpan> Latencies, int Refused)> SendAsync(int connection)
        {
            using var http = new HttpConnection();
            await http.OpenAsync(server);
            var bytes = new byte[4 * 1024];
            List<TimeSpan> latencies = new(capacity: 64 * 1024);
            var refused = 0;
            for (var number = 0; clock.GetElapsedTime(start) < warmUp + length; number++)
            {
                var size = request(connection, number, bytes);
                var sent = clock.GetTimestamp();
                var answer = await http.ExchangeAsync(bytes.AsMemory(0, size));
                var took = clock.GetElapsedTime(sent);
                if (!isAccepted(answer.Span))
                    refused++;
                if (clock.GetElapsedTime(start) is var now && now >= warmUp && now < warmUp + length)
                    latencies.Add(took);
            }

            return (latencies, refused);
        }
    }
}

/// <summary>What a server did when it was kept busy.</summary>
/// <param name="Latencies">From sending to answer.</param>
/// <param name="Rate">Answers a second.</param>
/// <param name="Refused">Answers that were not what was asked for, while it warmed up too.</param>
internal sealed record BusyRun(Latencies Latencies, double Rate, int Refused);
