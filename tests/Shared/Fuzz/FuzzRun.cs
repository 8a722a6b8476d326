using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace BotCoach.Testing;

/// <summary>Sends the real host, in this process, requests that nobody should send, to every endpoint.</summary>
public sealed class FuzzRun
{
    private const int Connections = 16;
    private const int KeptFailures = 20;

    private static readonly string[] _paths =
    [
        "", "health", "health/live", "health/ready", "links/", "insights", "insights/groups/", "export", "export/botcoach.md", "export/botcoach.json",
        "export/sign-out", "slack/events", "slack/interactions", "slack/commands", "slack/install", "slack/oauth/callback", "api/messages", "setup",
        "sandbox/turns", "sandbox/fast-forward", "sandbox/sandbox.js", "../", "%2e%2e/", "favicon.ico",
    ];

    private static readonly HttpMethod[] _methods = [HttpMethod.Get, HttpMethod.Post, HttpMethod.Put, HttpMethod.Delete, HttpMethod.Head, HttpMethod.Options, new("BREW")];

    private readonly int _seed;
    private readonly FuzzPlatforms _platforms;
    private readonly Uri _host;
    private readonly FuzzVisitors _visitors;
    private readonly IReadOnlyList<string> _strings;
    private readonly ConcurrentDictionary<int, int> _statuses = new();
    private readonly ConcurrentQueue<string> _failures = new();
    private int _unsendable;

    private FuzzRun(int seed, FuzzPlatforms platforms, Uri host, FuzzVisitors visitors) =>
        (_seed, _platforms, _host, _visitors, _strings) = (seed, platforms, host, visitors, FuzzMutations.Strings(seed));

    /// <summary>Runs one.</summary>
    /// <param name="requests">How many requests to send.</param>
    /// <param name="seed">What is done to them; the order in which they arrive is the machine's.</param>
    public static async Task<FuzzReport> RunAsync(int requests, int seed)
    {
        await using var platforms = await FuzzPlatforms.StartAsync();
        await using var host = await FuzzHost.StartAsync(platforms);
        using var visitors = new FuzzVisitors(host.Address);
        var run = new FuzzRun(seed, platforms, host.Address, visitors);
        ConcurrentQueue<string> unhandled = new();
        void Note(object? sender, UnobservedTaskExceptionEventArgs problem) => unhandled.Enqueue(problem.Exception.ToString());
        TaskScheduler.UnobservedTaskException += Note;
        try
        {
            var start = Stopwatch.GetTimestamp();
            await run.SendAsync(0, requests / 3);
            var before = await run.HeapAsync();
            await run.SendAsync(requests / 3, requests);
            var after = await run.HeapAsync();
            return new FuzzReport(
                run._statuses.Values.Sum(), run._unsendable, run._statuses, [.. run._failures], host.Errors, [.. unhandled], before, after, Stopwatch.GetElapsedTime(start));
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= Note;
        }
    }

