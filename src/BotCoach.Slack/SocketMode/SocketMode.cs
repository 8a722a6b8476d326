using System.Net.WebSockets;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BotCoach.Slack;

/// <summary>
/// Takes Slack's requests where Slack can reach no address: keeps connections open, each on a line of its own. When Slack
/// announces the end of one, its successor is there before it goes, and it is used to its end.
/// </summary>
internal sealed partial class SocketMode(
    SlackWebApi api, SocketExchange exchange, SocketState state, IOptions<SlackOptions> options, TimeProvider clock, ILogger<SocketMode> logger) : BackgroundService
{
    /// <summary>The longest wait between two tries.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan _firstWait = TimeSpan.FromSeconds(1);

    /// <summary>A connection that lived as long did not end because of something that is wrong with all of them.</summary>
    private static readonly TimeSpan _goodLife = TimeSpan.FromMinutes(1);

    /// <summary>Slack ends a connection some ten seconds after it said so (docs.slack.dev, "Using Socket Mode", "Disconnect messages").</summary>
    private static readonly TimeSpan _longestLeave = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.AppToken is not null)
            await Task.WhenAll(Enumerable.Range(0, options.Value.SocketConnections).Select(_ => KeepAsync(stoppingToken)));
    }

    private async Task KeepAsync(CancellationToken stoppingToken)
    {
        var backOff = new BackOff(_firstWait, LongestWait);
        var leaving = Task.CompletedTask;
        try
        {
            while (true)
            {
                var connection = await ConnectAsync(backOff, stoppingToken);
                var start = clock.GetTimestamp();
                await ((Task)connection.Retiring).WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                var reason = connection.Retiring.IsCompleted ? await connection.Retiring : null;
                leaving = Task.WhenAll(leaving, LeaveAsync(connection, reason is not null, stoppingToken));
                stoppingToken.ThrowIfCancellationRequested();

                Log.Ending(logger, reason ?? "lost");
                state.Problem = "the connection was lost";
                var wasGood = clock.GetElapsedTime(start) > _goodLife;
                if (wasGood)
                    backOff.Reset();
                if (reason is null || !wasGood)
                    await Task.Delay(backOff.Next(), clock, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops.
        }

        await leaving;
    }

    /// <summary>Tries until there is a connection.</summary>
    private async Task<SocketConnection> ConnectAsync(BackOff backOff, CancellationToken stoppingToken)
    {
        while (true)
        {
            var wait = backOff.Next();
            switch (await api.OpenConnectionAsync(stoppingToken))
            {
                case SlackReply.Ok { Body: var body } when Address(body.Text("url")) is { } address:
                    try
                    {
                        var connection = await SocketConnection.OpenAsync(address, exchange, clock, logger, stoppingToken);
                        state.Add(connection);
                        Log.Connected(logger);
                        return connection;
                    }
                    catch (Exception failure) when (failure is WebSocketException or TimeoutException)
                    {
                        state.Problem = "Slack gave an address and does not answer there";
                    }

                    break;
                case SlackReply.Ok:
                    state.Problem = "Slack gave no address that requests may come from";
                    break;
                case SlackReply.Throttled { After: var after }:
                    state.Problem = "Slack asks to wait before the next connection";
                    wait = after > wait ? after : wait;
                    break;
                case SlackReply.Refused { Code: var code }:
                    state.Problem = $"Slack does not take the token in Slack:AppToken ({code})";
                    break;
                case var other:
                    state.Problem = $"Slack could not be reached ({other.ToCode()})";
                    break;
            }

            Log.NotConnected(logger, state.Problem, wait.TotalSeconds);
            await Task.Delay(wait, clock, stoppingToken);
        }
    }

    private async Task LeaveAsync(SocketConnection connection, bool isInUse, CancellationToken stoppingToken)
    {
        if (isInUse)
            await Task.WhenAny(connection.Ended, Task.Delay(_longestLeave, clock, stoppingToken));
        state.Remove(connection);
        await connection.DisposeAsync();
    }

    /// <summary>An address that requests may come from: encrypted, or on this machine if the Web API is.</summary>
    private Uri? Address(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeWss
            || (address.Scheme == Uri.UriSchemeWs && address.IsLoopback && new Uri(options.Value.ApiBaseUrl).Scheme == Uri.UriSchemeHttp))
            ? address
            : null;

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Slack: a connection is open; requests come over it.")]
        public static partial void Connected(ILogger logger);

        [LoggerMessage(Level = LogLevel.Information, Message = "Slack: a connection ends ({Reason}); another takes its place.")]
        public static partial void Ending(ILogger logger, string reason);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Slack: no connection. {Problem}; the next try is in {Seconds:0.0} s.")]
        public static partial void NotConnected(ILogger logger, string? problem, double seconds);
    }
}
