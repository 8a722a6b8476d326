using System.Globalization;

namespace BotCoach.Benchmarks;

/// <summary>Gives commands to a bot in the name of many people.</summary>
internal sealed class CommandLoad(Uri bot) : IDisposable
{
    /// <summary>What the coach says, in the body, when a reply was taken; see NudgeCards.TakenAsAnswer.</summary>
    public const string Saved = "Saved as your answer";

    private const string Practice = "align-with-manager";
    private const string OnItsWay = "It is in our direct messages";

    // Prepares quickly without piling up.
    private const int Together = 32;

    // Beyond Slack's three seconds, so that a late answer is seen as late and not as missing.
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(15);

    private readonly Uri _commands = new(bot, "slack/commands");
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = _patience };

    /// <summary>The unique words that a person answers with.</summary>
    public static string Line(int person) => string.Create(CultureInfo.InvariantCulture, $"we agreed on the order of item {person}, “naïvely” & at last");

    /// <summary>The value on the scale that a person answers with.</summary>
    public const int Value = 4;

    /// <summary>Gives people, from number 0 on, a check-in that waits for their answer.</summary>
    public Task OpenCheckInsAsync(int people) => Parallel.ForAsync(
        0, people, new ParallelOptions { MaxDegreeOfParallelism = Together }, async (person, _) =>
        {
            var answer = await GiveAsync(person, $"try {Practice}", OnItsWay);
            if (!answer.Accepted)
            {
                throw new BenchmarkException($"No check-in could be opened: {answer.Code}.");
            }
        });

    /// <summary>Lets people answer their check-in at a steady rate, each once.</summary>
    /// <param name="rate">How many a second.</param>
    /// <param name="first">The number of the first person.</param>
    /// <param name="count">How many people.</param>
    public Task<LoadRun> AnswerAsync(int rate, int first, int count) => OpenLoop.RunAsync(
        rate, count, number => GiveAsync(first + number, $"reply {Value}, {Line(first + number)}", Saved));

    public void Dispose() => _http.Dispose();

    private async Task<Answer> GiveAsync(int person, string text, string expected)
    {
        using var command = SlackWire.Command(_commands, person, text, Guid.NewGuid().ToString());
        try
        {
            using var response = await _http.SendAsync(command);
            var said = await response.Content.ReadAsStringAsync();
            return !response.IsSuccessStatusCode ? new Answer(false, $"http {(int)response.StatusCode}")
                : said.Contains(expected, StringComparison.Ordinal) ? new Answer(true, "accepted")
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
}
