using System.Buffers;
using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using Microsoft.Extensions.Logging;

namespace BotCoach.Slack;

/// <summary>
/// One connection to Slack, from its hello to its end. The runtime answers Slack's pings and sends its own; one that nobody
/// answers ends the connection.
/// </summary>
internal sealed partial class SocketConnection : IAsyncDisposable
{
    /// <summary>The longest that Slack may take to say hello, and to say goodbye.</summary>
    private static readonly TimeSpan _manners = TimeSpan.FromSeconds(10);

    /// <summary>How often to ask whether Slack is still there, and how long to wait for its answer.</summary>
    private static readonly TimeSpan _pingEvery = TimeSpan.FromSeconds(5);

    private readonly SocketExchange _exchange;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly ClientWebSocket _socket;
    private readonly SemaphoreSlim _sending = new(1);
    private readonly ConcurrentDictionary<Task, bool> _underWay = new();
    private readonly TaskCompletionSource _hello = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<string?> _retiring = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _end = new();
    private Task _reading = Task.CompletedTask;

    private SocketConnection(SocketExchange exchange, TimeSpan pingEvery, TimeProvider clock, ILogger logger)
    {
        (_exchange, _clock, _logger, _socket) = (exchange, clock, logger, new ClientWebSocket());
        _socket.Options.KeepAliveInterval = _socket.Options.KeepAliveTimeout = pingEvery;
    }

    /// <summary>
    /// Completes when another connection is to take this one's place: with Slack's reason when Slack says so ahead of the
    /// end, and with null when the connection is lost.
    /// </summary>
    public Task<string?> Retiring => _retiring.Task;

    /// <summary>Completes when nothing more can come over the connection.</summary>
    public Task Ended => _reading;

    /// <summary>Whether requests can come over the connection.</summary>
    public bool IsOpen => _socket.State is WebSocketState.Open;

    /// <summary>Connects, and waits until Slack says hello.</summary>
    /// <exception cref="WebSocketException">There is no connection.</exception>
    /// <exception cref="TimeoutException">Slack said nothing.</exception>
    public static async Task<SocketConnection> OpenAsync(
        Uri address, SocketExchange exchange, TimeProvider clock, ILogger logger, CancellationToken cancellationToken, TimeSpan? pingEvery = null)
    {
        var connection = new SocketConnection(exchange, pingEvery ?? _pingEvery, clock, logger);
        try
        {
            using var inTime = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            inTime.CancelAfter(_manners);
            await connection._socket.ConnectAsync(address, inTime.Token);
            connection._reading = connection.ReadAsync();
            await connection._hello.Task.WaitAsync(inTime.Token);
            return connection;
        }
        catch (OperationCanceledException silence) when (!cancellationToken.IsCancellationRequested)
        {
            await connection.DisposeAsync();
            throw new TimeoutException("Slack did not say hello.", silence);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Finishes what is under way, and leaves.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await Task.WhenAll(_underWay.Keys).WaitAsync(TurnExchange.ResponseTime + TurnExchange.ShowingTime, _clock);
        }
        catch (TimeoutException)
        {
            // Each has a token of its own that ends it by now.
        }

        _end.CancelAfter(_manners);
        await LeaveAsync();
        await _reading;
        _end.Dispose();
        _socket.Dispose();
    }

    private async Task LeaveAsync()
    {
        try
        {
            if (_socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, _end.Token);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException)
        {
            _socket.Abort();
        }

        // Slack does not always say goodbye in its turn; nothing that it may still send is worth waiting for.
        _end.CancelAfter(TimeSpan.FromSeconds(1));
    }

    private async Task ReadAsync()
    {
        try
        {
            var message = new ArrayBufferWriter<byte>();
            while (await ReceiveAsync(message))
            {
                Take(message.WrittenSpan);
                message.ResetWrittenCount();
            }
        }
        catch (Exception lost) when (lost is WebSocketException or OperationCanceledException)
        {
            // Slack has gone, or we have.
        }

        _socket.Abort();
        _hello.TrySetException(new WebSocketException(WebSocketError.ConnectionClosedPrematurely));
        _retiring.TrySetResult(null);
    }

    /// <returns>False at the end of the connection.</returns>
    private async Task<bool> ReceiveAsync(ArrayBufferWriter<byte> message)
    {
        while (true)
        {
            var part = await _socket.ReceiveAsync(message.GetMemory(4 * 1024), _end.Token);
            if (part.MessageType is WebSocketMessageType.Close)
                return false;
            // A message that is too long is left out; what is kept of it cannot be read.
            if (message.WrittenCount + part.Count <= RequestBody.Limit)
                message.Advance(part.Count);
            if (part.EndOfMessage)
                return true;
        }
    }

    private void Take(ReadOnlySpan<byte> message)
    {
        switch (SocketMessage.Read(message))
        {
            case SocketMessage.Hello:
                _hello.TrySetResult();
                break;
            case SocketMessage.Disconnect { Reason: var reason }:
                _retiring.TrySetResult(reason);
                break;
            case SocketMessage.Envelope envelope:
                // Not here: a second request does not wait for the first.
                var answering = Task.Run(() => AnswerAsync(envelope));
                _underWay.TryAdd(answering, true);
                _ = answering.ContinueWith(done => _underWay.TryRemove(done, out _), TaskScheduler.Default);
                break;
            case null:
                Log.Unreadable(_logger);
                break;
        }
    }

    private async Task AnswerAsync(SocketMessage.Envelope envelope)
    {
        try
        {
            await _exchange.AnswerAsync(envelope, SendAsync);
        }
        catch (Exception failure)
        {
            Log.AnswerFailed(_logger, failure);
        }
    }

    /// <summary>Sends; when the connection is gone, Slack brings the request again over another.</summary>
    private async Task SendAsync(string text)
    {
        await _sending.WaitAsync(_end.Token);
        try
        {
            await _socket.SendAsync(Encoding.UTF8.GetBytes(text).AsMemory(), WebSocketMessageType.Text, endOfMessage: true, _end.Token);
        }
        catch (Exception gone) when (gone is WebSocketException or ObjectDisposedException or InvalidOperationException or OperationCanceledException)
        {
            Log.NotAcknowledged(_logger);
        }
        finally
        {
            _sending.Release();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "A message of Slack's over Socket Mode could not be read.")]
        public static partial void Unreadable(ILogger logger);

        [LoggerMessage(Level = LogLevel.Error, Message = "A request from Slack over Socket Mode could not be answered.")]
        public static partial void AnswerFailed(ILogger logger, Exception failure);

        [LoggerMessage(Level = LogLevel.Information, Message = "The connection to Slack went before a request could be acknowledged; Slack brings it again.")]
        public static partial void NotAcknowledged(ILogger logger);
    }
}
