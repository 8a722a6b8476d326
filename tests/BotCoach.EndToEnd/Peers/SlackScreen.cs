using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BotCoach.EndToEnd;

/// <summary>
/// The peer's page without the page: the WebSocket over which it shows modals, their errors, Home tabs and its log.
/// Only this way can a modal be submitted or closed, or something on a Home tab be pressed.
/// </summary>
internal sealed class SlackScreen : IAsyncDisposable
{
    private readonly ClientWebSocket _socket;
    private readonly Task _reading;
    private readonly Lock _changing = new();
    private readonly List<JsonElement> _news = [];
    private readonly Dictionary<string, JsonElement> _homes = [];
    private readonly Dictionary<SlackField, string> _typed = [];
    private JsonElement? _form;
    private JsonElement? _errors;

    private SlackScreen(ClientWebSocket socket)
    {
        _socket = socket;
        _reading = ReadAsync();
    }

    /// <summary>The modal on top; null when none is open.</summary>
    public SlackForm? Form
    {
        get
        {
            lock (_changing)
                return _form is { } form ? SlackForm.Read(form, _errors) : null;
        }
    }

    /// <summary>Opens the screen of a peer that answers already.</summary>
    public static async Task<SlackScreen> OpenAsync(Uri address)
    {
        var socket = new ClientWebSocket();
        socket.Options.Proxy = null;
        await socket.ConnectAsync(new UriBuilder(address) { Scheme = "ws", Path = "ui" }.Uri, CancellationToken.None);
        var screen = new SlackScreen(socket);
        await screen.NextAsync(0, news => BlockKit.Text(news, "t") == "init", "the peer's first picture");
        return screen;
    }

    /// <summary>The Home tab of a person; null before the bot has published one.</summary>
    public SlackHome? Home(string user)
    {
        lock (_changing)
        {
            return _homes.TryGetValue(user, out var home)
                ? new SlackHome(BlockKit.Shown(home.GetProperty("blocks")), BlockKit.Buttons(home.GetProperty("blocks")))
                : null;
        }
    }

    /// <summary>Does something that makes the peer call the bot, and gives back the bot's answer to it.</summary>
    public async Task<SlackDelivery> DeliveryOfAsync(string kind, Func<Task> act)
    {
        var mark = Mark();
        await act();
        return (await DeliveryAfterAsync(mark, kind)).Delivery;
    }

    /// <summary>Says what a person did on the page.</summary>
    public Task SendAsync(JsonObject act) =>
        _socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(act), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    /// <summary>
    /// Fills in fields of the open modal and submits it. As in Slack, and unlike in the peer's page, what stands in a
    /// field from the start is submitted too, and what was typed stays when the bot refuses.
    /// </summary>
    /// <exception cref="InvalidOperationException">Slack itself would not let it through.</exception>
    public async Task<SlackDelivery> SubmitAsync(string user, IReadOnlyDictionary<string, string> values)
    {
        var filled = Fill(values);
        var mark = Mark();
        await SendAsync(new JsonObject { ["t"] = "view_submit", ["user"] = user, ["values"] = Values(filled) });
        var (delivery, answered) = await DeliveryAfterAsync(mark, "interactive");
        await NextAsync(answered, news => BlockKit.Text(news, "t") is "view" or "view_errors", "the form to change");
        return delivery;
    }

    public async ValueTask DisposeAsync()
    {
        _socket.Abort();
        await _reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // It ends by being cut off.
        _socket.Dispose();
    }

    private List<(SlackField Field, string Value)> Fill(IReadOnlyDictionary<string, string> values)
    {
        var form = Form ?? throw new InvalidOperationException("No form is open.");
        lock (_changing)
        {
            foreach (var (name, value) in values)
                _typed[form.Field(name)] = value;
            var filled = form.Fields.Select(field => (Field: field, Value: _typed.GetValueOrDefault(field, field.Value))).ToList();
            return filled.Find(entry => entry.Value.Length == 0 && !entry.Field.IsOptional).Field is { } empty
                ? throw new InvalidOperationException($"Slack would not submit “{form.Title}”: “{empty.Label}” is empty.")
                : filled;
        }
    }

