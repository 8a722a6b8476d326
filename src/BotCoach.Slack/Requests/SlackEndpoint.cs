using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BotCoach.Slack;

/// <summary>Takes Slack's requests: proves them, reads them, and answers in time.</summary>
internal sealed partial class SlackEndpoint(
    SlackSignature signature, TurnExchange exchange, TimeProvider clock, ILogger<SlackEndpoint> logger)
{
    private const string RetryHeader = "X-Slack-Retry-Num";

    public async Task AnswerAsync(HttpContext http)
    {
        var patience = new Patience(clock, TurnExchange.ResponseTime);
        if (await RequestBody.ReadAsync(http.Request, http.RequestAborted) is not { } body)
        {
            http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        var headers = http.Request.Headers;
        if (!signature.IsGenuine(headers[SlackSignature.TimestampHeader], headers[SlackSignature.SignatureHeader], body.Span))
        {
            Log.Refused(logger);
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        if (RequestReader.Read(body, headers.ContainsKey(RetryHeader), clock.GetUtcNow()) is not { } request)
        {
            Log.Unreadable(logger);
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        // Not the request's own token: what a person did counts even if Slack hangs up before it is stored.
        using var end = new CancellationTokenSource(TurnExchange.ResponseTime + TurnExchange.ShowingTime, clock);
        var exchanged = await ExchangeAsync(request, patience, end.Token);

        // People want to see their answer even when Slack takes its time over it, but Slack wants its response now. Mostly
        // there is nothing left to show, and no clock has to run for that.
        var showing = exchanged.Showing ?? Task.CompletedTask;
        if (!showing.IsCompleted && patience.Left is { Ticks: > 0 } left)
            await Task.WhenAny(showing, Task.Delay(left, clock, end.Token));
        await exchanged.Response.ExecuteAsync(http);
        await http.Response.CompleteAsync();
        await showing;
    }

    private async Task<Exchanged> ExchangeAsync(SlackRequest request, Patience patience, CancellationToken cancellationToken) => request switch
    {
        SlackRequest.Challenge challenge => new(Results.Text(challenge.Text)),
        SlackRequest.Event turn => await exchange.AnswerEventAsync(turn.Occasion, patience, cancellationToken),
        SlackRequest.Removed removed => await exchange.AnswerRemovalAsync(removed.Notice, cancellationToken),
        SlackRequest.Command turn => await exchange.AnswerCommandAsync(turn.Occasion, patience, cancellationToken),
        SlackRequest.Button turn => await exchange.AnswerButtonAsync(turn.Occasion, patience, cancellationToken),
        SlackRequest.InputTapped tapped => await exchange.OpenInputAsync(tapped, patience, cancellationToken),
        SlackRequest.Submission submission => await exchange.AnswerSubmissionAsync(submission, cancellationToken),
        _ => new(Results.Ok()),
    };

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "A request to the Slack endpoints was refused: no valid signature.")]
        public static partial void Refused(ILogger logger);

        [LoggerMessage(Level = LogLevel.Warning, Message = "A signed request from Slack could not be read.")]
        public static partial void Unreadable(ILogger logger);
    }
}
