using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BotCoach.Teams;

/// <summary>Takes what the Bot Connector posts: proves it, reads it, and answers in time.</summary>
internal sealed partial class TeamsEndpoint(
    ConnectorTokenValidator validator,
    ActivityReader reader,
    TurnExchange exchange,
    IOptions<TeamsOptions> options,
    TimeProvider clock,
    ILogger<TeamsEndpoint> logger)
{
    /// <summary>
    /// The only channel that is believed. A bot may be open to others, such as web chat, whose people choose their own ids;
    /// and a playground may take its place in Development.
    /// </summary>
    private const string Channel = "msteams";

    /// <summary>
    /// The Connector waits 15 s for a response (learn.microsoft.com, "Send and receive messages": the bot's time-out); what is
    /// under way then is still worth showing.
    /// </summary>
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(20);

    public async Task AnswerAsync(HttpContext http)
    {
        if (await RequestBody.ReadAsync(http.Request, http.RequestAborted) is not { } body)
        {
            http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        var activity = Activity.Of(body.Span);
        var authorization = http.Request.Headers.Authorization.ToString();
        var verdict = await validator.CheckAsync(
            authorization.Length > 0 ? authorization : null, activity?.ChannelId, activity?.ServiceUrl, http.RequestAborted);
        http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        if (verdict is TokenVerdict.Refused || activity is null)
            return;

        if (!IsForUs(verdict, activity))
        {
            Log.Elsewhere(logger);
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        if (Read(activity, verdict, body) is not { } request)
        {
            Log.Unreadable(logger);
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        http.Response.StatusCode = StatusCodes.Status200OK;
        switch (request)
        {
            case TeamsRequest.Turn { Occasion: var occasion }:
                await AnswerAsync(http, token => exchange.AnswerAsync(occasion, token));
                break;
            case TeamsRequest.Moved { Notice: var notice }:
                await AnswerAsync(http, token => exchange.AnswerAsync(notice, token));
                break;
        }
    }

    private async Task AnswerAsync(HttpContext http, Func<CancellationToken, Task<Exchanged>> answer)
    {
        // Not the request's own token: what a person did counts even if Teams hangs up before it is stored.
        using var end = new CancellationTokenSource(_longest, clock);
        var exchanged = await answer(end.Token);
        await exchanged.Response.ExecuteAsync(http);
        await http.Response.CompleteAsync();
        await (exchanged.Showing ?? Task.CompletedTask);
    }

    /// <summary>Whether a proven activity is from Teams and from the tenant that the bot is for.</summary>
    private bool IsForUs(TokenVerdict verdict, Activity activity) =>
        verdict is TokenVerdict.Unauthenticated
        || (activity.ChannelId == Channel && string.Equals(activity.Tenant, options.Value.TenantId, StringComparison.OrdinalIgnoreCase));

    private TeamsRequest? Read(Activity activity, TokenVerdict verdict, ReadOnlyMemory<byte> body)
    {
        var serviceUrl = verdict switch
        {
            TokenVerdict.Accepted { Claims.ServiceUrl: var proven } => proven,
            TokenVerdict.Unauthenticated { ServiceUrl: var local } => local,
            _ => throw new ArgumentOutOfRangeException(nameof(verdict), "Nothing is read that was refused."),
        };
        if (activity.Tenant is not { } tenant)
            return null;
        try
        {
            return reader.Read(activity.Json, tenant, serviceUrl, Convert.ToHexStringLower(SHA256.HashData(body.Span)), clock.GetUtcNow());
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair inside a JSON text.
            return null;
        }
    }

    /// <summary>What the check needs of an activity.</summary>
    private sealed record Activity(JsonElement Json, string? ChannelId, string? ServiceUrl, string? Tenant)
    {
        /// <summary>Null for a body that is no JSON.</summary>
        public static Activity? Of(ReadOnlySpan<byte> body)
        {
            try
            {
                var json = JsonElement.Parse(body);
                return new(json, json.Text("channelId"), json.Text("serviceUrl"), ActivityReader.TenantOf(json));
            }
            catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
            {
                return null;
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "A post to /api/messages was refused: it is from another tenant, or not from Teams.")]
        public static partial void Elsewhere(ILogger logger);

        [LoggerMessage(Level = LogLevel.Warning, Message = "A proven activity from Teams could not be read.")]
        public static partial void Unreadable(ILogger logger);
    }
}
