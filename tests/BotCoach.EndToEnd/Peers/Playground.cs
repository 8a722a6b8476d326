using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BotCoach.EndToEnd;

/// <summary>
/// Microsoft 365 Agents Playground (from <c>tests/peers</c>): a Teams tenant of its own that posts activities to a bot,
/// without a token, and is its Bot Connector.
/// </summary>
/// <remarks>
/// What it cannot do: only one person acts (<see cref="PlaygroundTenant.Anna"/>), whoever is named as the sender, and
/// messages to anybody else show in the log only. It refuses to delete an activity (501), opens no dialogs
/// (<c>task/fetch</c>) and no command menu, knows no throttling, no blocked bot and no retries, checks no token, and still
/// takes messages after an uninstall. Bodies over 100 KB get a 413 that its log does not show. The locale is always en-US.
/// </remarks>
public sealed class Playground : IAsyncDisposable
{
    private static readonly string _peers = Path.Combine(RepositoryRoot.Path, "tests", "peers");
    private static readonly string _program = Path.Combine(_peers, "node_modules", "@microsoft", "m365agentsplayground", "cli.js");

    private readonly TemporaryFolder _folder;
    private readonly ChildProcess _process;
    private readonly HttpClient _http;
    private PlaygroundScreen? _screen;

    private Playground(TemporaryFolder folder, ChildProcess process, Uri address)
    {
        _folder = folder;
        _process = process;
        _http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = address, Timeout = Poll.Patience };
        Anna = new TeamsMember(this, PlaygroundTenant.Anna);
    }

    /// <summary>Playground's page, for a browser. Opening it installs the bot once more, and it shows only what comes after.</summary>
    public Uri Address => _http.BaseAddress!;

    public TeamsMember Anna { get; }

    /// <summary>Every request between Playground and the bot with its answer, oldest first.</summary>
    public IReadOnlyList<TeamsTraffic> Log => Screen.Log;

    /// <summary>What Playground complained of, such as a bot that it could not reach.</summary>
    public IReadOnlyList<string> Warnings => Screen.Warnings;

    internal PlaygroundScreen Screen => _screen!;

    /// <summary>Starts Playground and waits until it answers.</summary>
    /// <param name="bot">Where the bot answers; nothing need listen there yet. Activities go to its <c>api/messages</c>.</param>
    /// <param name="timeZone">The IANA zone that it says its people are in.</param>
    public static async Task<Playground> StartAsync(Uri bot, string timeZone = "Europe/Berlin")
    {
        if (!File.Exists(_program))
            throw new InvalidOperationException($"No Playground at {_program}: run test.sh, or npm ci in tests/peers.");

        var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File(".m365agentsplayground.yml"), PlaygroundTenant.Yaml());
        var port = FreePort.Next().ToString(CultureInfo.InvariantCulture);
        var address = new Uri($"http://127.0.0.1:{port}/");
        var process = ChildProcess.Start("Playground", "node", Arguments(bot, address, port), folder.Path, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["TEAMSAPPTESTER_BROWSER"] = "none",
            ["NO_PROXY"] = "127.0.0.1",
            ["TZ"] = timeZone,
        });
        var playground = new Playground(folder, process, address);
        try
        {
            await process.WaitUntilReadyAsync(new Uri(address, "_debug/ping"), Poll.Patience);
            playground._screen = await PlaygroundScreen.OpenAsync(address);
            return playground;
        }
        catch
        {
            await playground.DisposeAsync();
            throw;
        }
    }

    /// <summary>Sends the bot an activity as it is given, for what Playground has no button for.</summary>
    /// <returns>The bot's answer.</returns>
    public Task<TeamsTraffic> PostAsync(JsonObject activity)
    {
        var id = activity["id"]!.GetValue<string>();
        return DeliveryOfAsync($"activity {id}", entry => BlockKit.Text(entry.Request, "id") == id, () => PostAsync("_internal/v1/customActivities", activity));
    }

    /// <summary>An activity as Playground would send it in a conversation, to be changed and given to <see cref="PostAsync(JsonObject)"/>.</summary>
    /// <param name="conversation">The conversation's id.</param>
    /// <param name="kind"><c>install</c>, <c>uninstall</c>, <c>botAdded</c>, <c>botRemoved</c>, <c>userAdded</c>, <c>userRemoved</c>; null for one without a type.</param>
    public async Task<JsonObject> TemplateAsync(string conversation, string? kind = null)
    {
        var type = kind is null ? "" : $"&type={kind}";
        return (await _http.GetFromJsonAsync<JsonObject>($"_internal/v1/customActivities/template?conversationId={Uri.EscapeDataString(conversation)}{type}"))!;
    }

    /// <summary>Does something that makes Playground call the bot, and gives back the bot's answer to it.</summary>
    internal async Task<TeamsTraffic> DeliveryOfAsync(string what, Func<TeamsTraffic, bool> wanted, Func<Task> act)
    {
        var (mark, warnings) = (Log.Count, Warnings.Count);
        await act();
        return await Screen.DeliveryAfterAsync(mark, warnings, what, wanted);
    }

    /// <summary>Does what a button of the page does.</summary>
    /// <returns>Playground's own answer; undefined when it has no body. A status beyond 2xx is the bot's fault or shows in the log.</returns>
    internal async Task<JsonElement> PostAsync(string route, JsonObject body)
    {
        using var response = await _http.PostAsJsonAsync(route, body);
        var text = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode || response.StatusCode is System.Net.HttpStatusCode.BadGateway
            ? text.Length == 0 ? default : JsonElement.Parse(text)
            : throw new InvalidOperationException($"Playground refused {route}: {text}");
    }

    public async ValueTask DisposeAsync()
    {
        if (_screen is not null)
            await _screen.DisposeAsync();
        _http.Dispose();
        await _process.DisposeAsync();
        _folder.Dispose();
    }

    private static string[] Arguments(Uri bot, Uri address, string port) =>
    [
        "--require", Path.Combine(_peers, "loopback.cjs"), _program,
        "-e", new Uri(bot, "api/messages").ToString(),
        "-c", "msteams",
        "-p", port,
        "--service-url", new Uri(address, "_connector").ToString(),
        "--disable-telemetry",
    ];
}
