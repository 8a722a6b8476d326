using System.Net.WebSockets;
using System.Text.Json;

namespace BotCoach.EndToEnd;

/// <summary>
/// Playground's page without the page: the two WebSockets over which it shows messages and its log. Playground keeps no
/// history that could be read, so messages are gathered here as its page does.
/// </summary>
internal sealed class PlaygroundScreen : IAsyncDisposable
{
    /// <summary>How Playground's warning begins when nothing listens where the bot should.</summary>
    private const string Unreachable = "Cannot connect to your app";

    private readonly ClientWebSocket _conversations = new();
    private readonly ClientWebSocket _traffic = new();
    private readonly Lock _changing = new();
    private readonly List<TeamsMessage> _messages = [];
    private readonly List<TeamsTraffic> _log = [];
    private readonly List<string> _warnings = [];
    private Task _reading = Task.CompletedTask;

    private PlaygroundScreen()
    {
    }

    public IReadOnlyList<TeamsMessage> Messages => Copy(_messages);

    public IReadOnlyList<TeamsTraffic> Log => Copy(_log);

    public IReadOnlyList<string> Warnings => Copy(_warnings);

    /// <summary>Opens the screen of a Playground that answers already.</summary>
    public static async Task<PlaygroundScreen> OpenAsync(Uri address)
    {
        var screen = new PlaygroundScreen();
        await ConnectAsync(screen._conversations, address, "_ws_conversation/v1/conversations/stream");
        await ConnectAsync(screen._traffic, address, "_ws/log/stream");
        screen._reading = Task.WhenAll(ReadAsync(screen._conversations, screen.Show), ReadAsync(screen._traffic, screen.Keep));
        return screen;
    }

    /// <summary>Shows a message that did not come over the stream: the person's own, or a card from the answer to an invoke.</summary>
    public void Show(TeamsMessage message)
    {
        lock (_changing)
        {
            var index = _messages.FindIndex(shown => shown.Id == message.Id);
            if (index < 0)
                _messages.Add(message);
            else
                _messages[index] = message with { Conversation = _messages[index].Conversation };
        }
    }

    /// <summary>Waits for the bot's answer to a request that Playground sends after a mark in the log.</summary>
    /// <exception cref="InvalidOperationException">Playground could not reach the bot.</exception>
    public async Task<TeamsTraffic> DeliveryAfterAsync(int mark, int warnings, string what, Func<TeamsTraffic, bool> wanted) => await Poll.ForAsync(
        () =>
        {
            if (_reading.IsCompleted)
                throw new InvalidOperationException("Playground hung up.", _reading.Exception);
            lock (_changing)
            {
                var found = _log.Skip(mark).FirstOrDefault(entry => entry.ToBot && wanted(entry));
                return found is null && _warnings.Skip(warnings).FirstOrDefault(warning => warning.StartsWith(Unreachable, StringComparison.Ordinal)) is { } refused
                    ? throw new InvalidOperationException($"No answer to {what}: {refused}")
                    : Task.FromResult(found);
            }
        },
        Poll.Patience,
        $"the bot's answer to {what}",
        () => string.Join('\n', Log));

    public async ValueTask DisposeAsync()
    {
        _conversations.Abort();
        _traffic.Abort();
        await _reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // It ends by being cut off.
        _conversations.Dispose();
        _traffic.Dispose();
    }

    private static Task ConnectAsync(ClientWebSocket socket, Uri address, string path)
    {
        socket.Options.Proxy = null;
        return socket.ConnectAsync(new UriBuilder(address) { Scheme = "ws", Path = path }.Uri, CancellationToken.None);
    }

    private static async Task ReadAsync(ClientWebSocket socket, Action<JsonElement> take)
    {
        var buffer = new byte[64 * 1024];
        while (true)
        {
            using var whole = new MemoryStream();
            ValueWebSocketReceiveResult part;
            do
            {
                part = await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
                whole.Write(buffer, 0, part.Count);
            }
            while (!part.EndOfMessage);

            if (part.MessageType is WebSocketMessageType.Close)
                throw new WebSocketException("Playground closed its screen.");
            take(JsonElement.Parse(whole.ToArray()));
        }
    }

    private void Show(JsonElement news)
    {
        if (BlockKit.Text(news, "action") is "createMessage" or "updateMessage")
            Show(TeamsMessage.Read(news));
    }

    private void Keep(JsonElement news)
    {
        var log = news.GetProperty("log");
        lock (_changing)
        {
            if (TeamsTraffic.Read(log) is { } entry)
                _log.Add(entry);
            else if (TeamsTraffic.Warning(log) is { } warning)
                _warnings.Add(warning);
        }
    }

    private List<T> Copy<T>(List<T> list)
    {
        lock (_changing)
            return [.. list];
    }
}
