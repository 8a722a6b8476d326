namespace BotCoach.EndToEnd;

/// <summary>How Slack's requests reach a host.</summary>
public enum SlackRoad
{
    /// <summary>Slack posts them to an address.</summary>
    Posted,

    /// <summary>They come over connections that the host opens.</summary>
    SocketMode,
}

/// <summary>What a host says about its connections to Slack.</summary>
internal static class SocketConnections
{
    private static readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });

    /// <summary>Waits until a host has a connection, as long as the longest wait between two tries and a while more.</summary>
    public static Task WaitForAsync(Uri host) => Poll.UntilAsync(
        async () => (await HealthAsync(host)).Contains("connections to Slack", StringComparison.Ordinal),
        Poll.Patience + TimeSpan.FromSeconds(30),
        "a connection to Slack");

    /// <summary>What <c>/health/ready</c> says.</summary>
    public static Task<string> HealthAsync(Uri host) => _http.GetStringAsync(new Uri(host, "health/ready"));
}
