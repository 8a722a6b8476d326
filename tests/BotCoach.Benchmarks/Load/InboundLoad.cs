using System.Globalization;

namespace BotCoach.Benchmarks;

/// <summary>Many people who speak to a bot, each once: they answer a check-in that was opened for them before.</summary>
internal abstract class InboundLoad : IDisposable
{
    /// <summary>The practice whose check-in is answered.</summary>
    protected const string Practice = "align-with-manager";

    // Long enough for the code of the road to be compiled at its final tier, and for the pools to fill.
    public const int WarmSeconds = 10;

    /// <summary>The value on the scale that a person answers with.</summary>
    public const int Value = 4;

    // Prepares quickly without piling up.
    private const int Together = 32;

    // Beyond the patience of a platform, so that a late answer is seen as late and not as missing.
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);

    protected HttpClient Http { get; } = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = _patience };

    /// <summary>The unique words that a person answers with.</summary>
    public static string Line(int person) => string.Create(CultureInfo.InvariantCulture, $"we agreed on the order of item {person}, “naïvely” & at last");

    /// <summary>The numbers of the people whose answers are measured and were accepted.</summary>
    public static IEnumerable<int> Accepted(LoadRun run, int rate) => run.Accepted.Select(exchange => (rate * WarmSeconds) + exchange.Number);

    /// <summary>How many people there are in all, those of the warm-up among them.</summary>
    public static int People(int rate, int seconds) => rate * (WarmSeconds + seconds);

    /// <summary>Opens a check-in for a person.</summary>
    protected abstract Task<Answer> AskAsync(int person);

    /// <summary>Lets a person answer it.</summary>
    protected abstract Task<Answer> ReplyAsync(int person);

    /// <summary>Gives people, from number 0 on, a check-in that waits for their answer.</summary>
    public Task OpenCheckInsAsync(int people) => Parallel.ForAsync(
        0, people, new ParallelOptions { MaxDegreeOfParallelism = Together }, async (person, _) =>
        {
            var answer = await AskAsync(person);
            if (!answer.Accepted)
            {
                throw new BenchmarkException($"No check-in could be opened: {answer.Code}.");
            }
        });

    /// <summary>Warms a server up and measures it.</summary>
    /// <param name="server">The server.</param>
    /// <param name="rate">How many people answer in a second.</param>
    /// <param name="seconds">How long it is measured.</param>
    public async Task<Measured> MeasureAsync(ServerProcess server, int rate, int seconds)
    {
        await OpenLoop.RunAsync(rate, rate * WarmSeconds, ReplyAsync);
        var before = server.ProcessorTime;
        var run = await OpenLoop.RunAsync(rate, rate * seconds, number => ReplyAsync((rate * WarmSeconds) + number));
        return new Measured(run, server.ProcessorTime - before);
    }

    /// <summary>Sends a request and judges its answer.</summary>
    /// <param name="request">The request.</param>
    /// <param name="isAccepted">Whether the body of a successful answer says that it was taken.</param>
    protected async Task<Answer> SendAsync(HttpRequestMessage request, Func<string, bool> isAccepted)
    {
        try
        {
            using var response = await Http.SendAsync(request);
            var said = await response.Content.ReadAsStringAsync();
            return !response.IsSuccessStatusCode ? new Answer(false, $"http {(int)response.StatusCode}")
                : isAccepted(said) ? new Answer(true, "accepted")
                : new Answer(false, "answered otherwise");
        }
        catch (TaskCanceledException)
        {
            return new Answer(false, "no answer in time");
        }
        catch (HttpRequestException failure)
        {
            return new Answer(false, failure.HttpRequestError.ToString());
        }
    }

    public void Dispose()
    {
        Http.Dispose();
        GC.SuppressFinalize(this);
    }
}