    private async Task SendAsync(int from, int to)
    {
        await _visitors.OpenAsync();
        var next = from - 1;
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(async () =>
        {
            using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false, ActivityHeadersPropagator = null });
            while (Interlocked.Increment(ref next) is var number && number < to)
            {
                await SendAsync(http, number);
            }
        })));
    }

    private async Task SendAsync(HttpClient http, int number)
    {
        var random = new Random(HashCode.Combine(_seed, number));
        var (request, what) = Make(random, number);
        using var sent = request;
        try
        {
            using var answer = await http.SendAsync(request);
            var body = await answer.Content.ReadAsStringAsync();
            var status = (int)answer.StatusCode;
            _statuses.AddOrUpdate(status, 1, (_, count) => count + 1);
            _platforms.Look(body);
            // 503 means that the platform is to bring it again: it is an answer.
            if (status >= 500 && status != 503 && _failures.Count < KeptFailures)
            {
                _failures.Enqueue($"{status} to {request.Method} {request.RequestUri!.AbsolutePath} ({number}): {what[..Math.Min(what.Length, 2_000)]}");
            }
        }
        catch (Exception refused) when (refused is HttpRequestException or TaskCanceledException or InvalidOperationException)
        {
            Interlocked.Increment(ref _unsendable);
        }
    }

    private (HttpRequestMessage Request, string What) Make(Random random, int number)
    {
        var payloads = new FuzzPayloads(random, _platforms, number, _strings);
        var mutations = new FuzzMutations(random, _strings);
        return random.Next(10) switch
        {
            < 2 => Slack("slack/events", mutations.Change(payloads.SlackEvent()).ToJsonString(), "application/json", random, mutations),
            < 5 => Slack("slack/interactions", $"payload={Uri.EscapeDataString(mutations.Change(payloads.SlackInteraction()).ToJsonString())}", "application/x-www-form-urlencoded", random, mutations),
            < 6 => Slack("slack/commands", Form(payloads.SlackCommand(), random), "application/x-www-form-urlencoded", random, mutations),
            < 7 => Sandbox(mutations.Change(payloads.Visitor()).ToJsonString(), random, mutations),
            < 9 => Post("api/messages", mutations.Garble(Encoding.UTF8.GetBytes(mutations.Change(payloads.Activity()).ToJsonString())), "application/json"),
            _ => Anything(random),
        };
    }

    private (HttpRequestMessage Request, string What) Slack(string path, string body, string type, Random random, FuzzMutations mutations)
    {
        var bytes = mutations.Garble(Encoding.UTF8.GetBytes(body));
        var (request, what) = Post(path, bytes, type);
        var timestamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] toSign = [.. Encoding.UTF8.GetBytes($"v0:{timestamp}:"), .. bytes];
        var signed = HMACSHA256.HashData(Encoding.UTF8.GetBytes(FuzzHost.Secret), toSign);
        // One in ten proves nothing.
        request.Headers.TryAddWithoutValidation("X-Slack-Request-Timestamp", random.Next(20) == 0 ? Text(random) : timestamp);
        request.Headers.TryAddWithoutValidation("X-Slack-Signature", random.Next(20) == 0 ? Text(random) : $"v0={Convert.ToHexStringLower(signed)}");
        if (random.Next(10) == 0)
        {
            request.Headers.TryAddWithoutValidation("X-Slack-Retry-Num", Text(random));
        }

        return (request, what);
    }

    private (HttpRequestMessage Request, string What) Sandbox(string body, Random random, FuzzMutations mutations)
    {
        var (request, what) = Post("sandbox/turns", mutations.Garble(Encoding.UTF8.GetBytes(body)), "application/json");
        request.Headers.TryAddWithoutValidation("Cookie", random.Next(20) == 0 ? $"botcoach-sandbox={Cut(Text(random))}" : _visitors.Cookie(random));
        return (request, what);
    }

    private (HttpRequestMessage Request, string What) Post(string path, byte[] body, string type)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_host, path)) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        return (request, Encoding.UTF8.GetString(body));
    }

    private (HttpRequestMessage Request, string What) Anything(Random random)
    {
        var path = _paths[random.Next(_paths.Length)] + (random.Next(2) == 0 ? Uri.EscapeDataString(Cut(Text(random))) : "");
        var request = new HttpRequestMessage(_methods[random.Next(_methods.Length)], new Uri(_host, $"{path}?weeks={Uri.EscapeDataString(Cut(Text(random)))}"));
        foreach (var header in new[] { "Cookie", "Authorization", "X-Forwarded-For", "Accept", "Content-Type", "Origin", "Range", "If-None-Match" }.Where(_ => random.Next(3) == 0))
        {
            request.Headers.TryAddWithoutValidation(header, header == "Cookie" ? $"botcoach-insights={Cut(Text(random))}; botcoach-export={Cut(Text(random))}" : Cut(Text(random)));
        }

        if (request.Method != HttpMethod.Head && random.Next(2) == 0)
        {
            request.Content = new StringContent(Text(random));
        }

        return (request, path);
    }

    private string Form(IReadOnlyList<(string Name, string Value)> fields, Random random) => string.Join('&', fields
        .Where(_ => random.Next(30) != 0)
        .Select(field => $"{field.Name}={Uri.EscapeDataString(random.Next(20) == 0 ? Text(random) : field.Value)}"));

    private string Text(Random random) => _strings[random.Next(_strings.Count)];

    // A request's line may have 8 KB.
    private static string Cut(string text) => text.Length > 500 ? text[..500] : text;

    private async Task<long> HeapAsync()
    {
        _platforms.Forget();
        await _visitors.LeaveAsync();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
