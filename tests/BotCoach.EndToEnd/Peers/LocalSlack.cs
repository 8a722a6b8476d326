using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BotCoach.EndToEnd;

/// <summary>
/// The Slack peer (local-slack, from <c>tests/peers</c>): a workspace of its own that posts signed requests to a
/// bot and takes its Web API calls. One person acts at a time, because the peer keeps one stack of modals for all.
/// </summary>
public sealed class LocalSlack : IAsyncDisposable
{
    private static readonly string _program = Path.Combine(
        RepositoryRoot.Path, "tests", "peers", "node_modules", "local-slack-linux-x64", "bin", "local-slack");

    private readonly TemporaryFolder _folder;
    private readonly ChildProcess _process;
    private readonly HttpClient _http;
    private SlackScreen? _screen;

    private LocalSlack(TemporaryFolder folder, ChildProcess process, Uri address)
    {
        _folder = folder;
        _process = process;
        _http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = address, Timeout = Poll.Patience };
        Anna = new SlackMember(this, LocalWorkspace.Anna);
        Ben = new SlackMember(this, LocalWorkspace.Ben);
    }

    /// <summary>The peer's page, for a browser.</summary>
    public Uri Address => _http.BaseAddress!;

    /// <summary>What the host is given as <c>Slack:ApiBaseUrl</c>.</summary>
    public Uri ApiBaseUrl => new(Address, "api/");

    public SlackMember Anna { get; }

    public SlackMember Ben { get; }

    /// <summary>Somebody of the workspace.</summary>
    public SlackMember Member(SlackPerson person) => new(this, person);

    internal SlackScreen Screen => _screen!;

    /// <summary>Starts a peer and waits until it answers.</summary>
    /// <param name="requestUrl">
    /// Where it posts events, commands and interactions; nothing need listen there yet. Null for Socket Mode: then the bot
    /// comes to it.
    /// </param>
    /// <param name="port">The port that it listens on, such as that of one whose place it takes; null for any.</param>
    public static async Task<LocalSlack> StartAsync(Uri? requestUrl, int? port = null)
    {
        if (!File.Exists(_program))
            throw new InvalidOperationException($"No Slack peer at {_program}: run test.sh, or npm ci in tests/peers.");

        var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("workspace.yaml"), LocalWorkspace.Yaml(requestUrl));
        var listening = (port ?? FreePort.Next()).ToString(CultureInfo.InvariantCulture);
        var process = ChildProcess.Start(
            "The Slack peer", _program, ["--config", "workspace.yaml", "--port", listening, "--base-host", "127.0.0.1"], folder.Path);
        var slack = new LocalSlack(folder, process, new Uri($"http://127.0.0.1:{listening}/"));
        try
        {
            await process.WaitUntilReadyAsync(new Uri(slack.Address, "_control/state"), Poll.Patience);
            slack._screen = await SlackScreen.OpenAsync(slack.Address);
            return slack;
        }
        catch
        {
            await slack.DisposeAsync();
            throw;
        }
    }

    /// <summary>The messages of a conversation, oldest first, ephemeral ones to anybody among them.</summary>
    /// <param name="channel">Its id.</param>
    public async Task<IReadOnlyList<SlackMessage>> MessagesAsync(string channel)
    {
        var answer = await _http.GetFromJsonAsync<JsonElement>($"_control/messages/{channel}");
        return [.. answer.GetProperty("messages").EnumerateArray().Select(SlackMessage.Read)];
    }

    /// <summary>The traffic between the peer and the bot, oldest first; the peer keeps the last thousand entries.</summary>
    public async Task<IReadOnlyList<SlackTraffic>> LogAsync()
    {
        var answer = await _http.GetFromJsonAsync<JsonElement>("_control/log");
        return [.. answer.GetProperty("log").EnumerateArray().Select(SlackTraffic.Read)];
    }

    /// <summary>The direct conversation of a person and the bot; null before either has opened it.</summary>
    internal async Task<string?> DirectConversationAsync(SlackPerson person)
    {
        var state = await _http.GetFromJsonAsync<JsonElement>("_control/state");
        return state.GetProperty("channels").EnumerateArray()
            .Where(channel => channel.GetProperty("is_im").GetBoolean())
            .Where(channel => channel.GetProperty("members").EnumerateArray().Any(member => member.GetString() == person.Id))
            .Select(channel => channel.GetProperty("id").GetString())
            .SingleOrDefault();
    }

    /// <summary>Does something through the control API and gives back what the bot answered.</summary>
    internal Task<SlackDelivery> ActAsync(string kind, string route, JsonObject body) => Screen.DeliveryOfAsync(kind, async () =>
    {
        using var response = await _http.PostAsJsonAsync($"_control/{route}", body);
        if (!response.IsSuccessStatusCode)
            throw new InvalidOperationException($"The Slack peer refused {route}: {await response.Content.ReadAsStringAsync()}");
    });

    /// <summary>Ends it as a crash would; what it had in mind is gone.</summary>
    public Task KillAsync() => _process.KillAsync();

    public async ValueTask DisposeAsync()
    {
        if (_screen is not null)
            await _screen.DisposeAsync();
        _http.Dispose();
        await _process.DisposeAsync();
        _folder.Dispose();
    }
}
