using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace BotCoach.Slack.Tests;

/// <summary>Slack's end of Socket Mode: every connection that was opened, in the order in which they came.</summary>
internal sealed class SlackSockets
{
    private readonly ConcurrentQueue<SlackSocket> _all = new();

    /// <summary>Whether Slack says hello on a new connection.</summary>
    public bool SaysHello { get; set; } = true;

    public IReadOnlyList<SlackSocket> All => [.. _all];

    public IReadOnlyList<SlackSocket> Open => [.. _all.Where(socket => socket.IsOpen)];

    public async Task TakeAsync(HttpContext http)
    {
        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        var taken = new SlackSocket(socket);
        if (SaysHello)
            await taken.SendAsync(new JsonObject { ["type"] = "hello", ["num_connections"] = Open.Count + 1, ["connection_info"] = new JsonObject { ["app_id"] = "A0APP" } });
        _all.Enqueue(taken);
        await taken.ReadAsync();
    }

    /// <summary>Waits until there are as many open connections.</summary>
    public async Task<IReadOnlyList<SlackSocket>> WaitForAsync(int count)
    {
        await Eventually.HoldsAsync(() => Open.Count == count);
        return Open;
    }

    /// <summary>Breaks every connection, as a crash does.</summary>
    public void Break()
    {
        foreach (var socket in _all)
            socket.Break();
    }
}

/// <summary>One connection, as Slack sees it.</summary>
internal sealed class SlackSocket(WebSocket socket)
{
    private readonly ConcurrentDictionary<string, JsonElement> _acknowledged = new();
    private volatile bool _isOpen = true;

    /// <summary>Whether neither side has ended it.</summary>
    public bool IsOpen => _isOpen;

    /// <summary>Whether the bot said goodbye.</summary>
    public bool IsLeft { get; private set; }

    /// <summary>What the bot sent back, by the request that it belongs to.</summary>
    public IReadOnlyDictionary<string, JsonElement> Acknowledged => _acknowledged;

    public Task SendAsync(JsonNode message) => SendAsync(message.ToJsonString());

    public Task SendAsync(string message) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    /// <summary>Sends a request.</summary>
    public Task SendAsync(string id, string kind, JsonNode payload, int retries = 0) => SendAsync(new JsonObject
    {
        ["envelope_id"] = id,
        ["type"] = kind,
        ["payload"] = payload,
        ["accepts_response_payload"] = kind != "events_api",
        ["retry_attempt"] = retries,
        ["retry_reason"] = retries > 0 ? "timeout" : "",
    });

    /// <summary>Sends a request and waits until it is acknowledged.</summary>
    /// <returns>The body of the acknowledgement; null when there is none.</returns>
    public async Task<JsonElement?> AskAsync(string id, string kind, JsonNode payload, int retries = 0)
    {
        await SendAsync(id, kind, payload, retries);
        await Eventually.HoldsAsync(() => _acknowledged.ContainsKey(id));
        return _acknowledged[id].At("payload");
    }

    /// <summary>Says that the connection ends soon.</summary>
    public Task AnnounceEndAsync(string reason) => SendAsync(new JsonObject { ["type"] = "disconnect", ["reason"] = reason });

    /// <summary>Ends the connection in good order.</summary>
    public Task EndAsync() => socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);

    /// <summary>Breaks the connection.</summary>
    public void Break() => socket.Abort();

    public async Task ReadAsync()
    {
        var part = new byte[16 * 1024];
        var message = new List<byte>();
        try
        {
            while (await socket.ReceiveAsync(part.AsMemory(), CancellationToken.None) is { MessageType: not WebSocketMessageType.Close } received)
            {
                message.AddRange(part.AsSpan(0, received.Count));
                if (!received.EndOfMessage)
                    continue;
                var json = JsonElement.Parse(Encoding.UTF8.GetString([.. message]));
                message.Clear();
                _acknowledged[json.Text("envelope_id")!] = json;
            }

            IsLeft = true;
            if (socket.State is WebSocketState.CloseReceived)
                await EndAsync();
        }
        catch (WebSocketException)
        {
            // The bot has gone, or the test broke the connection.
        }
        finally
        {
            _isOpen = false;
        }
    }
}