    private static JsonObject Values(IEnumerable<(SlackField Field, string Value)> filled) => new(filled.Select(entry =>
        KeyValuePair.Create(entry.Field.BlockId, (JsonNode?)new JsonObject
        {
            [entry.Field.ActionId] = new JsonObject
            {
                ["type"] = "plain_text_input",
                ["value"] = entry.Value.Length == 0 ? null : entry.Value,
            },
        })));

    private int Mark()
    {
        lock (_changing)
            return _news.Count;
    }

    /// <summary>The bot's answer to the first request of a kind after some news, and the place of the news that told it.</summary>
    private async Task<(SlackDelivery Delivery, int Index)> DeliveryAfterAsync(int mark, string kind)
    {
        var (request, asked) = await TrafficAfterAsync(mark, $"a request of kind {kind} to the bot", entry => entry.Kind == kind && entry.IsRequest);
        var (answer, answered) = await TrafficAfterAsync(asked, $"the bot's answer to {kind}", entry => entry.IsAnswerTo(kind));
        var delivery = new SlackDelivery(answer.Status, answer.Status is null ? answer.Summary : answer.Detail, answer.At - request.At);
        return (delivery, answered);
    }

    private async Task<(SlackTraffic Entry, int Index)> TrafficAfterAsync(int mark, string what, Func<SlackTraffic, bool> wanted)
    {
        var (news, index) = await NextAsync(mark, news => Traffic(news) is { } entry && wanted(entry), what);
        return (Traffic(news)!, index);
    }

    private static SlackTraffic? Traffic(JsonElement news) =>
        BlockKit.Text(news, "t") == "log" ? SlackTraffic.Read(news.GetProperty("entry")) : null;

    /// <summary>The first wanted news from a mark on, and the mark behind it.</summary>
    private async Task<(JsonElement News, int Index)> NextAsync(int mark, Func<JsonElement, bool> wanted, string what)
    {
        var found = await Poll.ForAsync(
            () =>
            {
                if (_reading.IsFaulted)
                    throw new InvalidOperationException("The Slack peer hung up.", _reading.Exception);
                lock (_changing)
                {
                    var index = _news.FindIndex(mark, news => wanted(news));
                    return Task.FromResult(index < 0 ? null : Tuple.Create(_news[index], index + 1));
                }
            },
            Poll.Patience,
            what);
        return (found.Item1, found.Item2);
    }

    private async Task ReadAsync()
    {
        while (true)
        {
            using var whole = new MemoryStream();
            var buffer = new byte[64 * 1024];
            ValueWebSocketReceiveResult part;
            do
            {
                part = await _socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
                whole.Write(buffer, 0, part.Count);
            }
            while (!part.EndOfMessage);

            if (part.MessageType is WebSocketMessageType.Close)
                throw new WebSocketException("The Slack peer closed its screen.");
            Take(JsonElement.Parse(whole.ToArray()));
        }
    }

    private void Take(JsonElement news)
    {
        lock (_changing)
        {
            switch (BlockKit.Text(news, "t"))
            {
                case "view":
                    Show(news.GetProperty("stack").EnumerateArray().Cast<JsonElement?>().LastOrDefault());
                    break;
                case "view_errors":
                    _errors = news.GetProperty("errors");
                    break;
                case "home":
                    _homes[news.GetProperty("user").GetString()!] = news.GetProperty("view");
                    break;
            }

            _news.Add(news);
        }
    }

    private void Show(JsonElement? form)
    {
        if (form is null || _form is null || BlockKit.Text(form.Value, "id") != BlockKit.Text(_form.Value, "id"))
            _typed.Clear();
        _form = form;
        _errors = null;
    }
}
