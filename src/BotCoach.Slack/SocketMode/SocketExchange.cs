using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;

namespace BotCoach.Slack;

/// <summary>
/// Takes a request that came over a connection the same way as one that was posted. It is acknowledged when what the person
/// did is stored; one that is not acknowledged comes again.
/// </summary>
internal sealed partial class SocketExchange(TurnExchange exchange, TimeProvider clock, ILogger<SocketExchange> logger)
{
    private readonly ConcurrentDictionary<string, bool> _underWay = new(StringComparer.Ordinal);

    /// <summary>Answers a request.</summary>
    /// <param name="envelope">The request.</param>
    /// <param name="acknowledge">Sends a text back over the connection that the request came over.</param>
    public async Task AnswerAsync(SocketMessage.Envelope envelope, Func<string, Task> acknowledge)
    {
        // Sent over two connections at once, it is one request all the same.
        if (!_underWay.TryAdd(envelope.Id, true))
            return;

        try
        {
            if (RequestReader.Read(envelope, clock.GetUtcNow()) is not { } request)
            {
                // It would not become readable by coming again.
                Log.Unreadable(logger, envelope.Kind);
                await acknowledge(Acknowledgement(envelope, SlackResponse.Taken));
                return;
            }

            await exchange.AnswerAsync(request, new Patience(clock, TurnExchange.ResponseTime), response =>
                response.IsTaken ? acknowledge(Acknowledgement(envelope, response)) : Task.CompletedTask);
        }
        finally
        {
            _underWay.TryRemove(envelope.Id, out _);
        }
    }

    private static string Acknowledgement(SocketMessage.Envelope envelope, SlackResponse response)
    {
        var json = new JsonObject { ["envelope_id"] = envelope.Id };
        if (envelope.TakesBody && response.Body is { } body)
            json["payload"] = body;
        return json.ToJsonString(SlackJson.Options);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "A request of the kind {Kind} from Slack could not be read.")]
        public static partial void Unreadable(ILogger logger, string kind);
    }
}
