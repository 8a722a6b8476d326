using System.Net.Http.Json;

namespace BotCoach.Testing;

/// <summary>Visitors of the sandbox, each with a world of their own and the cookie that it goes by.</summary>
/// <param name="host">Where it is.</param>
internal sealed class FuzzVisitors(Uri host) : IDisposable
{
    // Half of the worlds that there may be: the other half is left to visits that garbled requests make.
    private const int Visitors = 6;

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false }) { BaseAddress = host };
    private List<string> _cookies = [];

    /// <summary>The cookie of one of them.</summary>
    public string Cookie(Random random) => _cookies[random.Next(_cookies.Count)];

    /// <summary>Lets them in.</summary>
    public async Task OpenAsync()
    {
        List<string> cookies = [];
        for (var visitor = 0; visitor < Visitors; visitor++)
        {
            using var answer = await _http.PostAsJsonAsync(new Uri("sandbox/visit", UriKind.Relative), new { zone = "Europe/Madrid", locale = visitor % 2 == 0 ? "es-ES" : "en-GB" });
            cookies.Add(answer.EnsureSuccessStatusCode().Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        }

        _cookies = cookies;
    }

    /// <summary>Ends their worlds with all that is in them, so that it does not count as the host's memory.</summary>
    public async Task LeaveAsync()
    {
        foreach (var cookie in _cookies)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "sandbox/start-over") { Content = JsonContent.Create(new { }) };
            request.Headers.Add("Cookie", cookie);
            using var answer = await _http.SendAsync(request);
        }
    }

    public void Dispose() => _http.Dispose();
}
