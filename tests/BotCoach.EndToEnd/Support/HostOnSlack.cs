using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace BotCoach.EndToEnd;

/// <summary>A Slack workspace, a proxy in front of it, a store, and the hosts that a test runs on them, one or several.</summary>
public sealed class HostOnSlack : IAsyncDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });
    private readonly List<HostProcess> _hosts = [];
    private readonly int _port = FreePort.Next();

    private ScenarioStore _store = null!;

    private HostOnSlack()
    {
    }

    /// <summary>Where the first host answers.</summary>
    public Uri Address => HostProcess.AddressOn(_port);

    public LocalSlack Slack { get; private set; } = null!;

    public SlackProxy Proxy { get; private set; } = null!;

    /// <summary>The store of the hosts, to look into and to write to.</summary>
    public HostStore Store { get; private set; } = null!;

    /// <summary>The server behind the store; null when it is a file.</summary>
    public Azurite? Azurite => _store.Azurite;

    /// <summary>Posts to the first host, with Slack's signature.</summary>
    public SlackRequests Requests { get; private set; } = null!;

    /// <summary>Settings of the hosts that are started from now on.</summary>
    public Dictionary<string, string> Settings { get; private set; } = null!;

    /// <summary>Starts everything but a host.</summary>
    /// <param name="store">What stands behind the tables.</param>
    /// <param name="inMemory">Whether a server behind them forgets everything when it stops.</param>
    public static async Task<HostOnSlack> StartAsync(StoreKind store = StoreKind.Sqlite, bool inMemory = true)
    {
        var world = new HostOnSlack();
        try
        {
            world.Slack = await LocalSlack.StartAsync(new Uri(world.Address, "slack/events"));
            world.Proxy = await SlackProxy.StartAsync();
            world.Proxy.Slack = world.Slack;
            world._store = await ScenarioStore.StartAsync(store, inMemory);
            world.Settings = CoachOnSlack.SettingsFor(world.Slack, world._store);
            // These scenarios are about crashes in the middle of many sends; the peer has no limits that would spread them out.
            world.Settings["Slack:WorkspaceLimit"] = "1000/1s";
            world.Settings["Slack:OpeningLimit"] = "1000/1s";
            world.Store = await HostStore.OpenAsync(world._store.Open(), world.Settings);
            world.Requests = new SlackRequests(world.Address, LocalWorkspace.SigningSecret);
            return world;
        }
        catch
        {
            await world.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts a host: the first one, or one that takes its place, where the workspace posts to.</summary>
    public Task<HostProcess> RunHostAsync() => RunAsync(_port);

    /// <summary>Starts one more host on the same store.</summary>
    public Task<HostProcess> RunAnotherHostAsync() => RunAsync(FreePort.Next());

    /// <summary>The direct conversation of a person and the bot; Slack opens it when there is none.</summary>
    public async Task<string> DirectConversationAsync(string person)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Slack.ApiBaseUrl, "conversations.open"))
        {
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", LocalWorkspace.BotToken) },
            Content = JsonContent.Create(new { users = person }),
        };
        using var response = await _http.SendAsync(request);
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("channel").GetProperty("id").GetString()!;
    }

    /// <summary>What the bot has written to a person.</summary>
    public async Task<IReadOnlyList<SlackMessage>> MessagesToAsync(string person) =>
        [.. (await Slack.MessagesAsync(await DirectConversationAsync(person))).Where(message => message.IsFromBot)];

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
        {
            await host.DisposeAsync();
        }

        Requests?.Dispose();
        if (Store is not null)
        {
            await Store.DisposeAsync();
        }

        if (Proxy is not null)
        {
            await Proxy.DisposeAsync();
        }

        if (Slack is not null)
        {
            await Slack.DisposeAsync();
        }

        if (_store is not null)
        {
            await _store.DisposeAsync();
        }

        _http.Dispose();
    }

    private async Task<HostProcess> RunAsync(int port)
    {
        var host = await HostProcess.StartAsync(port, Settings);
        _hosts.Add(host);
        return host;
    }
}
