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

        await exchange.AnswerAsync(request, patience, async response =>
        {
            await Result(response).ExecuteAsync(http);
            await http.Response.CompleteAsync();
        });
    }

    private static IResult Result(SlackResponse response) => response switch
    {
        { IsTaken: false } => Results.StatusCode(StatusCodes.Status503ServiceUnavailable),
        { Body: { } body } => Results.Text(body.ToJsonString(SlackJson.Options), "application/json"),
        { Challenge: { } challenge } => Results.Text(challenge),
        _ => Results.Ok(),
    };

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "A request to the Slack endpoints was refused: no valid signature.")]
        public static partial void Refused(ILogger logger);

        [LoggerMessage(Level = LogLevel.Warning, Message = "A signed request from Slack could not be read.")]
        public static partial void Unreadable(ILogger logger);
    }
}
