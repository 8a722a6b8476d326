using System.Net;
using BotCoach.Host;

namespace BotCoach.Benchmarks;

/// <summary>A programme lead with a browser's session, who opens the overview again and again.</summary>
internal sealed class PageReader(SeededCompany company) : IDisposable
{
    private const int WarmUps = 30;
    private const string Page = "/insights?weeks=26";

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, CookieContainer = new CookieContainer() });

    /// <summary>How many bytes the page has.</summary>
    public int PageBytes { get; private set; }

    /// <summary>Starts the host on a store, signs in, and times the page.</summary>
    /// <param name="store">The store's settings.</param>
    /// <param name="rounds">How often the page is opened.</param>
    public async Task<Latencies> ReadAsync(IReadOnlyDictionary<string, string> store, int rounds)
    {
        await using var host = await ServerProcess.StartHostAsync(new Dictionary<string, string>(store)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["Keys__Path"] = company.Keys,
        });
        await SignInAsync(host.Address, store);
        List<TimeSpan> latencies = [];
        for (var round = 0; round < WarmUps + rounds; round++)
        {
            var start = TimeProvider.System.GetTimestamp();
            var page = await _http.GetByteArrayAsync(new Uri(host.Address, Page));
            if (round >= WarmUps)
                latencies.Add(TimeProvider.System.GetElapsedTime(start));
            PageBytes = page.Length;
        }

        return new Latencies(latencies);
    }

    public void Dispose() => _http.Dispose();

    // As the link from the chat does.
    private async Task SignInAsync(Uri host, IReadOnlyDictionary<string, string> store)
    {
        using var said = new StringWriter();
        var home = company.Company.Home;
        string[] command =
        [
            "demo", "link", "--workspace", $"{home.Channel}:{home.Workspace}", $"--Keys:Path={company.Keys}", $"--Host:PublicUrl={host}",
            .. store.Select(setting => $"--{setting.Key.Replace("__", ":", StringComparison.Ordinal)}={setting.Value}"),
        ];
        if (await DemoCommand.RunAsync(command, said, said) != 0)
            throw new BenchmarkException($"There is no link: {said}");
        using var page = await _http.PostAsync(new Uri(said.ToString().Trim()), content: null);
        var text = await page.Content.ReadAsStringAsync();
        if (!page.IsSuccessStatusCode || !company.Company.Groups.All(group => text.Contains($">{group}<", StringComparison.Ordinal)))
            throw new BenchmarkException($"The page does not show the company ({page.StatusCode}).");
    }
}
